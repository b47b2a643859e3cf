package io.concertmaster.nodes.data;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;
import java.util.Iterator;

/** Sends on a few items only. */
public final class Limit implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.limit", "Limit")
          .summary("Keeps the first or the last few items")
          .family(Family.DATA)
          .icon("mdomz-vertical_align_top")
          .keywords("top", "first", "last", "head", "tail", "sample", "cut")
          .property(
              Property.of("count", "How many", PropertyKind.wholeNumber(0, 1_000_000_000))
                  .help("The most items that go on.")
                  .defaultsTo(1)
                  .mandatory())
          .property(
              Property.of(
                      "keep",
                      "Keep",
                      PropertyKind.choice(
                          Option.of("first", "The first items"),
                          Option.of("last", "The last items")))
                  .defaultsTo("first")
                  .literalOnly())
          .documentation(
              """
              Sends on at most so many items and drops the rest, from the beginning or from the end
              of the list. Their order stays.

              After a **Sort** it gives the top ten; behind a big file it makes a small sample to
              build the next steps with.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    String keep = "last".equals(parameters.get("keep")) ? "last " : "first ";
    return parameters.containsKey("count")
        ? keep + Caption.of(parameters.get("count"))
        : keep + "1";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    long count = settings.wholeNumber("count");
    if (count < 0) {
      throw new NodeException("“count” must not be negative").atProperty("count");
    }
    long size = context.input().size();
    long start = settings.text("keep").equals("last") ? Math.max(0, size - count) : 0;
    Iterator<Item> items = context.input().from(start);
    for (long position = start; position < start + count && items.hasNext(); position++) {
      context.output().add(items.next().pairedTo(position, 0));
    }
    return NodeResult.done();
  }
}
