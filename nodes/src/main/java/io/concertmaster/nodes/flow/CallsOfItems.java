package io.concertmaster.nodes.flow;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.Workflows.Call;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;

/**
 * Calls a workflow once for each item, one after the other.
 *
 * <p>Design note. After each call the node begins again; the place of the next item is what it
 * remembers, so that a thousand items do not ask a thousand times after the first.
 */
final class CallsOfItems {
  private final NodeContext context;
  private final ItemList items;
  private final boolean waits;

  CallsOfItems(NodeContext context, boolean waits) {
    this.context = context;
    this.items = context.input();
    this.waits = waits;
  }

  NodeResult run() throws NodeException, InterruptedException {
    long first = waits ? place() : 0;
    for (long position = first; position < items.size(); position++) {
      Call call = call(position);
      if (waits && call instanceof Call.Failed failed && !context.continuesOnError()) {
        throw failure(failed, position);
      }
      if (waits && call instanceof Call.Pending) {
        context
            .memory()
            .values(
                JsonObject.of("runIndex", context.runIndex(), "next", position)
                    .with("attempt", context.attempt()));
        return NodeResult.again();
      }
    }
    long position = 0;
    for (Item item : items) {
      if (waits) {
        send(item, position);
      } else {
        context.output().add(item);
      }
      position++;
    }
    return NodeResult.done();
  }

  /** The position of the item whose run was under way, in this try of this activation. */
  private long place() {
    JsonObject kept = context.memory().values();
    boolean mine =
        kept.get("runIndex") instanceof Long run
            && run == context.runIndex()
            && kept.get("attempt") instanceof Long attempt
            && attempt == context.attempt();
    return mine && kept.get("next") instanceof Long next ? next : 0;
  }

  private Call call(long position) throws NodeException, InterruptedException {
    Item item = items.get(position);
    return context
        .workflows()
        .call(
            "item " + position,
            CalledWorkflow.of(context, context.parameters(item, position)),
            ItemList.of(CalledWorkflow.given(context, item, position)));
  }

  private static NodeException failure(Call.Failed failed, long position) {
    return new NodeException(failed.message()).atItem(position);
  }

  private void send(Item item, long position) throws NodeException, InterruptedException {
    switch (call(position)) {
      case Call.Ended ended -> {
        for (Item sent : ended.items()) {
          context.output().add(sent.pairedTo(position, 0));
        }
      }
      case Call.Failed failed -> context.reject(item, position, failure(failed, position));
      case Call.Pending pending ->
          throw new IllegalStateException("run " + pending.run() + " had ended");
    }
  }
}
