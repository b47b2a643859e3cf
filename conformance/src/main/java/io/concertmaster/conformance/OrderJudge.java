package io.concertmaster.conformance;

import io.concertmaster.conformance.Verdict.Outcome;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a run by the recorded order of its nodes and what each sent. */
final class OrderJudge {
  private OrderJudge() {}

  static Verdict judge(JsonObject recording, Trace trace) {
    List<String> details = new ArrayList<>();
    Difference.of("order", recording.get("nodeExecutionOrder"), trace.order())
        .ifPresent(details::add);
    boolean all = Boolean.TRUE.equals(recording.get("testAllOutputs"));
    if (recording.get("nodeData") instanceof JsonObject data) {
      data.forEach((node, runs) ->
          Difference.of("“" + node + "” ", runs, sent(trace.of(node), all))
              .ifPresent(details::add));
    }
    return new Verdict(
        "engine-order",
        String.valueOf(recording.get("engine")),
        String.valueOf(recording.get("description")),
        details.isEmpty() ? Outcome.PASS : Outcome.FAIL,
        true,
        details);
  }

  private static JsonArray sent(List<Trace.NodeRun> runs, boolean all) {
    List<@Nullable Object> each = new ArrayList<>();
    for (Trace.NodeRun run : runs) {
      each.add(
          all
              ? JsonArray.of(run.outputs().stream().map(OrderJudge::records).toArray())
              : records(run.output(0)));
    }
    return JsonArray.copyOf(each);
  }

  private static JsonArray records(List<Trace.Sent> items) {
    List<@Nullable Object> records = new ArrayList<>();
    for (Trace.Sent item : items) {
      records.add(item.json());
    }
    return JsonArray.copyOf(records);
  }
}
