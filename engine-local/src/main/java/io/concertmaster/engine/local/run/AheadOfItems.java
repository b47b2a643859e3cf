package io.concertmaster.engine.local.run;

import io.concertmaster.model.expression.Evaluable;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expressions that are cheap only in batches. A node asks for its settings item by item; when it
 * has asked for two that follow each other, it will ask for the next ones too, and those are
 * evaluated along with the second. Used by the thread of an activation.
 */
final class AheadOfItems {
  /** The most items that are evaluated at once; it begins with few, since items may be large. */
  private static final int MOST = 512;

  private static final int FEW = 8;

  /** What is known of one expression. */
  private static final class Known {
    private long first = -1;
    private List<Item> items = List.of();
    private List<Evaluable.Outcome> outcomes = List.of();
    private long last = -1;
    private int most = FEW;
    private boolean oneByOne;

    /** What came of an item, unless it is another one than was foreseen. */
    Evaluable.@Nullable Outcome at(Item item, long index) {
      long position = index - first;
      return first >= 0
              && position >= 0
              && position < outcomes.size()
              && items.get((int) position).equals(item)
          ? outcomes.get((int) position)
          : null;
    }
  }

  private final IdentityHashMap<Evaluable, Known> known = new IdentityHashMap<>();

  /** The expression's value for an item. */
  @Nullable Object value(Evaluable expression, ItemScope scope) throws ExpressionException {
    Item item = scope.item().orElse(null);
    if (item == null || !scope.names().isEmpty()) {
      return expression.evaluate(scope);
    }
    Known of = known.computeIfAbsent(expression, each -> new Known());
    Evaluable.Outcome outcome = of.at(item, scope.itemIndex());
    boolean walking = scope.itemIndex() == of.last + 1 && of.last >= 0;
    of.last = scope.itemIndex();
    if (outcome == null && walking && !of.oneByOne) {
      outcome = batch(expression, scope, item, of);
    }
    return switch (outcome) {
      case Evaluable.Value(Object value) -> value;
      case Evaluable.Trouble(ExpressionException reason) -> throw reason;
      case null -> expression.evaluate(scope);
    };
  }

  /** Evaluates a batch; none where it cannot be had at once, be it for its size or its time. */
  private static Evaluable.@Nullable Outcome batch(
      Evaluable expression, ItemScope scope, Item item, Known of) {
    try {
      List<Item> items = following(scope, item, of.most);
      of.outcomes = expression.evaluate(scope, items);
      of.items = items;
      of.first = scope.itemIndex();
      of.most = Math.min(MOST, of.most * 8);
      return of.outcomes.getFirst();
    } catch (ExpressionException e) {
      of.oneByOne = true;
      return null;
    }
  }

  /** The item and those behind it. */
  private static List<Item> following(ItemScope scope, Item item, int most) {
    ItemList input = scope.input();
    List<Item> items = new ArrayList<>();
    items.add(item);
    for (Iterator<Item> next = input.from(scope.itemIndex() + 1);
        items.size() < most && next.hasNext(); ) {
      items.add(next.next());
    }
    return items;
  }
}
