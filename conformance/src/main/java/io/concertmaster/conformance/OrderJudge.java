package io.concertmaster.conformance;

import io.concertmaster.conformance.Verdict.Outcome;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Judges a run by the recorded order of its nodes and what each sent. */
final class OrderJudge {
  private OrderJudge() {}

  static Verdict judge(JsonObject recording, Trace trace) {
    List<String> details = new ArrayList<>();
    Difference.of("order", recording.get("nodeExecutionOrder"), trace.order())
        .ifPresent(details::add);
    if (recording.get("nodeData") instanceof JsonObject data) {
      data.forEach((node, runs) ->
          Difference.of("“" + node + "” ", runs, sent(runs, trace.of(node)))
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

  /** What a node sent, in the form of the recording: of each run all outputs, or the first. */
  private static JsonArray sent(@Nullable Object recorded, List<Trace.NodeRun> runs) {
    List<@Nullable Object> each = new ArrayList<>();
    for (Trace.NodeRun run : runs) {
      Object form =
          recorded instanceof JsonArray list && each.size() < list.size()
              ? list.get(each.size())
              : null;
      JsonArray outputs = form instanceof JsonArray list ? list : JsonArray.empty();
      boolean all = !outputs.isEmpty() && outputs.get(0) instanceof JsonArray;
      each.add(
          all
              ? JsonArray.of(
                  IntStream.range(0, outputs.size())
                      .mapToObj(run::output)
                      .map(OrderJudge::records)
                      .toArray())
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
