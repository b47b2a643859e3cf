package io.concertmaster.benchmarks;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import java.nio.file.Path;

/** The workflows that are measured. */
final class Workloads {
  private Workloads() {}

  static Workflow of(String workload, long size, Path folder) throws Exception {
    return switch (workload) {
      case "w1" -> read(W1.formatted(size));
      default -> throw new IllegalArgumentException("there is no workload " + workload);
    };
  }

  private static Workflow read(String text) throws Exception {
    return WorkflowFiles.parse(text);
  }

  private static final String W1 =
      """
      {
        "format": 1, "id": "w1", "name": "W1", "settings": {},
        "nodes": {
          "items": { "type": "bench.items", "version": 1, "name": "Items", "parameters": { "count": "%d" } },
          "fields": { "type": "data.editFields", "version": 1, "name": "Fields", "parameters": { "fields": [
            { "name": "total", "value": "={{ $json.amount * 1.2 }}" },
            { "name": "label", "value": "={{ $json.name.toUpperCase() + '-' + $json.country }}" } ] } },
          "filter": { "type": "data.filter", "version": 1, "name": "Filter", "parameters": {
            "conditions": [{ "left": "={{ $json.amount }}", "is": "greaterThan", "right": 50 }] } },
          "sort": { "type": "data.sort", "version": 1, "name": "Sort", "parameters": { "keys": [{ "field": "amount" }] } },
          "sum": { "type": "data.summarize", "version": 1, "name": "Sum", "parameters": {
            "groupBy": ["country"], "calculate": [{ "operation": "sum", "field": "amount", "as": "amount" }] } }
        },
        "connections": ["items -> fields", "fields -> filter", "filter -> sort", "sort -> sum"],
        "layout": {}
      }
      """;
}
