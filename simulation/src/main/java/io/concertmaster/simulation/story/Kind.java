package io.concertmaster.simulation.story;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A kind of simulated node. What it does is told to the world outside first. */
final class Kind implements NodeType {
  private static final String SETTINGS = "settings";

  /** Different letters, since what repeats is packed. */
  private static final String LONG =
      IntStream.range(0, 300)
          .mapToObj(i -> Character.toString(33 + (i * i * 31 + i * 17) % 90))
          .collect(Collectors.joining());

  private static final List<Port> PORTS =
      IntStream.range(0, 4)
          .mapToObj(Behaviour::portName)
          .map(name -> new Port(name, name))
          .toList();

  /** What nodes of a kind do besides. */
  @FunctionalInterface
  interface Doing {
    NodeResult run(NodeContext context, Behaviour behaviour, List<List<Long>> inputs)
        throws NodeException, InterruptedException;
  }

  private final NodeDescriptor descriptor;
  private final Outside outside;
  private final Doing doing;

  Kind(String type, boolean trigger, int inputs, Outside outside, Doing doing) {
    Port[] ports = new Port[trigger ? 0 : inputs];
    for (int i = 0; i < ports.length; i++) {
      ports[i] = i == 0 ? Port.main() : new Port("i" + i, "i" + i);
    }
    this.descriptor =
        NodeDescriptor.of(type, type)
            .family(trigger ? Family.TRIGGERS : Family.DATA)
            .inputs(ports)
            .property(Property.of(SETTINGS, SETTINGS, new PropertyKind.Data()))
            .build();
    this.outside = outside;
    this.doing = doing;
  }

  @Override
  public NodeDescriptor descriptor() {
    return descriptor;
  }

  static Behaviour behaviour(JsonObject parameters) {
    return parameters.get(SETTINGS) instanceof JsonObject settings
        ? Behaviour.of(settings)
        : Behaviour.PLAIN;
  }

  @Override
  public List<Port> outputs(JsonObject parameters) {
    return PORTS.subList(0, behaviour(parameters).ports());
  }

  @Override
  public Effect effect(JsonObject parameters) {
    return behaviour(parameters).effect();
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Behaviour behaviour = Behaviour.of(context.parameters().object(SETTINGS));
    List<List<Long>> inputs = new ArrayList<>();
    for (int i = 0; i < context.inputCount(); i++) {
      inputs.add(numbers(context.input(i)));
    }
    if (inputs.isEmpty()) {
      inputs.add(numbers(context.input()));
    }
    String key = context.idempotencyKey();
    String[] parts = key.split("/", -1);
    outside.work(
        new Outside.Work(
            Long.parseLong(parts[1]),
            parts[2],
            context.runIndex(),
            context.attempt(),
            key,
            behaviour.effect(),
            inputs));
    if (behaviour.fails(context.runIndex(), context.attempt())) {
      throw new NodeException("try " + context.attempt() + " fails");
    }
    return doing.run(context, behaviour, inputs);
  }

  /** The numbers of items; one without a number counts as 0. */
  static List<Long> numbers(ItemList items) {
    List<Long> numbers = new ArrayList<>();
    for (Item item : items) {
      numbers.add(item.json().get("n") instanceof Long number ? number : 0L);
    }
    return numbers;
  }

  /** An item of a number; every third one is so long that its list has a place of its own. */
  static Item item(long number) {
    Item item = Item.of("n", number);
    return number % 3 == 0 ? item.withJson(item.json().with("text", LONG)) : item;
  }

  static String id(NodeContext context) {
    return Objects.requireNonNull(context.idempotencyKey().split("/", -1)[2]);
  }
}
