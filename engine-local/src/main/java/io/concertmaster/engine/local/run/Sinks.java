package io.concertmaster.engine.local.run;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.local.items.Lineage;
import io.concertmaster.engine.local.plan.Input;
import io.concertmaster.engine.local.plan.Watermark;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** All outputs of one try of an activation, the error output with them. */
@SuppressWarnings("ReferenceEquality") // "the same output" is about the object
final class Sinks {
  /** An item that stands for an empty output is paired with at most so many of the input. */
  private static final int PAIRED = 1_000;

  private final Execution execution;
  private final NodeDefinition node;
  private final List<Sink> outputs = new ArrayList<>();
  private final Optional<Sink> errors;
  private final IntFunction<ItemList> source;
  private final boolean single;
  private Optional<RunError> rejected = Optional.empty();
  private Optional<String> firstFailure = Optional.empty();

  /**
   * Outputs with nothing in them.
   *
   * @param source the items of an input, by its position
   * @param single whether the node has one input at most to which something leads
   */
  Sinks(
      Services services,
      Execution execution,
      NodeDefinition node,
      NodeType type,
      Progress progress,
      IntFunction<ItemList> source,
      boolean single) {
    this.source = source;
    this.single = single;
    this.execution = execution;
    this.node = node;
    for (Port port : type.outputs(node.parameters())) {
      outputs.add(
          new Sink(port.id(), services.items().write(), execution, progress::tell, this::send));
    }
    errors =
        node.onError() == OnError.OUTPUT
            ? Optional.of(
                new Sink(
                    Port.ERROR, services.items().write(), execution, progress::tell, Sink::put))
            : Optional.empty();
  }

  int count() {
    return outputs.size();
  }

  Sink at(int position) {
    return outputs.get(position);
  }

  /** The first failure of an item that the node's policy went over. */
  Optional<RunError> rejected() {
    return rejected;
  }

  /**
   * Puts an item aside as the node's policy says.
   *
   * @param input the position of the input from which it came
   */
  void reject(Item item, long position, int input, NodeException error)
      throws NodeException, InterruptedException {
    if (node.onError() == OnError.STOP || (errors.isEmpty() && outputs.isEmpty())) {
      throw error.atItem(position);
    }
    if (rejected.isEmpty()) {
      rejected = Optional.of(Failure.of(execution.task().node(), error.atItem(position)));
    }
    if (outputs.isEmpty() || outputs.getFirst().writer().size() == 0) {
      firstFailure = firstFailure.or(() -> Optional.of(error.getMessage()));
    }
    if (errors.isPresent()) {
      errors.get().add(failed(item, error.told()).pairedTo(position, input));
    } else {
      outputs.getFirst().add(Item.of("error", error.told()).pairedTo(position, input));
    }
  }

  /**
   * The failure of which the first item of the first output tells, if it tells of one: n8n tries
   * the node again then, where it may.
   */
  Optional<String> firstFailure() {
    return firstFailure;
  }

  /**
   * Where an item goes that a node sends by one of its outputs: with the policy of the error output
   * an item that tells of nothing but a failure goes there.
   */
  private Sink route(Sink sink, Item item) {
    if (sink.writer().size() == 0 && isFirst(sink) && item.json().containsKey("error")) {
      firstFailure = firstFailure.or(() -> Optional.of(text(item.json().get("error"))));
    }
    return errors.isPresent() && tellsOfFailure(item.json()) ? errors.get() : sink;
  }

  private boolean isFirst(Sink sink) {
    return sink.port().equals(outputs.getFirst().port());
  }

  private static boolean tellsOfFailure(JsonObject json) {
    return isTrue(json.get("error"))
        && (json.size() == 1 || (json.size() == 2 && isTrue(json.get("message"))));
  }

  private static boolean isTrue(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      case String text -> !text.isEmpty();
      case Number number -> number.doubleValue() != 0;
      default -> true;
    };
  }

  private static String text(@Nullable Object error) {
    return error instanceof JsonObject object && object.get("message") instanceof String message
        ? message
        : error instanceof String text ? text : Json.write(error);
  }

  /** Writes an item to where it goes, merged with the item from which it descends. */
  private void send(Sink sink, Item item) throws NodeException, InterruptedException {
    Sink target = route(sink, item);
    if (target == sink || item.paired().isEmpty()) {
      target.put(item);
      return;
    }
    Paired from = item.paired().getFirst();
    ItemList list = source.apply(from.input());
    target.put(
        from.item() < list.size()
            ? item.withJson(list.get(from.item()).json().withAll(item.json()))
            : item);
  }

  /** An item with what its failure tells. */
  static Item failed(Item item, Object error) {
    return item.withJson(item.json().with("error", error));
  }

  /**
   * Lets the items of all inputs leave by the error output, with the text of the node's failure.
   */
  void divert(List<GuardedList> inputs, String message) throws NodeException, InterruptedException {
    Sink sink = errors.orElseThrow(() -> new IllegalStateException("no error output"));
    for (int input = 0; input < inputs.size(); input++) {
      long position = 0;
      for (Item item : inputs.get(input)) {
        sink.add(failed(item, message).pairedTo(position++, input));
      }
    }
    if (sink.writer().size() == 0) {
      sink.add(Item.of("error", message));
    }
  }

  /**
   * Makes all lists durable.
   *
   * @return those that hold items, by output id
   */
  Map<String, ItemListRef> finish(List<Input> inputs) throws NodeException, InterruptedException {
    if (node.alwaysOutput() && !outputs.isEmpty() && outputs.getFirst().writer().size() == 0) {
      outputs.getFirst().add(standIn(inputs));
    }
    return finishDiverted(inputs);
  }

  /** Makes all lists durable, of a node that failed as a whole. */
  Map<String, ItemListRef> finishDiverted(List<Input> inputs) throws InterruptedException {
    List<Sink> all = all();
    for (Sink sink : all) {
      sink.writer().sendRest();
    }
    Map<String, ItemListRef> lists = new LinkedHashMap<>();
    for (Sink sink : all) {
      ItemListRef list = sink.writer().finish(lineage(inputs, sink.writer().size()));
      if (list.size() > 0) {
        lists.put(sink.port(), list);
      }
    }
    return lists;
  }

  /**
   * Writes what an earlier try, which a crash cut short, has sent for good.
   *
   * @param read the items of a list as they left their node
   */
  void goOn(Watermark from, Function<ItemListRef, ItemList> read)
      throws NodeException, InterruptedException {
    rejected = from.error();
    for (Sink sink : all()) {
      ItemListRef sent = from.outputs().get(sink.port());
      if (sent != null) {
        for (Item item : read.apply(sent)) {
          sink.put(item);
        }
      }
    }
  }

  /** Makes durable what was sent so far; more may be sent after it. */
  Map<String, ItemListRef> soFar() throws InterruptedException {
    Map<String, ItemListRef> lists = new LinkedHashMap<>();
    for (Sink sink : all()) {
      ItemListRef list = sink.writer().soFar();
      if (list.size() > 0) {
        lists.put(sink.port(), list);
      }
    }
    return lists;
  }

  private List<Sink> all() {
    List<Sink> all = new ArrayList<>(outputs);
    errors.ifPresent(all::add);
    return all;
  }

  /** What n8n fills in where a node did not say from which item another comes. */
  private Lineage lineage(List<Input> inputs, long out) {
    if (!single || inputs.isEmpty()) {
      return Lineage.AS_SAID;
    }
    long in = inputs.getFirst().list().size();
    Lineage filled = Lineage.between(node.executeOnce() ? Math.min(1, in) : in, out);
    return outputs.size() == 1 || in == 1 ? filled : Lineage.AS_SAID;
  }

  /** What leaves a node that always sends something and has nothing to send. */
  static Item standIn(List<Input> inputs) {
    List<Paired> all = new ArrayList<>();
    for (int input = 0; input < inputs.size(); input++) {
      long size = Math.min(PAIRED - all.size(), inputs.get(input).list().size());
      for (long item = 0; item < size; item++) {
        all.add(new Paired(item, input));
      }
    }
    return Item.of(JsonObject.empty()).pairedTo(all);
  }
}
