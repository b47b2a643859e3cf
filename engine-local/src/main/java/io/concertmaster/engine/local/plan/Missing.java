package io.concertmaster.engine.local.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The nodes that must still run before a node with several inputs can.
 *
 * <p>Design note. n8n's order v0 does not let such a node wait for what nobody will send: when the
 * first of its lists arrives, each of its other sources that neither ran nor is about to run is
 * followed back to the first node of which that is true too, and that one runs with one empty item.
 */
final class Missing {
  private final Graph graph;
  private final RunState state;
  private final Task from;
  private final Wire wire;
  private final boolean empty;
  private final Set<String> successors = new HashSet<>();

  /**
   * Looks for what is missing after a list arrived.
   *
   * @param from the activation that sent it
   * @param wire along which it came
   * @param empty whether it holds no items
   */
  Missing(Graph graph, RunState state, Task from, Wire wire, boolean empty) {
    this.graph = graph;
    this.state = state;
    this.from = from;
    this.wire = wire;
    this.empty = empty;
    graph.node(from.node()).wires().forEach(each -> successors.add(each.target()));
  }

  /** The nodes to run with one empty item, in order. */
  List<String> nodes() {
    List<String> found = new ArrayList<>();
    for (List<Source> input : graph.incoming().of(wire.target())) {
      for (Source source : input) {
        if (!comes(source.node()) && !found.contains(source.node())) {
          first(source.node()).filter(this::mayRun).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Whether a source has sent its list, or will do so by itself. */
  private boolean comes(String source) {
    return source.equals(from.node())
        || (successors.contains(source) && !waitsInVain(source))
        || state.ready().holds(source)
        || ran(source);
  }

  private boolean ran(String node) {
    return state.sent().containsKey(node);
  }

  /** The node with which to begin so that a source gets to run; none where it will by itself. */
  private Optional<String> first(String source) {
    List<String> way = new ArrayList<>(List.of(source));
    way.addAll(graph.incoming().parents(source).reversed());
    String begin = source;
    for (String node : way) {
      if ((!node.equals(source) && successors.contains(node)) || state.ready().holds(node)) {
        return Optional.empty();
      }
      if (ran(node)) {
        break;
      }
      begin = node;
    }
    return Optional.of(begin);
  }

  /** A node that was left out because its items went another way stays left out. */
  private boolean mayRun(String node) {
    boolean leftOut = empty && graph.incoming().parents(node).contains(from.node());
    return !leftOut && (graph.incoming().of(node).isEmpty() || waitsInVain(node));
  }

  /** Whether nothing was sent to a node's first input in this pass. */
  private boolean waitsInVain(String node) {
    List<List<Source>> inputs = graph.incoming().of(node);
    Map<String, Sent> sent = state.sent();
    return inputs.isEmpty()
        || inputs.getFirst().stream()
            .noneMatch(each -> Sent.filled(sent.get(each.node()), from.runIndex(), each.output()));
  }
}
