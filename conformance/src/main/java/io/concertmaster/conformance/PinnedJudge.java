package io.concertmaster.conformance;

import io.concertmaster.conformance.Verdict.Outcome;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a run by the items that are pinned in its file: each pinned node must have run once and
 * sent them by its first output. Lineage and files play no part.
 */
final class PinnedJudge {
  private PinnedJudge() {}

  static Verdict judge(WorkflowCase one, JsonObject content, Trace trace) {
    List<String> details = new ArrayList<>();
    if (trace.status() != RunStatus.SUCCEEDED) {
      details.add("the run " + trace.status() + ": " + trace.error());
    }
    if (content.get("pinData") instanceof JsonObject pinned) {
      pinned.forEach((node, items) -> difference(node, items, trace).ifPresent(details::add));
    }
    return new Verdict(
        one.suite(),
        one.node(),
        one.name(),
        details.isEmpty() ? Outcome.PASS : Outcome.FAIL,
        one.oraclePass().orElse(false),
        details);
  }

  private static Optional<String> difference(String node, @Nullable Object items, Trace trace) {
    List<Trace.NodeRun> runs = trace.of(node);
    if (runs.size() != 1) {
      return Optional.of("“" + node + "” ran " + runs.size() + " times, expected once");
    }
    List<@Nullable Object> expected = new ArrayList<>();
    for (Object item : items instanceof JsonArray list ? list : JsonArray.empty()) {
      expected.add(
          item instanceof JsonObject wrapped && wrapped.containsKey("json")
              ? wrapped.get("json")
              : item);
    }
    List<@Nullable Object> actual = new ArrayList<>();
    for (Trace.Sent sent : runs.getFirst().output(0)) {
      actual.add(sent.json());
    }
    return Difference.of("“" + node + "” ", expected, actual);
  }
}
