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
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds what a store tells against what was acknowledged and against the marks of the steps'
 * effects.
 *
 * <p>It is asked again and again while a store lives, and best after each death, before the store
 * is opened anew: an acknowledged step that is lost is done again by the next process, and then
 * looks as if nothing had been. So it keeps what it has found, and how often each acknowledged step
 * had had its effect when it was first looked at.
 */
final class Judge {
  /** A step that the store has as done. */
  private record Finished(String step, String node, long end) {}

  /** The steps that leave a mark. */
  private static final Set<String> MARKED =
      Set.of("first", "round", "work", "flaky", "last", "beside");

  private final Map<Long, Long> started = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Map<String, Integer> marksWhenAcknowledged = new HashMap<>();
  private final Set<String> lost = new LinkedHashSet<>();
  private final Set<String> repeated = new LinkedHashSet<>();

  /** The runs that had ended when they were looked at. */
  private final Set<Long> settled = new HashSet<>();

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
   * The verdict on a store, with all that earlier ones found in it. It may be in use.
   *
   * @param ended whether all runs should have ended
   */
  Verdict judge(Path home, Path outside, boolean ended) throws Exception {
    return judge(home, outside, ended, Set.of());
  }

  /**
   * The same without the runs that had ended at an earlier look: a store that grows can be looked
   * at often. In the end all of it is to be judged.
   */
  Verdict judgeUnsettled(Path home, Path outside) throws Exception {
    return judge(home, outside, false, Set.copyOf(settled));
  }

  private Verdict judge(Path home, Path outside, boolean ended, Set<Long> without)
      throws Exception {
    List<Finished> finished = new ArrayList<>();
    List<String> stuck = new ArrayList<>();
    try (Engine engine = LocalEngine.openReadOnly(home)) {
      for (Map.Entry<Long, Long> each : started.entrySet()) {
        if (!without.contains(each.getKey()) && !isThere(engine, each.getKey(), each.getValue())) {
          lost.add("run " + each.getKey() + " that started");
        }
      }
      for (RunSummary summary : engine.runs(Integer.MAX_VALUE)) {
        if (without.contains(summary.id().number())) {
          continue;
        }
        RunView run = engine.run(summary.id()).orElseThrow();
        if (ended && run.status() != RunStatus.SUCCEEDED) {
          stuck.add("run " + run.id() + " is " + run.status());
        }
        for (NodeView node : run.nodes().values()) {
          node.activations().stream()
              .filter(each -> each.state() == NodeState.DONE)
              .forEach(each -> finished.add(finished(run, node, each)));
        }
        if (ended && started.containsKey(run.id().number())) {
          judgeResult(engine, run);
        }
        if (run.status().ended()) {
          settled.add(run.id().number());
        }
      }
    }
    // Read after the store: what that has as done has left its mark by then.
    Map<String, List<Long>> effects = effects(outside);
    finished.forEach(each -> judge(each, effects.getOrDefault(each.step(), List.of())));
    judgeAcknowledged(finished, effects, without);
    return new Verdict(acknowledged(), List.copyOf(lost), List.copyOf(repeated), stuck);
  }

  private static Finished finished(RunView run, NodeView node, Activation activation) {
    return new Finished(
        run.id() + "/" + node.node() + "/" + activation.runIndex(),
        node.node(),
        activation.ended().orElseThrow().toEpochMilli());
  }

  private static Map<String, List<Long>> effects(Path outside) throws IOException {
    Map<String, List<Long>> effects = new HashMap<>();
    for (OutsideLog.Effect each : OutsideLog.read(outside.resolve("effects"))) {
      effects.computeIfAbsent(each.step(), step -> new ArrayList<>()).add(each.at());
    }
    return effects;
  }

  /** What was acknowledged is there, and has no effect any more, whatever the store says. */
  private void judgeAcknowledged(
      List<Finished> finished, Map<String, List<Long>> effects, Set<Long> without) {
    Set<String> there = finished.stream().map(Finished::step).collect(Collectors.toSet());
    for (String step : done) {
      if (without.contains(Long.valueOf(step.substring(0, step.indexOf('/'))))) {
        continue;
      }
      if (!there.contains(step)) {
        lost.add("step " + step + " that was done");
      }
      int marks = effects.getOrDefault(step, List.of()).size();
      Integer before = marksWhenAcknowledged.putIfAbsent(step, marks);
      if (before != null && marks > before) {
        repeated.add("step " + step + " after it was acknowledged");
      }
    }
  }

  private static boolean isThere(Engine engine, long run, long number) throws EngineException {
    Optional<RunView> view = engine.run(new RunId(run));
    NodeView start = view.map(each -> each.nodes().get("start")).orElse(null);
    if (start == null || start.last().outputs().isEmpty()) {
      return view.isPresent(); // it has not come so far yet
    }
    return sent(engine, start.last()).equals(FaultWorkflow.sent(number));
  }

  private void judge(Finished finished, List<Long> marks) {
    String step = finished.step();
    if (marks.stream().anyMatch(mark -> mark > finished.end())) {
      repeated.add("step " + step + " after its end");
    }
    if (FaultWorkflow.UNSAFE.contains(finished.node()) && marks.size() != 1) {
      (marks.isEmpty() ? lost : repeated)
          .add("unsafe step " + step + " had its effect " + marks.size() + " times");
    }
    if (marks.isEmpty() && MARKED.contains(finished.node())) {
      lost.add("effect of step " + step);
    }
  }

  private void judgeResult(Engine engine, RunView run) throws EngineException {
    NodeView last = run.nodes().get(FaultWorkflow.LAST);
    List<JsonObject> expected = FaultWorkflow.sent(started.get(run.id().number()));
    if (last == null || !sent(engine, last.last()).equals(expected)) {
      lost.add("items of run " + run.id());
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
