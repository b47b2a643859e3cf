package io.concertmaster.engine.local.fault;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what a store tells against what was acknowledged and against the marks of the steps'
 * effects.
 */
final class Judge {
  private final Map<Long, Long> started = new HashMap<>();
  private final Set<String> done = new HashSet<>();

  /** Takes in what a program said. */
  void hear(List<String> said) {
    for (String line : said) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("started")) {
        started.put(Long.valueOf(words[1]), Long.valueOf(words[2]));
      } else if (words[0].equals("done")) {
        done.add(words[1]);
      }
    }
  }

  /** How many acknowledgements were heard. */
  long acknowledged() {
    return (long) started.size() + done.size();
  }

  /**
   * The verdict on a store.
   *
   * @param ended whether all runs should have ended
   */
  Verdict judge(Path home, Path outside, boolean ended) throws Exception {
    Verdict verdict =
        new Verdict(acknowledged(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Map<String, List<Long>> effects = new HashMap<>();
    for (OutsideLog.Effect each : OutsideLog.read(outside.resolve("effects"))) {
      effects.computeIfAbsent(each.step(), step -> new ArrayList<>()).add(each.at());
    }
    Set<String> lost = new HashSet<>(done);
    try (Engine engine = LocalEngine.openReadOnly(home)) {
      for (Map.Entry<Long, Long> each : started.entrySet()) {
        if (!isThere(engine, each.getKey(), each.getValue())) {
          verdict.lost().add("run " + each.getKey() + " that started");
        }
      }
      for (RunSummary summary : engine.runs(Integer.MAX_VALUE)) {
        RunView run = engine.run(summary.id()).orElseThrow();
        if (ended && run.status() != RunStatus.SUCCEEDED) {
          verdict.stuck().add("run " + run.id() + " is " + run.status());
        }
        for (NodeView node : run.nodes().values()) {
          node.activations().forEach(each -> judge(run, node, each, effects, lost, verdict));
        }
        if (ended && started.containsKey(run.id().number())) {
          judgeResult(engine, run, verdict);
        }
      }
    }
    lost.forEach(step -> verdict.lost().add("step " + step + " that was done"));
    return verdict;
  }

  private static boolean isThere(Engine engine, long run, long number) throws EngineException {
    Optional<RunView> view = engine.run(new RunId(run));
    NodeView start = view.map(each -> each.nodes().get("start")).orElse(null);
    if (start == null || start.last().outputs().isEmpty()) {
      return view.isPresent(); // it has not come so far yet
    }
    return sent(engine, start.last()).equals(FaultWorkflow.sent(number));
  }

  private static void judge(
      RunView run,
      NodeView node,
      Activation activation,
      Map<String, List<Long>> effects,
      Set<String> lost,
      Verdict verdict) {
    String step = run.id() + "/" + node.node() + "/" + activation.runIndex();
    if (activation.state() != NodeState.DONE) {
      return;
    }
    lost.remove(step);
    List<Long> marks = effects.getOrDefault(step, List.of());
    long end = activation.ended().orElseThrow().toEpochMilli();
    if (marks.stream().anyMatch(mark -> mark > end)) {
      verdict.repeated().add("step " + step + " after its end");
    }
    if (FaultWorkflow.UNSAFE.contains(node.node()) && marks.size() != 1) {
      (marks.isEmpty() ? verdict.lost() : verdict.repeated())
          .add("unsafe step " + step + " had its effect " + marks.size() + " times");
    }
    if (marks.isEmpty()
        && Set.of("first", "round", "work", "flaky", "last", "beside").contains(node.node())) {
      verdict.lost().add("effect of step " + step);
    }
  }

  private void judgeResult(Engine engine, RunView run, Verdict verdict) throws EngineException {
    NodeView last = run.nodes().get(FaultWorkflow.LAST);
    List<JsonObject> expected = FaultWorkflow.sent(started.get(run.id().number()));
    if (last == null || !sent(engine, last.last()).equals(expected)) {
      verdict.lost().add("items of run " + run.id());
    }
  }

  private static List<JsonObject> sent(Engine engine, Activation activation)
      throws EngineException {
    ItemListRef list = activation.outputs().get("main");
    return list == null
        ? List.of()
        : engine.items(list, 0, 10).items().stream().map(Item::json).toList();
  }
}
