package io.concertmaster.model.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects problems and puts them in the order of the file: by node, then as they were found. */
final class Report {
  private final List<Problem> problems = new ArrayList<>();

  void error(Code code, String nodeId, String property, String message) {
    add(Severity.ERROR, code, Optional.of(nodeId), property, message);
  }

  void warning(Code code, String nodeId, String property, String message) {
    add(Severity.WARNING, code, Optional.of(nodeId), property, message);
  }

  void add(Severity severity, Code code, Optional<String> nodeId, String property, String message) {
    String line = message.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    problems.add(new Problem(severity, code, nodeId, property, line));
  }

  /** All problems; those of no node come last. */
  List<Problem> sorted(Iterable<String> order) {
    Map<String, Integer> positions = new HashMap<>();
    order.forEach(id -> positions.put(id, positions.size()));
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(
        Comparator.comparingInt(problem ->
            problem.nodeId().map(id -> positions.getOrDefault(id, 0)).orElse(positions.size())));
    return List.copyOf(sorted);
  }
}
