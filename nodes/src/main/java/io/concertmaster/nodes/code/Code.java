package io.concertmaster.nodes.code;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.RunData.Owner;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.Scripts.Dialect;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Runs JavaScript that the person wrote. */
public final class Code implements NodeType {
  /** So many items are given to a script at once, when it runs for each. */
  private static final int PIECE = 100;

  private static final String GLOBAL = "global";
  private static final String NODE = "node";

  private static final NodeDescriptor DESCRIPTOR = CodeFace.descriptor();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return CodeFace.EACH.equals(parameters.get("mode")) ? "for each item" : "for all items";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    Dialect dialect = dialect(settings.text("dialect"));
    JsonObject before =
        JsonObject.of(GLOBAL, context.runData().staticData(Owner.WORKFLOW))
            .with(NODE, context.runData().staticData(Owner.NODE));
    Scripts.Script script = new Scripts.Script(settings.requiredText("code"), dialect, before);
    try (Scripts.Work work = context.scripts().begin(script)) {
      if (settings.text("mode").equals(CodeFace.EACH) || dialect == Dialect.FUNCTION_ITEM) {
        each(context, work, dialect);
      } else {
        all(context, work);
      }
      keep(context, work.stored(), before);
    }
    return NodeResult.done();
  }

  /** Keeps what the script changed of its stored values. */
  private static void keep(NodeContext context, JsonObject stored, JsonObject before)
      throws NodeException {
    if (stored.get(GLOBAL) instanceof JsonObject kept && !kept.equals(before.get(GLOBAL))) {
      context.runData().staticData(Owner.WORKFLOW, kept);
    }
    if (stored.get(NODE) instanceof JsonObject kept && !kept.equals(before.get(NODE))) {
      context.runData().staticData(Owner.NODE, kept);
    }
  }

  private static Dialect dialect(String name) throws NodeException {
    return switch (name) {
      case CodeFace.CODE, "" -> Dialect.CODE;
      case CodeFace.FUNCTION -> Dialect.FUNCTION;
      case CodeFace.FUNCTION_ITEM -> Dialect.FUNCTION_ITEM;
      default ->
          throw new NodeException("scripts are not written for “" + name + "”")
              .atProperty("dialect");
    };
  }

  private static void all(NodeContext context, Scripts.Work work)
      throws NodeException, InterruptedException {
    ReturnedItems items = new ReturnedItems(context);
    Elements elements = new Elements(context, items);
    Scripts.Returned returned;
    try {
      returned = work.all(elements);
    } catch (NodeException e) {
      if (!context.continuesOnError() || elements.refused) {
        throw e;
      }
      context.output().add(Item.of("error", e.getMessage()));
      return;
    }
    switch (returned.type()) {
      case "list" -> {} // its items are on their way
      case "object" -> context.output().add(items.ofObject(returned.value()));
      default ->
          throw new NodeException(
              "the script returned "
                  + ReturnedItems.called(returned.type())
                  + ": return a list of objects, one for each item");
    }
  }

  /** Sends the items of a list on while they come. */
  private static final class Elements implements Scripts.Pieces {
    private final NodeContext context;
    private final ReturnedItems items;
    private long count;
    private boolean refused;

    Elements(NodeContext context, ReturnedItems items) {
      this.context = context;
      this.items = items;
    }

    @Override
    public void take(JsonArray values, boolean asItems) throws NodeException, InterruptedException {
      refused = true;
      for (Object value : values) {
        context.output().add(items.ofElement(value, asItems, count));
        count++;
      }
      refused = false;
    }
  }

  private static void each(NodeContext context, Scripts.Work work, Dialect dialect)
      throws NodeException, InterruptedException {
    ReturnedItems items = new ReturnedItems(context);
    List<Item> piece = new ArrayList<>(PIECE);
    long first = 0;
    for (Iterator<Item> walk = context.input().iterator(); walk.hasNext(); ) {
      piece.add(walk.next());
      if (piece.size() == PIECE || !walk.hasNext()) {
        List<Scripts.Result> results = work.each(piece, first);
        for (int i = 0; i < piece.size(); i++) {
          one(context, items, dialect, piece.get(i), first + i, results.get(i));
        }
        first += piece.size();
        piece.clear();
      }
    }
  }

  private static void one(
      NodeContext context,
      ReturnedItems items,
      Dialect dialect,
      Item item,
      long position,
      Scripts.Result result)
      throws NodeException, InterruptedException {
    try {
      switch (result) {
        case Scripts.Failed failed -> throw failed.reason();
        case Scripts.Returned returned -> {
          if (returned.type().equals("null") && dialect == Dialect.CODE) {
            return;
          }
          Item made =
              dialect == Dialect.FUNCTION_ITEM
                  ? items.ofFunctionItem(returned)
                  : items.ofOne(returned, position);
          context.output().add(made.pairedTo(position, 0));
        }
      }
    } catch (NodeException e) {
      context.reject(item, position, e.atItem(position));
    }
  }
}
