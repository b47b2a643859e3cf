package io.concertmaster.nodes.flow;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.Workflows.Call;
import io.concertmaster.node.Workflows.Callee;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.Paired;
import java.util.ArrayList;
import java.util.List;

/** Calls a workflow once with all items. */
final class CallOfAll {
  /** An item that comes of all is paired with at most so many. */
  private static final int PAIRED = 1_000;

  /** There is one call in an activation. */
  private static final String KEY = "all";

  private final NodeContext context;
  private final ItemList items;
  private final boolean waits;

  CallOfAll(NodeContext context, boolean waits) {
    this.context = context;
    this.items = context.input();
    this.waits = waits;
  }

  NodeResult run() throws NodeException, InterruptedException {
    Call call;
    try {
      Callee callee = CalledWorkflow.of(context, context.parameters());
      call =
          waits
              ? context.workflows().call(KEY, callee, given())
              : new Call.Pending(context.workflows().hand(KEY, callee, given()));
    } catch (NodeException e) {
      fail(e);
      return NodeResult.done();
    }
    if (!waits) {
      for (Item item : items) {
        context.output().add(item);
      }
      return NodeResult.done();
    }
    switch (call) {
      case Call.Pending pending -> {
        return NodeResult.again();
      }
      case Call.Failed failed -> fail(new NodeException(failed.message()));
      case Call.Ended ended -> send(ended.items());
    }
    return NodeResult.done();
  }

  private ItemList given() throws NodeException, InterruptedException {
    if (context.parameters().object("fields").isEmpty()) {
      return items;
    }
    Scratch given = context.scratch();
    long position = 0;
    for (Item item : items) {
      given.add(CalledWorkflow.given(context, item, position++));
    }
    return given.finish();
  }

  /** One item tells of it where the run goes on. */
  private void fail(NodeException error) throws NodeException, InterruptedException {
    if (!context.continuesOnError()) {
      throw error;
    }
    context.output().add(Item.of("error", error.told()).pairedTo(all()));
  }

  private void send(ItemList sent) throws NodeException, InterruptedException {
    boolean sameLength = sent.size() == items.size();
    List<Paired> all = sameLength ? List.of() : all();
    long position = 0;
    for (Item item : sent) {
      context.output().add(sameLength ? item.pairedTo(position, 0) : item.pairedTo(all));
      position++;
    }
  }

  private List<Paired> all() {
    List<Paired> all = new ArrayList<>();
    for (long position = 0; position < Math.min(PAIRED, items.size()); position++) {
      all.add(new Paired(position, 0));
    }
    return all;
  }
}
