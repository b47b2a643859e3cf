package io.concertmaster.engine.local.run;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.local.items.Lineage;
import io.concertmaster.engine.local.plan.Input;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All outputs of one try of an activation, the error output with them. */
final class Sinks {
  /** An item that stands for an empty output is paired with at most so many of the input. */
  private static final int PAIRED = 1_000;

  private final Execution execution;
  private final NodeDefinition node;
  private final List<Sink> outputs = new ArrayList<>();
  private final Optional<Sink> errors;
  private Optional<RunError> rejected = Optional.empty();

  Sinks(
      Services services,
      Execution execution,
      NodeDefinition node,
      NodeType type,
      Progress progress) {
    this.execution = execution;
    this.node = node;
    for (Port port : type.outputs(node.parameters())) {
      outputs.add(new Sink(port.id(), services.items().write(), execution, progress::tell));
    }
    errors =
        node.onError() == OnError.OUTPUT
            ? Optional.of(new Sink(Port.ERROR, services.items().write(), execution, progress::tell))
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

  /** Puts an item aside as the node's policy says. */
  void reject(Item item, long position, NodeException error)
      throws NodeException, InterruptedException {
    if (node.onError() == OnError.STOP || (errors.isEmpty() && outputs.isEmpty())) {
      throw error.atItem(position);
    }
    if (rejected.isEmpty()) {
      rejected = Optional.of(Failure.of(execution.task().node(), error.atItem(position)));
    }
    Sink sink = errors.isPresent() ? errors.get() : outputs.getFirst();
    sink.add(failed(item, error).pairedTo(position, 0));
  }

  /** An item with the text of its failure. */
  static Item failed(Item item, NodeException error) {
    return item.withJson(failed(item.json(), error.getMessage()));
  }

  static JsonObject failed(JsonObject json, String message) {
    return json.with("error", message);
  }

  /**
   * Lets the items of all inputs leave by the error output, with the text of the node's failure.
   */
  void divert(List<GuardedList> inputs, String message) throws NodeException, InterruptedException {
    Sink sink = errors.orElseThrow(() -> new IllegalStateException("no error output"));
    for (int input = 0; input < inputs.size(); input++) {
      long position = 0;
      for (Item item : inputs.get(input)) {
        sink.add(item.withJson(failed(item.json(), message)).pairedTo(position++, input));
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
    List<Sink> all = new ArrayList<>(outputs);
    errors.ifPresent(all::add);
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

  private Lineage lineage(List<Input> inputs, long out) {
    List<Input> filled = inputs.stream().filter(input -> input.list().size() > 0).toList();
    if (filled.size() != 1 || !filled.getFirst().equals(inputs.getFirst())) {
      return Lineage.AS_SAID;
    }
    return Lineage.between(node.executeOnce() ? 1 : filled.getFirst().list().size(), out);
  }

  private static Item standIn(List<Input> inputs) {
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
