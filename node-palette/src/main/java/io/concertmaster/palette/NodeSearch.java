package io.concertmaster.palette;

import io.concertmaster.node.NodeDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Finds node types by what people call them: name first, then keywords, type id and summary. */
public final class NodeSearch {
  private final List<NodeDescriptor> choices;

  /** Over these, in the order in which an empty query shows them. */
  public NodeSearch(List<NodeDescriptor> choices) {
    this.choices = List.copyOf(choices);
  }

  /** Those that answer the query, best first; all in their own order for a blank one. */
  public List<NodeDescriptor> find(String query) {
    if (query.isBlank()) {
      return choices;
    }
    record Hit(NodeDescriptor descriptor, int score) {}
    return choices.stream()
        .map(each -> new Hit(each, score(query, each)))
        .filter(hit -> hit.score() > 0)
        .sorted(Comparator.comparingInt(Hit::score).reversed())
        .map(Hit::descriptor)
        .toList();
  }

  private static int score(String query, NodeDescriptor node) {
    int best = weigh(Fuzzy.score(query, node.name()), 100);
    for (String keyword : node.keywords()) {
      best = Math.max(best, weigh(Fuzzy.score(query, keyword), 80));
    }
    best = Math.max(best, weigh(Fuzzy.score(query, node.type()), 60));
    OptionalInt summary = Fuzzy.score(query, node.summary());
    // Letters scattered over a whole sentence mean nothing.
    return summary.orElse(0) < 300 ? best : Math.max(best, weigh(summary, 50));
  }

  private static int weigh(OptionalInt score, int percent) {
    return score.orElse(0) * percent / 100;
  }
}
