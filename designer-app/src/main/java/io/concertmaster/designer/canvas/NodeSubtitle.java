package io.concertmaster.designer.canvas;

import io.concertmaster.designer.runs.RunWords;
import io.concertmaster.engine.Activation;
import io.concertmaster.engine.NodeView;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.node.NodeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The line under a node's name: what it does, or in a run what it did and how long it took. */
final class NodeSubtitle {
  private NodeSubtitle() {}

  static String of(
      NodeDefinition node, Optional<NodeType> type, Optional<NodeView> view, Instant now) {
    return view.map(each -> ran(each, now)).orElseGet(() -> idle(node, type));
  }

  private static String idle(NodeDefinition node, Optional<NodeType> type) {
    if (node.disabled()) {
      return "Disabled";
    }
    if (type.isEmpty()) {
      return "Unknown type " + node.type();
    }
    String caption = type.get().caption(node.parameters());
    return caption.isEmpty() ? type.get().descriptor().name() : caption;
  }

  private static String ran(NodeView view, Instant now) {
    Activation last = view.last();
    String time = RunWords.length(total(view, now));
    long items =
        view.activations().stream()
            .flatMap(each -> each.outputs().values().stream())
            .mapToLong(list -> list.size())
            .sum();
    return switch (view.state()) {
      case RUNNING ->
          (last.progress() > 0 ? Counts.items(last.progress()) : "Running") + " · " + time;
      case RETRYING -> "Try " + (last.attempt() + 1) + " follows";
      case WAITING -> "Waiting";
      case UNCERTAIN -> "Cut short: needs a decision";
      case DONE -> Counts.items(items) + " · " + time;
      case FAILED -> "Failed · " + time;
      case CANCELLED -> "Cancelled";
    };
  }

  private static Duration total(NodeView view, Instant now) {
    return view.activations().stream()
        .map(each -> each.took(now))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
