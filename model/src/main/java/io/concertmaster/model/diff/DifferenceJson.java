package io.concertmaster.model.diff;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * Differences as JSON: {@code {same, moved, count, workflow: [change], nodes: [{id, name, kind,
 * type?, changes?}], connections: {added, removed, reordered}}}, a change being {@code {path, kind,
 * before?, after?}}.
 */
public final class DifferenceJson {
  private DifferenceJson() {}

  /** The JSON of a difference. */
  public static JsonObject of(WorkflowDifference difference) {
    return JsonObject.of("same", difference.isEmpty(), "moved", difference.moved())
        .with("count", difference.count())
        .with("workflow", changes(difference.workflow()))
        .with(
            "nodes",
            JsonArray.copyOf(difference.nodes().stream().map(DifferenceJson::node).toList()))
        .with(
            "connections",
            JsonObject.of(
                    "added",
                    JsonArray.copyOf(
                        difference.connected().stream().map(Object::toString).toList()),
                    "removed",
                    JsonArray.copyOf(
                        difference.disconnected().stream().map(Object::toString).toList()))
                .with("reordered", difference.reordered()));
  }

  /**
   * The JSON of a difference of forms: {@code {same, count, parts: [{kind, part, detail?, details?:
   * [{what, how}]}]}}.
   */
  public static JsonObject of(FormDifference difference) {
    return JsonObject.of("same", difference.isEmpty(), "count", difference.count())
        .with(
            "parts",
            JsonArray.copyOf(difference.changes().stream().map(DifferenceJson::part).toList()));
  }

  private static JsonObject part(FormChange change) {
    JsonObject part = JsonObject.of("kind", word(change.kind()), "part", change.part());
    if (!change.detail().isEmpty()) {
      part = part.with("detail", change.detail());
    }
    return change.details().isEmpty()
        ? part
        : part.with(
            "details",
            JsonArray.copyOf(
                change.details().stream()
                    .map(each -> JsonObject.of("what", each.what(), "how", each.how()))
                    .toList()));
  }

  private static String word(ValueChange.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static JsonObject node(NodeChange change) {
    JsonObject node = JsonObject.of("id", change.id(), "name", change.name());
    return switch (change) {
      case NodeChange.Added added -> node.with("kind", "added").with("type", added.type());
      case NodeChange.Removed removed -> node.with("kind", "removed").with("type", removed.type());
      case NodeChange.Changed changed ->
          node.with("kind", "changed").with("changes", changes(changed.changes()));
    };
  }

  private static JsonArray changes(List<ValueChange> changes) {
    return JsonArray.copyOf(changes.stream().map(DifferenceJson::change).toList());
  }

  private static JsonObject change(ValueChange change) {
    JsonObject json = JsonObject.of("path", change.path(), "kind", word(change.kind()));
    return switch (change.kind()) {
      case ADDED -> json.with("after", change.after());
      case REMOVED -> json.with("before", change.before());
      case CHANGED -> json.with("before", change.before()).with("after", change.after());
    };
  }
}
