package io.concertmaster.model.io;

import io.concertmaster.model.Concurrency;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The text of a workflow file. Nodes, connections and places stand one below the other however few
 * they are, so that two people who add one each change different lines.
 */
final class WorkflowWriter {
  /** Editors look for it at the top; to us it is an unknown key like any other. */
  private static final String SCHEMA = "$schema";

  private static final Set<String> KNOWN =
      Set.of("format", "id", "name", "settings", "nodes", "connections", "layout");

  private WorkflowWriter() {}

  static String write(Workflow workflow) {
    List<String> parts = new ArrayList<>();
    JsonObject unknown = workflow.unknown();
    if (unknown.containsKey(SCHEMA)) {
      parts.add(PrettyText.part(SCHEMA, unknown.get(SCHEMA)));
    }
    parts.add(PrettyText.part("format", (long) Migrations.KNOWN.newest()));
    parts.add(PrettyText.part("id", workflow.id()));
    parts.add(PrettyText.part("name", workflow.name()));
    JsonObject settings = settings(workflow.settings());
    if (!settings.isEmpty()) {
      parts.add(PrettyText.part("settings", settings));
    }
    parts.add(block("nodes", nodes(workflow)));
    parts.add(connections(workflow));
    unknown.forEach((name, value) -> {
      if (!KNOWN.contains(name) && !name.equals(SCHEMA)) {
        parts.add(PrettyText.part(name, value));
      }
    });
    JsonObject layout = layout(workflow);
    if (!layout.isEmpty()) {
      parts.add(block("layout", layout));
    }
    return "{\n" + String.join(",\n", parts) + "\n}\n";
  }

  static String write(Fragment fragment) {
    Workflow nodes = fragment.asWorkflow();
    List<String> parts = new ArrayList<>();
    parts.add(FragmentText.mark());
    parts.add(PrettyText.part("format", (long) Migrations.KNOWN.newest()));
    parts.add(block("nodes", nodes(nodes)));
    parts.add(connections(nodes));
    parts.add(block("layout", layout(nodes)));
    return "{\n" + String.join(",\n", parts) + "\n}\n";
  }

  /** An object with one entry a line, however short. */
  private static String block(String name, JsonObject entries) {
    return new PrettyText().raw("  ").name(name).lines(entries, 2).toString();
  }

  private static String connections(Workflow workflow) {
    PrettyText text = new PrettyText().raw("  ").name("connections");
    if (workflow.connections().isEmpty()) {
      return text.raw("[]").toString();
    }
    String before = "[\n";
    for (var connection : workflow.connections()) {
      text.raw(before).raw("    ").value(connection.toString(), 4);
      before = ",\n";
    }
    return text.raw("\n  ]").toString();
  }

  static JsonObject nodes(Workflow workflow) {
    JsonObject.Builder nodes = JsonObject.builder();
    workflow.nodes().forEach((id, node) -> nodes.put(id, NodeWriter.write(node)));
    return nodes.build();
  }

  private static JsonObject settings(Settings settings) {
    JsonObject.Builder object = JsonObject.builder();
    settings.timezone().ifPresent(zone -> object.put("timezone", zone.getId()));
    settings.timeout().ifPresent(timeout -> object.put("timeout", timeout.toString()));
    if (settings.executionOrder() != ExecutionOrder.V1) {
      object.put("executionOrder", settings.executionOrder().id());
    }
    if (settings.parallelBranches() > 1) {
      object.put("parallelBranches", (long) settings.parallelBranches());
    }
    settings.errorWorkflow().ifPresent(file -> object.put("errorWorkflow", file));
    if (!settings.concurrency().equals(Concurrency.DEFAULT)) {
      object.put(
          "concurrency",
          JsonObject.of("atOnce", (long) settings.concurrency().atOnce())
              .with("overlap", settings.concurrency().overlap().id()));
    }
    JsonObject known = object.build();
    return known.withAll(settings.unknown()).withAll(known);
  }

  /** Places in the order of the nodes, then those of no node. */
  private static JsonObject layout(Workflow workflow) {
    Set<String> order = new LinkedHashSet<>(workflow.nodes().keySet());
    order.addAll(workflow.layout().keySet());
    JsonObject.Builder layout = JsonObject.builder();
    for (String id : order) {
      Placement place = workflow.layout().get(id);
      if (place != null) {
        layout.put(id, place(place));
      }
    }
    return layout.build();
  }

  private static JsonArray place(Placement place) {
    return place.width() == 0 && place.height() == 0
        ? JsonArray.of(place.x(), place.y())
        : JsonArray.of(place.x(), place.y(), place.width(), place.height());
  }
}
