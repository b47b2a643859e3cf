package io.concertmaster.engine.local.plan;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an activation leaves behind, as JSON for the journal. What is empty is left out. */
final class TracesJson {
  private TracesJson() {}

  /** Adds the keys to the body of an event. */
  static void write(Traces traces, JsonObject.Builder body) {
    traces.memory().ifPresent(values -> body.put("memory", values));
    if (!traces.kept().isEmpty()) {
      body.put("kept", traces.kept().stream().map(TracesJson::kept).toList());
    }
    if (!traces.staticData().isEmpty()) {
      body.put("static", object(traces.staticData()));
    }
    if (!traces.customData().isEmpty()) {
      body.put("custom", object(traces.customData()));
    }
    traces.told().ifPresent(told -> body.put("told", told));
  }

  private static JsonObject object(Map<String, ?> map) {
    JsonObject.Builder object = JsonObject.builder();
    map.forEach(object::put);
    return object.build();
  }

  private static JsonObject kept(Traces.Kept kept) {
    JsonObject json = JsonObject.of("list", kept.list(), "parts", EventJson.inputs(kept.parts()));
    return kept.replaces() ? json.with("replaces", true) : json;
  }

  static Traces read(JsonObject body) {
    List<Traces.Kept> kept = new ArrayList<>();
    if (body.get("kept") instanceof JsonArray all) {
      for (Object each : all) {
        kept.add(kept(each));
      }
    }
    Map<String, JsonObject> staticData = new LinkedHashMap<>();
    if (body.get("static") instanceof JsonObject owners) {
      owners.forEach((owner, values) -> {
        if (values instanceof JsonObject object) {
          staticData.put(owner, object);
        }
      });
    }
    Map<String, String> customData = new LinkedHashMap<>();
    if (body.get("custom") instanceof JsonObject values) {
      values.forEach((name, value) -> customData.put(name, String.valueOf(value)));
    }
    Optional<JsonObject> memory =
        body.get("memory") instanceof JsonObject values ? Optional.of(values) : Optional.empty();
    Optional<JsonObject> told =
        body.get("told") instanceof JsonObject said ? Optional.of(said) : Optional.empty();
    return new Traces(memory, kept, staticData, customData, told);
  }

  private static Traces.Kept kept(@Nullable Object json) {
    if (json instanceof JsonObject object && object.get("list") instanceof String list) {
      return new Traces.Kept(
          list, Boolean.TRUE.equals(object.get("replaces")), EventJson.inputs(object.get("parts")));
    }
    throw new IllegalArgumentException("a kept list has no name");
  }
}
