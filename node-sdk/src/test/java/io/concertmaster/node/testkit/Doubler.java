package io.concertmaster.node.testkit;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Item;

/** A node for the proofs: multiplies a number, by two when nothing else is said. */
final class Doubler implements NodeType {
  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("test.double", "Double")
          .summary("Multiplies a number")
          .family(Family.DATA)
          .icon("mdal-exposure")
          .keywords("times")
          .property(
              Property.of("number", "Number", PropertyKind.wholeNumber(-1_000, 1_000))
                  .help("What to multiply.")
                  .mandatory())
          .property(Property.of("factor", "Factor", PropertyKind.wholeNumber(1, 100)).defaultsTo(2))
          .documentation(
              "Multiplies a number of each item by a factor and sends the product on, in the field"
                  + " `product`. Items whose number is none are put aside.")
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    long factor = context.parameters().wholeNumber("factor");
    EachItem.of(
        context,
        (item, position) -> {
          long number = context.parameters(item, position).wholeNumber("number");
          context.output().add(Item.of("product", number * factor).pairedTo(position, 0));
        });
    context.log(context.input().size() + " items");
    return NodeResult.done();
  }
}
