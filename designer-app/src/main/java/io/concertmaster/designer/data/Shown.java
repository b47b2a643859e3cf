package io.concertmaster.designer.data;

import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.engine.Activation;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the data view shows of a node: items of an output, or why there are none. Worked out from
 * the run and the definition, without a window.
 */
sealed interface Shown {
  /**
   * Items that left an output.
   *
   * @param activation empty for pinned items, which no activation sent
   */
  record Output(Items items, Optional<Activation> activation) implements Shown {}

  /**
   * No items to show.
   *
   * @param title what is so
   * @param hint what to do; may be empty
   */
  record Nothing(String title, String hint, boolean bad) implements Shown {}

  /** The outputs of a node, the error output at the end where it has one. */
  static List<Port> outputs(NodeDefinition node, NodeCatalog catalog) {
    List<Port> ports = new ArrayList<>();
    catalog
        .find(node.type(), node.version())
        .ifPresent(type -> ports.addAll(type.outputs(node.parameters())));
    if (node.onError() == OnError.OUTPUT) {
      ports.add(new Port(Port.ERROR, "error"));
    }
    return ports;
  }

  /** The newest activation that sent something by an output, or else the newest of all. */
  static int bestActivation(NodeView view, String output) {
    List<Activation> activations = view.activations();
    for (int i = activations.size() - 1; i >= 0; i--) {
      ItemListRef list = activations.get(i).outputs().get(output);
      if (list != null && list.size() > 0) {
        return i;
      }
    }
    return activations.size() - 1;
  }

  /** What to show of an output in an activation. */
  static Shown of(
      Optional<RunView> run,
      String node,
      NodeDefinition definition,
      String output,
      int activation,
      EngineAccess engine) {
    NodeView view = run.map(known -> known.nodes().get(node)).orElse(null);
    if (view == null) {
      return withoutRun(run, definition);
    }
    Activation shown = view.activations().get(activation);
    ItemListRef list = shown.outputs().get(output);
    if (list != null && list.size() > 0) {
      return new Output(new Items.Stored(list, engine), Optional.of(shown));
    }
    return shown
        .error()
        .<Shown>map(error -> new Nothing(error.message(), failureHint(error.property()), true))
        .orElseGet(() -> quiet(shown));
  }

  private static Shown withoutRun(Optional<RunView> run, NodeDefinition definition) {
    if (definition.pinned().isPresent()) {
      return new Output(new Items.Held(definition.pinned().get()), Optional.empty());
    }
    if (run.isEmpty()) {
      return new Nothing(
          "Run the workflow to see data here", "Each node then shows the items it sent.", false);
    }
    return run.get().status().ended()
        ? new Nothing(
            "This node did not run", "No items reached it in run " + run.get().id() + ".", false)
        : new Nothing("Waiting for items", "The run has not come to this node yet.", false);
  }

  private static String failureHint(String property) {
    return property.isEmpty()
        ? "Change the node's settings or its input, and run again."
        : "Change “" + property + "” in the node's settings, and run again.";
  }

  private static Shown quiet(Activation activation) {
    return switch (activation.state()) {
      case RUNNING ->
          new Nothing(
              "Running…",
              activation.progress() == 0
                  ? ""
                  : ValueText.count(activation.progress(), "item") + " so far",
              false);
      case RETRYING -> new Nothing("Trying again soon", "The last try failed.", true);
      case WAITING -> new Nothing("Waiting", "Its items leave at a later moment.", false);
      case UNCERTAIN ->
          new Nothing(
              "Cut short by a crash",
              "Nobody knows whether it happened: say what to do, above on the canvas.",
              true);
      case CANCELLED -> new Nothing("Cancelled", "The run was cancelled here.", false);
      case DONE, FAILED -> new Nothing("No items left this output", "", false);
    };
  }
}
