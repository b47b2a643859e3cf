package io.concertmaster.nodes.flow;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.Workflows.Call;
import io.concertmaster.node.Workflows.Callee;
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
    return waits ? waiting() : handing();
  }

  private NodeResult handing() throws NodeException, InterruptedException {
    long position = 0;
    for (Item item : items) {
      try {
        context.workflows().hand(key(position), callee(item, position), given(item, position));
        context.output().add(item);
      } catch (NodeException e) {
        context.reject(item, position, e.atItem(position));
      }
      position++;
    }
    return NodeResult.done();
  }

  private NodeResult waiting() throws NodeException, InterruptedException {
    for (long position = place(); position < items.size(); position++) {
      if (isPending(position)) {
        return laterFrom(position);
      }
    }
    long position = 0;
    for (Item item : items) {
      try {
        if (!isSent(position)) {
          return laterFrom(position); // its workflow was not there a moment ago, and is now
        }
      } catch (NodeException e) {
        context.reject(item, position, e.atItem(position));
      }
      position++;
    }
    return NodeResult.done();
  }

  /** Whether the run of an item is under way; a failure is told later where the node goes on. */
  private boolean isPending(long position) throws NodeException, InterruptedException {
    try {
      return switch (call(position)) {
        case Call.Pending pending -> true;
        case Call.Ended ended -> false;
        case Call.Failed failed -> throw new NodeException(failed.message());
      };
    } catch (NodeException e) {
      if (context.continuesOnError()) {
        return false;
      }
      throw e.atItem(position);
    }
  }

  private NodeResult laterFrom(long position) throws NodeException {
    context
        .memory()
        .values(
            JsonObject.of("runIndex", context.runIndex(), "next", position)
                .with("attempt", context.attempt()));
    return NodeResult.again();
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
    return context.workflows().call(key(position), callee(item, position), given(item, position));
  }

  private static String key(long position) {
    return "item " + position;
  }

  private Callee callee(Item item, long position) throws NodeException, InterruptedException {
    return CalledWorkflow.of(context, context.parameters(item, position));
  }

  private ItemList given(Item item, long position) throws NodeException, InterruptedException {
    return ItemList.of(CalledWorkflow.given(context, item, position));
  }

  /** Sends on what the run of an item sent, if it has ended. */
  private boolean isSent(long position) throws NodeException, InterruptedException {
    return switch (call(position)) {
      case Call.Ended ended -> {
        for (Item sent : ended.items()) {
          context.output().add(sent.pairedTo(position, 0));
        }
        yield true;
      }
      case Call.Failed failed -> throw new NodeException(failed.message());
      case Call.Pending pending -> false;
    };
  }
}
