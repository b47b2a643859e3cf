package io.concertmaster.designer.inspector;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every node has besides its type's settings, as a schema and as values, so that the same
 * controls edit it.
 */
final class NodePolicy {
  private static final long DEFAULT_TRIES = 3;
  private static final long DEFAULT_WAIT = 1;
  private static final double DAY = 86_400;

  /** The schema. */
  static final List<Property> PROPERTIES =
      List.of(
          Property.of(
                  "onError",
                  "When this node fails",
                  PropertyKind.choice(
                      new Option("stop", "Stop the run", "The run ends as failed."),
                      new Option(
                          "continue",
                          "Go on",
                          "Items that failed leave by the first output, with the error's text."),
                      new Option(
                          "output",
                          "Send to the error output",
                          "The node gets an output for the items that failed.")))
              .defaultsTo(OnError.STOP.id())
              .literalOnly(),
          Property.of(
                  "onUncertain",
                  "When a crash cuts this node short",
                  PropertyKind.choice(
                      new Option("ask", "Ask what to do", "The run waits for a decision."),
                      new Option("retry", "Do it again", "For steps that do no harm twice."),
                      new Option("fail", "Count it as failed", "The setting above says the rest.")))
              .help("Plays a part only where the step must not happen twice.")
              .defaultsTo(OnUncertain.ASK.id())
              .literalOnly(),
          Property.of("retry", "Try again first", PropertyKind.flag())
              .defaultsTo(false)
              .literalOnly(),
          Property.of("tries", "Tries, the first one too", PropertyKind.wholeNumber(2, 100))
              .defaultsTo(DEFAULT_TRIES)
              .when("retry", true)
              .literalOnly(),
          Property.of("wait", "Seconds between tries", new PropertyKind.Numeric(false, 0, DAY))
              .defaultsTo(DEFAULT_WAIT)
              .when("retry", true)
              .literalOnly(),
          Property.of(
                  "backoff",
                  "Longer each time by a factor of",
                  new PropertyKind.Numeric(false, 1, 10))
              .defaultsTo(1L)
              .when("retry", true)
              .literalOnly(),
          Property.of(
                  "timeout", "Give up a try after seconds", new PropertyKind.Numeric(false, 0, 1e9))
              .help("Empty for no limit.")
              .literalOnly(),
          flag(
              "executeOnce",
              "Use only the first item",
              "Of each input, as if there were no others."),
          flag("alwaysOutput", "Always send an item", "One empty item where there would be none."),
          flag("disabled", "Switched off", "Items pass this node by unchanged."),
          Property.of("note", "Note", new PropertyKind.Text("What should others know?", 3))
              .literalOnly());

  private NodePolicy() {}

  private static Property flag(String name, String label, String help) {
    return Property.of(name, label, PropertyKind.flag()).help(help).defaultsTo(false).literalOnly();
  }

  /** A node's values for the schema; defaults left out. */
  static JsonObject of(NodeDefinition node) {
    JsonObject.Builder values = JsonObject.builder();
    if (node.onError() != OnError.STOP) {
      values.put("onError", node.onError().id());
    }
    if (node.onUncertain() != OnUncertain.ASK) {
      values.put("onUncertain", node.onUncertain().id());
    }
    node.retry()
        .ifPresent(retry ->
            values
                .put("retry", true)
                .put("tries", retry.tries())
                .put("wait", seconds(retry.pause()))
                .put("backoff", whole(retry.backoff())));
    node.timeout().ifPresent(timeout -> values.put("timeout", seconds(timeout)));
    if (node.executeOnce()) {
      values.put("executeOnce", true);
    }
    if (node.alwaysOutput()) {
      values.put("alwaysOutput", true);
    }
    if (node.disabled()) {
      values.put("disabled", true);
    }
    if (!node.note().isEmpty()) {
      values.put("note", node.note());
    }
    return values.build();
  }

  /** A node with these values; what is out of bounds counts as its nearest right value. */
  static NodeDefinition apply(NodeDefinition node, JsonObject values) {
    Optional<Retry> retry =
        Boolean.TRUE.equals(values.get("retry"))
            ? Optional.of(
                new Retry(
                    (int) number(values.get("tries"), DEFAULT_TRIES, 2, 100),
                    duration(number(values.get("wait"), DEFAULT_WAIT, 0, DAY)),
                    number(values.get("backoff"), 1, 1, 10)))
            : Optional.empty();
    double timeout = number(values.get("timeout"), 0, 0, 1e9);
    return node.withOnError(onError(values.get("onError")))
        .withOnUncertain(onUncertain(values.get("onUncertain")))
        .withRetry(retry)
        .withTimeout(timeout > 0 ? Optional.of(duration(timeout)) : Optional.empty())
        .withExecuteOnce(Boolean.TRUE.equals(values.get("executeOnce")))
        .withAlwaysOutput(Boolean.TRUE.equals(values.get("alwaysOutput")))
        .withDisabled(Boolean.TRUE.equals(values.get("disabled")))
        .withNote(values.get("note") instanceof String text ? text : "");
  }

  private static OnError onError(@Nullable Object id) {
    return Arrays.stream(OnError.values())
        .filter(policy -> policy.id().equals(id))
        .findFirst()
        .orElse(OnError.STOP);
  }

  private static OnUncertain onUncertain(@Nullable Object id) {
    return Arrays.stream(OnUncertain.values())
        .filter(policy -> policy.id().equals(id))
        .findFirst()
        .orElse(OnUncertain.ASK);
  }

  private static double number(@Nullable Object value, double otherwise, double min, double max) {
    return value instanceof Number number ? Math.clamp(number.doubleValue(), min, max) : otherwise;
  }

  /** Seconds as data: a whole number where it is one. */
  static Object seconds(Duration duration) {
    return whole(duration.toMillis() / 1000.0);
  }

  /** A duration of seconds, to the millisecond. */
  static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static Object whole(double number) {
    return number == Math.rint(number) ? (Object) (long) number : (Object) number;
  }
}
