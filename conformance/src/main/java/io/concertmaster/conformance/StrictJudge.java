package io.concertmaster.conformance;

import io.concertmaster.conformance.Verdict.Outcome;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a run by a whole recording: the order of the nodes, and for each node all its runs, all
 * outputs and the items of which each item is made.
 */
final class StrictJudge {
  private StrictJudge() {}

  /** One verdict on the order, and one a node. */
  static List<Verdict> judge(WorkflowCase one, JsonObject recording, Trace trace) {
    List<Verdict> verdicts = new ArrayList<>();
    List<String> order =
        recording.get("order") instanceof JsonArray list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    verdicts.add(verdict(one, "order", Difference.of("order", order, trace.order())));
    if (recording.get("runs") instanceof JsonObject runs) {
      runs.forEach((node, recorded) ->
          verdicts.add(verdict(one, "“" + node + "”", difference(recorded, trace.of(node)))));
    }
    return verdicts;
  }

  /** The verdict on a recording that broke off for a reason of its own. */
  static Verdict skipped(WorkflowCase one, String why) {
    return new Verdict(one.suite(), one.node(), one.name(), Outcome.SKIP, false, List.of(why));
  }

  private static Verdict verdict(WorkflowCase one, String what, Optional<String> difference) {
    return new Verdict(
        one.suite(),
        one.node(),
        one.name() + " " + what,
        difference.isEmpty() ? Outcome.PASS : Outcome.FAIL,
        false,
        difference.stream().toList());
  }

  private static Optional<String> difference(
      @Nullable Object recorded, List<Trace.NodeRun> actual) {
    JsonArray runs = recorded instanceof JsonArray list ? list : JsonArray.empty();
    if (runs.size() != actual.size()) {
      return Optional.of("ran " + actual.size() + " times, expected " + runs.size());
    }
    for (int run = 0; run < runs.size(); run++) {
      JsonObject expected = runs.get(run) instanceof JsonObject o ? o : JsonObject.empty();
      // One that failed and went on is known by what it sent.
      boolean failed =
          "error".equals(expected.get("status"))
              && !(expected.get("outputs") instanceof JsonObject);
      if (failed != actual.get(run).failed()) {
        return Optional.of("run " + run + (failed ? " should have failed" : " failed"));
      }
      Optional<String> difference =
          failed ? Optional.empty() : outputs("run " + run, expected, actual.get(run));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> outputs(String path, JsonObject expected, Trace.NodeRun actual) {
    JsonArray main =
        expected.get("outputs") instanceof JsonObject kinds
                && kinds.get("main") instanceof JsonArray list
            ? list
            : JsonArray.empty();
    for (int output = 0; output < Math.max(main.size(), actual.outputs().size()); output++) {
      JsonArray items =
          output < main.size() && main.get(output) instanceof JsonArray list
              ? list
              : JsonArray.empty();
      Optional<String> difference =
          Difference.of(
              path + " output " + output,
              items.stream().map(StrictJudge::expected).toList(),
              actual.output(output).stream().map(StrictJudge::actual).toList());
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static JsonObject expected(@Nullable Object value) {
    JsonObject item = value instanceof JsonObject object ? object : JsonObject.empty();
    return JsonObject.of("json", item.get("json"), "paired", paired(item.get("pairedItem")))
        .with("files", files(item.get("binary")));
  }

  private static JsonObject actual(Trace.Sent sent) {
    return JsonObject.of("json", sent.json(), "paired", sent.paired())
        .with("files", JsonArray.copyOf(sent.binary().keySet().stream().sorted().toList()));
  }

  private static JsonArray files(@Nullable Object binary) {
    return binary instanceof JsonObject object
        ? JsonArray.copyOf(object.keySet().stream().sorted().toList())
        : JsonArray.empty();
  }

  /** A number, an object or a list of either, as a list of {@code {item, input}}. */
  private static JsonArray paired(@Nullable Object paired) {
    return switch (paired) {
      case null -> JsonArray.empty();
      case JsonArray list -> JsonArray.of(list.stream().map(StrictJudge::one).toArray());
      default -> JsonArray.of(one(paired));
    };
  }

  private static JsonObject one(@Nullable Object paired) {
    return paired instanceof JsonObject object
        ? JsonObject.of(
            "item",
            object.get("item"),
            "input",
            object.get("input") instanceof Number input ? input.longValue() : 0L)
        : JsonObject.of("item", paired, "input", 0L);
  }
}
