package io.concertmaster.benchmarks;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.n8n.read.WorkflowDocuments;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The workflows that are measured: those of the peers' comparison, with our own nodes. */
@SuppressWarnings("InlineFormatString") // workflows are read better in one piece
final class Workloads {
  private static final String W1 =
      """
      { "format": 1, "id": "w1", "name": "W1", "settings": {},
        "nodes": {
          "items": { "type": "bench.items", "version": 1, "name": "Items", "parameters": { "count": "%d" } },
          "fields": { "type": "data.editFields", "version": 1, "name": "Fields", "parameters": { "fields": [
            { "name": "total", "value": "={{ $json.amount * 1.2 }}" },
            { "name": "label", "value": "={{ $json.name.toUpperCase() + '-' + $json.country }}" } ] } },
          "filter": { "type": "data.filter", "version": 1, "name": "Filter", "parameters": {
            "conditions": [{ "left": "={{ $json.amount }}", "is": "greaterThan", "right": 50 }] } },
          "sort": { "type": "data.sort", "version": 1, "name": "Sort", "parameters": { "keys": [{ "field": "amount" }] } },
          "sum": { "type": "data.summarize", "version": 1, "name": "Sum", "parameters": {
            "groupBy": ["country"], "calculate": [{ "operation": "sum", "field": "amount", "as": "amount" }] } } },
        "connections": ["items -> fields", "fields -> filter", "filter -> sort", "sort -> sum"], "layout": {} }
      """;

  private static final String W2 =
      """
      { "format": 1, "id": "w2", "name": "W2", "settings": {},
        "nodes": {
          "start": { "type": "trigger.manual", "version": 1, "name": "Start" },
          "read": { "type": "file.read", "version": 1, "name": "Read", "parameters": { "path": "in-%d.csv" } },
          "rows": { "type": "file.extract", "version": 1, "name": "Rows", "parameters": { "format": "csv", "values": "text" } },
          "filter": { "type": "data.filter", "version": 1, "name": "Filter", "parameters": {
            "conditions": [{ "left": "={{ Number($json.amount) }}", "is": "greaterThan", "right": 50 }] } },
          "number": { "type": "data.editFields", "version": 1, "name": "Number", "parameters": { "fields": [
            { "name": "amount", "value": "={{ Number($json.amount) }}" } ] } },
          "sum": { "type": "data.summarize", "version": 1, "name": "Sum", "parameters": {
            "groupBy": ["country"], "calculate": [{ "operation": "sum", "field": "amount", "as": "amount" }] } },
          "convert": { "type": "file.convert", "version": 1, "name": "CSV", "parameters": { "format": "csv", "fileName": "out.csv" } },
          "write": { "type": "file.write", "version": 1, "name": "Write", "parameters": { "path": "out.csv", "mode": "overwrite" } } },
        "connections": ["start -> read", "read -> rows", "rows -> filter", "filter -> number", "number -> sum",
          "sum -> convert", "convert -> write"], "layout": {} }
      """;

  private static final String W5 =
      """
      { "format": 1, "id": "w5", "name": "W5", "settings": {},
        "nodes": {
          "items": { "type": "bench.items", "version": 1, "name": "Items", "parameters": { "count": "%d" } },
          "http": { "type": "http.request", "version": 1, "name": "HTTP", "parameters": {
            "url": "=http://127.0.0.1:%d/fast?id={{ $json.id }}" } },
          "count": { "type": "data.summarize", "version": 1, "name": "Count", "parameters": {
            "calculate": [{ "operation": "count", "as": "count" }] } } },
        "connections": ["items -> http", "http -> count"], "layout": {} }
      """;

  private static final String W5_LOOP =
      """
      { "format": 1, "id": "w5loop", "name": "W5 in a loop of one", "settings": {},
        "nodes": {
          "items": { "type": "bench.items", "version": 1, "name": "Items", "parameters": { "count": "%d" } },
          "loop": { "type": "flow.loop", "version": 1, "name": "Loop", "parameters": { "size": 1 } },
          "http": { "type": "http.request", "version": 1, "name": "HTTP", "parameters": {
            "url": "=http://127.0.0.1:%d/fast?id={{ $json.id }}" } },
          "count": { "type": "data.summarize", "version": 1, "name": "Count", "parameters": {
            "calculate": [{ "operation": "count", "as": "count" }] } } },
        "connections": ["items -> loop", "loop:loop -> http", "http -> loop", "loop:done -> count"], "layout": {} }
      """;

  private Workloads() {}

  /**
   * A workload's workflow.
   *
   * @param workload {@code w1}, {@code w2}, {@code w4}, {@code w5}, {@code w5loop}, or the path of
   *     a workflow file, n8n's too
   * @param size how many items, rows or nodes
   * @param folder gets the data that it reads
   */
  static Workflow of(String workload, long size, Path folder)
      throws WorkflowFileException, IOException, InterruptedException {
    return switch (workload) {
      case "w1" -> WorkflowFiles.parse(W1.formatted(size));
      case "w2" -> {
        csv(folder.resolve("in-" + size + ".csv"), size);
        yield WorkflowFiles.parse(W2.formatted(size));
      }
      case "w5" -> WorkflowFiles.parse(W5.formatted(size, Loopback.start()));
      case "w5loop" -> WorkflowFiles.parse(W5_LOOP.formatted(size, Loopback.start()));
      case "w4" -> WorkflowFiles.parse(line(size));
      default -> WorkflowDocuments.read(Path.of(workload)).workflow();
    };
  }

  /** A line of nodes, each with one expression. */
  private static String line(long nodes) {
    StringBuilder types = new StringBuilder();
    StringBuilder connections = new StringBuilder();
    for (int i = 0; i < nodes; i++) {
      String value = i == 0 ? "={{ 0 }}" : "={{ $json.v + 1 }}";
      types.append(
          """
          , "s%d": { "type": "data.editFields", "version": 1, "name": "S%d", "parameters": {
            "keep": "none", "fields": [{ "name": "v", "value": "%s" }] } }
          """
              .formatted(i, i, value));
      connections
          .append(i == 0 ? "" : ", ")
          .append(i == 0 ? "\"start -> s0\"" : "\"s%d -> s%d\"".formatted(i - 1, i));
    }
    return """
    { "format": 1, "id": "w4", "name": "W4", "settings": {},
      "nodes": { "start": { "type": "trigger.manual", "version": 1, "name": "Start" } %s },
      "connections": [%s], "layout": {} }
    """
        .formatted(types, connections);
  }

  private static void csv(Path file, long rows) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Orders orders = new Orders();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,name,amount,country,created\n");
      for (long i = 0; i < rows; i++) {
        orders.next();
        out.write(i + "," + orders.name() + "," + orders.amount());
        out.write("," + orders.country() + "," + orders.created() + "\n");
      }
    }
  }
}
