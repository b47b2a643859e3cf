package io.concertmaster.designer.data;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Connection;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Paired;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where items of a run came from: each names the input items from which it descends, and the run
 * knows which node sent that input.
 */
public final class Lineage {
  private static final int STEPS = 10_000;

  private final RunView run;

  /** The lineage in a run. */
  public Lineage(RunView run) {
    this.run = run;
  }

  /** The item from which an output item of an activation came, where that is exactly one. */
  public Optional<Origin> origin(String node, Activation activation, Item item) {
    if (item.paired().size() != 1) {
      return Optional.empty();
    }
    Paired paired = item.paired().getFirst();
    if (paired.input() >= activation.inputs().size()) {
      return Optional.empty();
    }
    return sender(node, activation.inputs().get(paired.input()))
        .map(sender -> new Origin(sender, paired.item()));
  }

  /** The output that sent a list to a node. */
  public Optional<Sender> sender(String node, ItemListRef list) {
    for (Connection connection : run.workflow().into(node)) {
      NodeView source = run.nodes().get(connection.source());
      if (source == null) {
        continue;
      }
      for (Activation activation : source.activations().reversed()) {
        ItemListRef sent = activation.outputs().get(connection.output());
        if (sent != null && sent.id().equals(list.id())) {
          return Optional.of(
              new Sender(connection.source(), activation, connection.output(), sent));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The item of a node from which an item of another node's input descends; empty where the way
   * back is not clear.
   *
   * @param wanted id of the node whose item is asked for
   * @param node id of the node that got the item
   * @param list the list in which it came
   * @param index its position there
   * @param reader reads one item of a stored list
   */
  public Optional<Item> ancestor(
      String wanted, String node, ItemListRef list, long index, Reader reader) {
    String at = node;
    ItemListRef in = list;
    long position = index;
    for (int step = 0; step < STEPS; step++) {
      Optional<Sender> found = sender(at, in);
      if (found.isEmpty() || position >= found.get().list().size()) {
        return Optional.empty();
      }
      Sender sender = found.get();
      Item item = reader.item(sender.list(), position);
      if (sender.node().equals(wanted)) {
        return Optional.of(item);
      }
      List<ItemListRef> inputs = sender.activation().inputs();
      if (item.paired().size() != 1 || item.paired().getFirst().input() >= inputs.size()) {
        return Optional.empty();
      }
      at = sender.node();
      in = inputs.get(item.paired().getFirst().input());
      position = item.paired().getFirst().item();
    }
    return Optional.empty();
  }

  /** The name that people gave a node. */
  public String name(String node) {
    return run.workflow().nameOf(node);
  }

  /** The newest list that left a node's first output; empty where it did not run. */
  public Optional<ItemListRef> newest(String node) {
    NodeView view = run.nodes().get(node);
    if (view == null) {
      return Optional.empty();
    }
    return view.activations().reversed().stream()
        .flatMap(activation -> activation.outputs().entrySet().stream().limit(1))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * An output that sent a list.
   *
   * @param node its node's id
   * @param output its id
   */
  public record Sender(String node, Activation activation, String output, ItemListRef list) {}

  /**
   * The item from which another came.
   *
   * @param item its position in the sender's list, from 0
   */
  public record Origin(Sender sender, long item) {}

  /** Reads one item of a stored list; it may wait. */
  public interface Reader {
    /** The item at a position that the list has. */
    Item item(ItemListRef list, long index);
  }
}
