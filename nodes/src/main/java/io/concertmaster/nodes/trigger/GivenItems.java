package io.concertmaster.nodes.trigger;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;

/** What a trigger does when it runs: it sends on what its run was given. */
public final class GivenItems {
  private GivenItems() {}

  /** Sends the items that the run was given; where it was given none, one with this record. */
  public static NodeResult orSample(NodeContext context, JsonObject sample)
      throws NodeException, InterruptedException {
    ItemList given = context.input();
    if (given.isEmpty()) {
      context.output().add(Item.of(sample));
    }
    for (Item item : given) {
      context.output().add(item);
    }
    return NodeResult.done();
  }
}
