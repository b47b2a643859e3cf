package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code executionData}: marks the run. */
final class MarkRunMapping implements NodeMapping {
  private static final String OURS = "flow.markRun";
  private static final String THEIRS = "n8n-nodes-base.executionData";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    List<JsonObject> marks = new ArrayList<>();
    for (JsonObject value : node.objects("dataToSave.values")) {
      Object name = value.get("key");
      Object text = value.get("value");
      marks.add(JsonObject.of("name", name == null ? "" : name, "value", text == null ? "" : text));
    }
    return Optional.of(Mapped.of(OURS, JsonObject.of("marks", JsonArray.copyOf(marks))));
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    List<JsonObject> values = new ArrayList<>();
    for (JsonObject mark : ForeignNode.objects(ours.get("marks"))) {
      values.add(JsonObject.of("key", mark.get("name"), "value", mark.get("value")));
    }
    JsonObject written =
        JsonObject.of("dataToSave", JsonObject.of("values", JsonArray.copyOf(values)));
    List<String> main = List.of(Port.MAIN);
    return Optional.of(new Written(THEIRS, 1.1, written, main, main));
  }
}
