package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON, for the journal. A body has only what its event holds; a key that is missing
 * means none, so that a later version can add keys. The kind and the node lie beside the body.
 */
public final class EventJson {
  private EventJson() {}

  /** The name of an event's kind in the journal; never changes. */
  public static String kind(Event event) {
    return switch (event) {
      case Event.RunStarted e -> "run-started";
      case Event.Began e -> "began";
      case Event.Progress e -> "progress";
      case Event.Done e -> "done";
      case Event.Called e -> "called";
      case Event.Waits e -> "waits";
      case Event.Answered e -> "answered";
      case Event.Failed e -> "failed";
      case Event.Woke e -> "woke";
      case Event.Resumed e -> "resumed";
      case Event.Decided e -> "decided";
      case Event.Parked e -> "parked";
      case Event.Logged e -> "logged";
      case Event.Upgraded e -> "upgraded";
      case Event.Cancelled e -> "cancelled";
      case Event.TimedOut e -> "timed-out";
      case Event.LastStep e -> "last-step";
    };
  }

  /** The node of which an event speaks; empty for the run as a whole. */
  public static String node(Event event) {
    return switch (event) {
      case Event.Began e -> e.node();
      case Event.Progress e -> e.node();
      case Event.Done e -> e.node();
      case Event.Called e -> e.node();
      case Event.Waits e -> e.node();
      case Event.Answered e -> e.node();
      case Event.Failed e -> e.node();
      case Event.Woke e -> e.node();
      case Event.Decided e -> e.node();
      case Event.Logged e -> e.node();
      case Event.Upgraded e -> e.node();
      case Event.LastStep e -> e.node();
      case Event.RunStarted e -> e.start();
      case Event.Resumed e -> "";
      case Event.Parked e -> "";
      case Event.Cancelled e -> "";
      case Event.TimedOut e -> "";
    };
  }

  /** Which of its node's activations an event speaks of; −1 where it speaks of none. */
  public static int runIndex(Event event) {
    return switch (event) {
      case Event.Began e -> e.runIndex();
      case Event.Progress e -> e.runIndex();
      case Event.Done e -> e.runIndex();
      case Event.Called e -> e.runIndex();
      case Event.Waits e -> e.runIndex();
      case Event.Answered e -> e.runIndex();
      case Event.Failed e -> e.runIndex();
      case Event.Woke e -> e.runIndex();
      case Event.Decided e -> e.runIndex();
      case Event.LastStep e -> e.runIndex();
      default -> -1;
    };
  }

  /** What an event holds besides its kind and node. */
  public static JsonObject body(Event event) {
    JsonObject.Builder body = JsonObject.builder();
    switch (event) {
      case Event.RunStarted e -> {
        body.put("input", list(e.input())).put("folder", e.folder());
        e.until().ifPresent(node -> body.put("until", node));
        e.timeout().ifPresent(limit -> body.put("timeout", limit.toString()));
        body.put("max", e.maxActivations());
        e.blank().ifPresent(list -> body.put("blank", list(list)));
        body.put("cause", CauseJson.write(e.cause()));
      }
      case Event.Began e -> {
        body.put("run", e.runIndex()).put("attempt", e.attempt());
        body.put("mode", e.mode().name().toLowerCase(Locale.ROOT));
        if (e.lane() > 0) {
          body.put("lane", e.lane());
        }
        if (e.unsafe()) {
          body.put("unsafe", true);
        }
        body.put("inputs", inputs(e.inputs()));
      }
      case Event.Progress e -> {
        Watermark mark = e.watermark();
        body.put("run", e.runIndex()).put("position", mark.position());
        body.put("outputs", lists(mark.outputs()));
        mark.error().ifPresent(error -> body.put("error", error(error)));
      }
      case Event.Done e -> {
        body.put("run", e.runIndex()).put("outputs", lists(e.outputs()));
        e.error().ifPresent(error -> body.put("error", error(error)));
        TracesJson.write(e.traces(), body);
      }
      case Event.Called e -> {
        body.put("run", e.runIndex()).put("runs", e.runs());
        TracesJson.write(e.traces(), body);
      }
      case Event.Waits e -> {
        body.put("run", e.runIndex()).put("outputs", lists(e.outputs()));
        e.until().ifPresent(until -> body.put("until", until.toString()));
        if (e.callable()) {
          body.put("callable", true);
        }
        TracesJson.write(e.traces(), body);
      }
      case Event.Answered e -> body.put("run", e.runIndex()).put("outputs", lists(e.outputs()));
      case Event.Failed e ->
          body.put("run", e.runIndex()).put("attempt", e.attempt()).put("error", error(e.error()));
      case Event.Woke e -> body.put("run", e.runIndex());
      case Event.Decided e -> body.put("run", e.runIndex()).put("decision", e.decision().name());
      case Event.Parked e -> body.put("reason", e.reason());
      case Event.Logged e -> body.put("line", e.line());
      case Event.Upgraded e -> body.put("before", e.before());
      case Event.Resumed e -> {}
      case Event.Cancelled e -> {}
      case Event.TimedOut e -> {}
      case Event.LastStep e -> body.put("run", e.runIndex());
    }
    return body.build();
  }

  /**
   * The event of a kind, node and body.
   *
   * @throws IllegalArgumentException when there is no such kind, or a key is missing or of the
   *     wrong type
   */
  public static Event event(String kind, String node, JsonObject body) {
    return switch (kind) {
      case "run-started" ->
          new Event.RunStarted(
              node,
              list(body.get("input")),
              Optional.ofNullable((String) body.get("until")),
              text(body, "folder"),
              Optional.ofNullable((String) body.get("timeout")).map(Duration::parse),
              number(body, "max"),
              Optional.ofNullable(body.get("blank")).map(EventJson::list),
              CauseJson.read(body.get("cause")));
      case "began" ->
          new Event.Began(
              node,
              index(body, "run"),
              index(body, "attempt"),
              body.get("lane") == null ? 0 : index(body, "lane"),
              Mode.valueOf(text(body, "mode").toUpperCase(Locale.ROOT)),
              Boolean.TRUE.equals(body.get("unsafe")),
              inputs(body.get("inputs")));
      case "progress" ->
          new Event.Progress(
              node,
              index(body, "run"),
              new Watermark(
                  number(body, "position"),
                  lists(body.get("outputs")),
                  maybeError(body.get("error"))));
      case "done" ->
          new Event.Done(
              node,
              index(body, "run"),
              lists(body.get("outputs")),
              maybeError(body.get("error")),
              TracesJson.read(body));
      case "called" ->
          new Event.Called(
              node, index(body, "run"), numbers(body.get("runs")), TracesJson.read(body));
      case "waits" ->
          new Event.Waits(
              node,
              index(body, "run"),
              lists(body.get("outputs")),
              Optional.ofNullable((String) body.get("until")).map(Instant::parse),
              Boolean.TRUE.equals(body.get("callable")),
              TracesJson.read(body));
      case "answered" -> new Event.Answered(node, index(body, "run"), lists(body.get("outputs")));
      case "failed" ->
          new Event.Failed(
              node,
              index(body, "run"),
              index(body, "attempt"),
              maybeError(body.get("error")).orElseThrow(() -> missing("error")));
      case "woke" -> new Event.Woke(node, index(body, "run"));
      case "resumed" -> new Event.Resumed();
      case "decided" ->
          new Event.Decided(
              node, index(body, "run"), UncertainDecision.valueOf(text(body, "decision")));
      case "parked" -> new Event.Parked(text(body, "reason"));
      case "logged" -> new Event.Logged(node, text(body, "line"));
      case "upgraded" -> new Event.Upgraded(node, text(body, "before"));
      case "cancelled" -> new Event.Cancelled();
      case "timed-out" -> new Event.TimedOut();
      case "last-step" -> new Event.LastStep(node, index(body, "run"));
      default -> throw new IllegalArgumentException("no event is called “" + kind + "”");
    };
  }

  private static JsonObject list(ItemListRef list) {
    return JsonObject.of("id", list.id(), "size", list.size());
  }

  private static ItemListRef list(@Nullable Object json) {
    JsonObject object = object(json);
    return new ItemListRef(text(object, "id"), number(object, "size"));
  }

  private static JsonObject lists(Map<String, ItemListRef> outputs) {
    JsonObject.Builder json = JsonObject.builder();
    outputs.forEach((port, list) -> json.put(port, list(list)));
    return json.build();
  }

  private static Map<String, ItemListRef> lists(@Nullable Object json) {
    Map<String, ItemListRef> outputs = new LinkedHashMap<>();
    object(json).forEach((port, list) -> outputs.put(port, list(list)));
    return outputs;
  }

  static List<JsonObject> inputs(List<Input> inputs) {
    return inputs.stream().map(EventJson::input).toList();
  }

  private static JsonObject input(Input input) {
    JsonObject json = list(input.list());
    return input
        .origin()
        .map(from ->
            json.with("from", from.node())
                .with("run", from.runIndex())
                .with("output", from.output()))
        .orElse(json);
  }

  static List<Input> inputs(@Nullable Object json) {
    List<Input> inputs = new ArrayList<>();
    if (!(json instanceof JsonArray array)) {
      throw missing("inputs");
    }
    for (Object each : array) {
      JsonObject object = object(each);
      Optional<Input.Origin> origin =
          object.containsKey("from")
              ? Optional.of(
                  new Input.Origin(
                      text(object, "from"), index(object, "run"), text(object, "output")))
              : Optional.empty();
      ItemListRef list = list(object);
      inputs.add(new Input(list, origin));
    }
    return inputs;
  }

  /** Why something failed, as JSON. */
  public static JsonObject error(RunError error) {
    JsonObject.Builder json = JsonObject.builder().put("message", error.message());
    error.node().ifPresent(node -> json.put("node", node));
    if (!error.property().isEmpty()) {
      json.put("property", error.property());
    }
    error.item().ifPresent(item -> json.put("item", item));
    return json.build();
  }

  /** Why something failed, from what {@link #error} made; empty where there is nothing. */
  public static Optional<RunError> maybeError(@Nullable Object json) {
    if (json == null) {
      return Optional.empty();
    }
    JsonObject object = object(json);
    return Optional.of(
        new RunError(
            Optional.ofNullable((String) object.get("node")),
            text(object, "message"),
            Objects.toString(object.get("property"), ""),
            object.get("item") instanceof Long item
                ? OptionalLong.of(item)
                : OptionalLong.empty()));
  }

  private static List<Long> numbers(@Nullable Object json) {
    if (!(json instanceof JsonArray array)) {
      throw missing("runs");
    }
    return array.stream().map(each -> each instanceof Long number ? number : 0L).toList();
  }

  private static JsonObject object(@Nullable Object json) {
    if (json instanceof JsonObject object) {
      return object;
    }
    throw new IllegalArgumentException("an object is missing");
  }

  private static String text(JsonObject object, String key) {
    if (object.get(key) instanceof String text) {
      return text;
    }
    throw missing(key);
  }

  private static long number(JsonObject object, String key) {
    if (object.get(key) instanceof Long number) {
      return number;
    }
    throw missing(key);
  }

  private static int index(JsonObject object, String key) {
    return Math.toIntExact(number(object, key));
  }

  private static IllegalArgumentException missing(String key) {
    return new IllegalArgumentException("“" + key + "” is missing");
  }
}
