package io.concertmaster.benchmarks;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.util.List;

/** A source of as many orders as its setting {@code count} says, by {@link Orders}. */
final class MadeItems implements NodeType {
  static final String TYPE = "bench.items";

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of(TYPE, "Made items")
          .family(Family.TRIGGERS)
          .inputs()
          .property(Property.of("count", "Count", PropertyKind.text()))
          .build();

  private static final Shape SHAPE = Shape.of(List.of("id", "name", "amount", "country"));

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    int count = Integer.parseInt(context.parameters().text("count"));
    Orders orders = new Orders();
    for (int i = 0; i < count; i++) {
      orders.next();
      Object[] values = {(long) i, orders.name(), orders.amount(), orders.country()};
      context.output().add(Item.of(JsonObject.ofSlots(SHAPE, values)));
    }
    return NodeResult.done();
  }
}
