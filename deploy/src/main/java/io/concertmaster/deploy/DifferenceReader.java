package io.concertmaster.deploy;

import io.concertmaster.model.Connection;
import io.concertmaster.model.diff.FormChange;
import io.concertmaster.model.diff.FormDifference;
import io.concertmaster.model.diff.NodeChange;
import io.concertmaster.model.diff.ValueChange;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link io.concertmaster.model.diff.DifferenceJson} wrote on the other side. */
final class DifferenceReader {
  private DifferenceReader() {}

  static WorkflowDifference read(JsonObject json) {
    JsonObject connections =
        json.get("connections") instanceof JsonObject object ? object : JsonObject.empty();
    return new WorkflowDifference(
        values(json.get("workflow")),
        Preview.objects(json.get("nodes")).stream().map(DifferenceReader::node).toList(),
        connections(connections.get("added")),
        connections(connections.get("removed")),
        Boolean.TRUE.equals(connections.get("reordered")),
        Boolean.TRUE.equals(json.get("moved")));
  }

  static FormDifference form(JsonObject json) {
    return new FormDifference(
        Preview.objects(json.get("parts")).stream().map(DifferenceReader::part).toList());
  }

  private static FormChange part(JsonObject json) {
    return new FormChange(
        kind(json),
        Preview.text(json, "part"),
        Preview.text(json, "detail"),
        Preview.objects(json.get("details")).stream()
            .map(each ->
                new FormChange.Detail(Preview.text(each, "what"), Preview.text(each, "how")))
            .toList());
  }

  private static ValueChange.Kind kind(JsonObject json) {
    return switch (Preview.text(json, "kind")) {
      case "added" -> ValueChange.Kind.ADDED;
      case "removed" -> ValueChange.Kind.REMOVED;
      default -> ValueChange.Kind.CHANGED;
    };
  }

  private static NodeChange node(JsonObject json) {
    String id = Preview.text(json, "id");
    String name = Preview.text(json, "name");
    return switch (Preview.text(json, "kind")) {
      case "added" -> new NodeChange.Added(id, name, Preview.text(json, "type"));
      case "removed" -> new NodeChange.Removed(id, name, Preview.text(json, "type"));
      default -> new NodeChange.Changed(id, name, values(json.get("changes")));
    };
  }

  private static List<ValueChange> values(@Nullable Object list) {
    return Preview.objects(list).stream()
        .map(each ->
            new ValueChange(
                Preview.text(each, "path"), kind(each), each.get("before"), each.get("after")))
        .toList();
  }

  private static List<Connection> connections(@Nullable Object list) {
    List<Connection> connections = new ArrayList<>();
    if (list instanceof JsonArray lines) {
      for (Object each : lines) {
        if (each instanceof String line) {
          Connection.parse(line).ifPresent(connections::add);
        }
      }
    }
    return connections;
  }
}
