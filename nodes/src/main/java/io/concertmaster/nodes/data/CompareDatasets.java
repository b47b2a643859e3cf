package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.join.Alike;
import io.concertmaster.nodes.join.JoinIndex;
import io.concertmaster.nodes.join.JoinKey;
import io.concertmaster.nodes.spill.Weight;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Says what two lists have in common and where they differ. */
public final class CompareDatasets implements NodeType {
  private static final int ONLY_A = 0;
  private static final int SAME = 1;
  private static final int DIFFERENT = 2;
  private static final int ONLY_B = 3;

  private final long allowance;

  public CompareDatasets() {
    this(Weight.allowance());
  }

  /** A node that holds so many bytes in memory. */
  CompareDatasets(long allowance) {
    this.allowance = allowance;
  }

  @Override
  public NodeDescriptor descriptor() {
    return CompareFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("fields") instanceof JsonArray pairs
        ? pairs.stream()
            .filter(JsonObject.class::isInstance)
            .map(pair -> String.valueOf(((JsonObject) pair).get("first")))
            .limit(3)
            .collect(Collectors.joining(", ", "by ", ""))
        : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    boolean dots = settings.flag("dotNotation");
    Alike alike =
        !settings.flag("loose")
            ? Alike.EXACT
            : settings.flag("zeroIsEmpty") ? Alike.LOOSEST : Alike.LOOSE;
    List<FieldPath> firsts = new ArrayList<>();
    List<FieldPath> seconds = new ArrayList<>();
    for (Parameters pair : settings.entries("fields")) {
      String first = pair.requiredText("first");
      String second = pair.text("second");
      firsts.add(dots ? FieldPath.of(first) : FieldPath.ofName(first));
      String other = second.isEmpty() ? first : second;
      seconds.add(dots ? FieldPath.of(other) : FieldPath.ofName(other));
    }
    if (firsts.isEmpty()) {
      throw new NodeException("There are no fields to match: add a pair in the node's settings")
          .atProperty("fields");
    }
    Differences differences =
        new Differences(
            alike,
            settings.flag("missingIsEmpty"),
            firsts.stream().map(FieldPath::text).toList(),
            settings.texts("skip"),
            dots,
            settings.text("names").equals("numbers") ? "input1" : "inputA",
            settings.text("names").equals("numbers") ? "input2" : "inputB");
    compare(
        context,
        new JoinKey(firsts, alike, false),
        new JoinKey(seconds, alike, true),
        settings.text("matches").equals("first"),
        Resolution.of(settings, differences));
    return NodeResult.done();
  }

  /** Holds as much of B as memory allows, and runs A past it; again and again for the rest of B. */
  private void compare(
      NodeContext context,
      JoinKey firstKey,
      JoinKey secondKey,
      boolean onlyFirst,
      Resolution resolution)
      throws NodeException, InterruptedException {
    BitSet matched = new BitSet();
    Iterator<Item> rest = context.input(1).iterator();
    long held = 0;
    do {
      JoinIndex index = new JoinIndex(secondKey, allowance);
      long start = held;
      index.fill(placed(rest, start));
      held += index.size();
      boolean last = !rest.hasNext();
      int position = 0;
      for (Item item : context.input(0)) {
        Item first = item.pairedTo(position, 0);
        String key = firstKey.of(first.json());
        boolean before = matched.get(position);
        int most = onlyFirst ? (before ? 0 : 1) : Integer.MAX_VALUE;
        List<Item> found = key == null ? List.of() : index.match(first, key, firstKey, most);
        for (Item second : found) {
          boolean same = resolution.differences().same(first.json(), second.json());
          context.output(same ? SAME : DIFFERENT).add(same ? first : resolution.of(first, second));
        }
        if (!found.isEmpty()) {
          matched.set(position);
        } else if (last && !before) {
          context.output(ONLY_A).add(first);
        }
        position++;
      }
      for (Item second : index.thatMatched(false)) {
        context.output(ONLY_B).add(second);
      }
    } while (rest.hasNext());
  }

  /** Items of B that name their places. */
  private static Iterator<Item> placed(Iterator<Item> rest, long start) {
    return new Iterator<>() {
      private long position = start;

      @Override
      public boolean hasNext() {
        return rest.hasNext();
      }

      @Override
      public Item next() {
        return rest.next().pairedTo(position++, 1);
      }
    };
  }
}
