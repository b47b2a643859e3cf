package io.concertmaster.benchmarks;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;

/** A workflow of nodes in a line, none of which has settings. */
final class StepLine {
  private final StringBuilder nodes = new StringBuilder();
  private final StringBuilder connections = new StringBuilder();
  private int count;

  StepLine(String first) {
    add(first);
  }

  void add(String type) {
    String node =
        "\"s%d\": { \"type\": \"%s\", \"version\": 1, \"name\": \"S%d\" }"
            .formatted(count, type, count);
    nodes.append(count == 0 ? "" : ", ").append(node);
    if (count > 0) {
      connections
          .append(count == 1 ? "" : ", ")
          .append("\"s%d -> s%d\"".formatted(count - 1, count));
    }
    count++;
  }

  Workflow workflow() throws WorkflowFileException {
    return WorkflowFiles.parse(
        """
        { "format": 1, "id": "line", "name": "Line", "settings": {},
          "nodes": { %s }, "connections": [%s], "layout": {} }
        """
            .formatted(nodes, connections));
  }
}
