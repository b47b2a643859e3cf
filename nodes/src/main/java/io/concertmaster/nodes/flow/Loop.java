package io.concertmaster.nodes.flow;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeMemory;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;
import java.util.Iterator;

/**
 * Gives its items out in portions, one each time it runs; what comes back around the loop is
 * collected, and leaves when the portions are used up.
 */
public final class Loop implements NodeType {
  private static final int DONE = 0;
  private static final int LOOP = 1;
  private static final String ITEMS = "items";
  private static final String PROCESSED = "processed";
  private static final String NEXT = "next";
  private static final String RUN = "currentRunIndex";

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.loop", "Loop over items")
          .summary("Gives items out in portions, around a loop")
          .family(Family.FLOW)
          .icon("mdoal-loop")
          .outputs(new Port("done", "Done"), new Port("loop", "Loop"))
          .keywords("batch", "batches", "split", "each", "repeat", "iterate", "while", "for")
          .property(
              Property.of("size", "Portion", PropertyKind.wholeNumber(1, Integer.MAX_VALUE))
                  .help("How many items go around the loop at a time.")
                  .defaultsTo(1)
                  .mandatory())
          .property(
              Property.of("reset", "Begin anew", PropertyKind.flag())
                  .help(
                      "When it holds, what arrives is a new list: an expression as a rule, such as"
                          + " {{ $('Loop over items').context.done }}.")
                  .defaultsTo(false))
          .documentation(
              """
              Most nodes work on all items by themselves and need no loop. Use one where items must go
              in portions: because a service takes a hundred at a time, or wants a pause in between.

              The first time, the items that arrive are the list. The first portion leaves by
              **Loop**; connect the last node of the loop back to this node's input, and the next
              portion leaves. When none is left, everything that came back leaves by **Done**.

              Expressions can ask how far it is: `{{ $('Loop over items').context.noItemsLeft }}`,
              `.currentRunIndex` (from 0), `.maxRunIndex` (how many portions there are) and `.done`.
              For a loop inside a loop, let the inner one *begin anew* when it is done.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    String size = parameters.containsKey("size") ? Caption.of(parameters.get("size")) : "1";
    return size + " at a time";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    long size = settings.wholeNumber("size");
    if (size < 1) {
      throw new NodeException("A portion has at least one item, not " + size).atProperty("size");
    }
    NodeMemory memory = context.memory();
    if (memory.values().isEmpty() || settings.flag("reset")) {
      begin(context, memory, size);
    } else {
      goOn(context, memory, size);
    }
    return NodeResult.done();
  }

  private static void begin(NodeContext context, NodeMemory memory, long size)
      throws NodeException, InterruptedException {
    ItemList items = context.input();
    memory.keep(ITEMS, items);
    memory.keep(PROCESSED, ItemList.of());
    long next = 0;
    for (Iterator<Item> rest = items.iterator(); next < size && rest.hasNext(); next++) {
      context.output(LOOP).add(rest.next().pairedTo(next, 0));
    }
    memory.values(
        JsonObject.of(RUN, 0, "maxRunIndex", (items.size() + size - 1) / size)
            .with(NEXT, next)
            .with("noItemsLeft", next == items.size())
            .with("done", next == 0));
  }

  private static void goOn(NodeContext context, NodeMemory memory, long size)
      throws NodeException, InterruptedException {
    JsonObject values = memory.values();
    ItemList items = memory.list(ITEMS);
    long start = whole(values, NEXT);
    long next = start;
    for (Iterator<Item> rest = items.from(start); next < start + size && rest.hasNext(); next++) {
      context.output(LOOP).add(rest.next());
    }
    if (next == start) {
      for (Item item : memory.list(PROCESSED)) {
        context.output(DONE).add(item);
      }
      long position = 0;
      for (Item item : context.input()) {
        context.output(DONE).add(item.pairedTo(position++, 0));
      }
    }
    memory.append(PROCESSED, context.input());
    memory.values(
        values
            .with(RUN, whole(values, RUN) + 1)
            .with(NEXT, next)
            .with("noItemsLeft", next == items.size())
            .with("done", next == start));
  }

  private static long whole(JsonObject values, String name) {
    return values.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
