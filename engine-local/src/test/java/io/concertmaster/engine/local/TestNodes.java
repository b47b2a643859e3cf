package io.concertmaster.engine.local;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Small node types for tests. */
public final class TestNodes {
  private TestNodes() {}

  /** What a node of a test does. */
  @FunctionalInterface
  public interface Work {
    NodeResult run(NodeContext context) throws NodeException, InterruptedException;
  }

  /** A type with one input and one output that does a piece of work. */
  public static NodeType node(String type, Effect effect, Work work) {
    return node(NodeDescriptor.of(type, type).effect(effect).build(), work);
  }

  public static NodeType node(NodeDescriptor descriptor, Work work) {
    return new NodeType() {
      @Override
      public NodeDescriptor descriptor() {
        return descriptor;
      }

      @Override
      public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
        return work.run(context);
      }
    };
  }

  /** Sends on what the run was given. */
  public static final NodeType START =
      node(
          NodeDescriptor.of("test.start", "Start").family(Family.TRIGGERS).inputs().build(),
          TestNodes::passOn);

  /** Sends on its items with the field that its settings name set to a value. */
  public static final NodeType SET =
      node(
          NodeDescriptor.of("test.set", "Set")
              .property(Property.of("field", "Field", PropertyKind.text()).defaultsTo("set"))
              .property(Property.of("value", "Value", new PropertyKind.Data()))
              .build(),
          context -> {
            long position = 0;
            for (Item item : context.input()) {
              var settings = context.parameters(item, position);
              try {
                context
                    .output()
                    .add(
                        item.withJson(
                            item.json().with(settings.text("field"), settings.value("value"))));
              } catch (NodeException e) {
                context.reject(item, position, e.atItem(position));
              }
              position++;
            }
            return NodeResult.done();
          });

  /** Sends items with an even {@code n} by the output true, others by false. */
  public static final NodeType EVEN =
      node(
          NodeDescriptor.of("test.even", "Even")
              .outputs(new Port("true", "true"), new Port("false", "false"))
              .build(),
          context -> {
            for (Item item : context.input()) {
              boolean even = item.json().get("n") instanceof Long n && n % 2 == 0;
              context.output(even ? 0 : 1).add(item);
            }
            return NodeResult.done();
          });

  /** Sends on the items of two inputs, one after the other. */
  public static final NodeType MERGE =
      node(
          NodeDescriptor.of("test.merge", "Merge")
              .inputs(new Port("input1", "1"), new Port("input2", "2"))
              .build(),
          context -> {
            for (int input = 0; input < context.inputCount(); input++) {
              for (Item item : context.input(input)) {
                context.output().add(item);
              }
            }
            return NodeResult.done();
          });

  /** Makes as many items as its setting says. */
  public static final NodeType MAKE =
      node(
          NodeDescriptor.of("test.make", "Make")
              .property(
                  Property.of("count", "Count", PropertyKind.wholeNumber(0, Integer.MAX_VALUE)))
              .build(),
          context -> {
            long count = context.parameters().wholeNumber("count");
            for (long n = 0; n < count; n++) {
              context.output().add(Item.of(JsonObject.of("n", n, "name", "item " + n % 50)));
            }
            return NodeResult.done();
          });

  /** Fails. */
  public static final NodeType FAIL =
      node(
          NodeDescriptor.of("test.fail", "Fail").build(),
          context -> {
            throw new NodeException("it does not work");
          });

  public static NodeResult passOn(NodeContext context) throws NodeException, InterruptedException {
    for (Item item : context.input()) {
      context.output().add(item);
    }
    return NodeResult.done();
  }

  /** Begins and never ends by itself. */
  public static NodeType held(String type, Effect effect) {
    return held(type, effect, new CountDownLatch(0));
  }

  /**
   * The same.
   *
   * @param began hears of each activation that begins
   */
  public static NodeType held(String type, Effect effect, CountDownLatch began) {
    return node(
        type,
        effect,
        context -> {
          began.countDown();
          new CountDownLatch(1).await();
          return NodeResult.done();
        });
  }

  /** These types, and others. */
  public static NodeCatalog catalog(NodeType... more) {
    List<NodeType> types = new ArrayList<>(List.of(START, SET, EVEN, MERGE, MAKE, FAIL));
    types.addAll(List.of(more));
    return new NodeCatalog(types);
  }
}
