package io.concertmaster.benchmarks;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.Retention;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Many runs one after the other and side by side, each a loop, with old runs pruned meanwhile.
 * Prints rows {@code workload steps metric value}; exit 1 when the heap, a log, the open files or
 * the threads grow beyond their bounds.
 */
public final class Soak {
  private static final int SAMPLES = 30;
  private static final int SIDE_BY_SIDE = 16;

  /** A pass has three steps. */
  private static final int PASSES = 100;

  private static final Retention KEPT =
      new Retention(Optional.empty(), OptionalLong.of(200), OptionalLong.empty());

  private final LocalEngine engine;
  private final SoakWatch watch;
  private final RunRequest loop;

  private Soak(LocalEngine engine, SoakWatch watch) throws WorkflowFileException {
    this.engine = engine;
    this.watch = watch;
    this.loop = RunRequest.of(workflow(), Path.of("/"));
  }

  /**
   * Works.
   *
   * @param args how many steps
   */
  public static void main(String[] args) throws Exception {
    long steps = Long.parseLong(args[0]);
    NodeCatalog catalog =
        BenchNodes.besideBuiltIn(
            BenchNodes.FRESH,
            BenchNodes.AGAIN,
            BenchNodes.PASS,
            BenchNodes.step(Effect.IDEMPOTENT));
    boolean holds;
    try (TemporaryFolder folder = TemporaryFolder.make();
        LocalEngine engine =
            LocalEngine.open(folder.path(), catalog, LocalEngine.Options.DEFAULT)) {
      SoakWatch watch = new SoakWatch(folder.path());
      long begin = System.nanoTime();
      new Soak(engine, watch).work(steps);
      double seconds = (System.nanoTime() - begin) / 1e9;
      SoakWatch.row(steps, "steps_per_s", steps / seconds);
      holds = watch.report(steps);
    }
    System.exit(holds ? 0 : 1);
  }

  private void work(long steps) throws Exception {
    round(); // what is made once is there before anything is counted
    long before = engine.metrics().steps();
    for (int sample = 1; sample <= SAMPLES; sample++) {
      while (engine.metrics().steps() - before < steps * sample / SAMPLES) {
        round();
      }
      engine.prune(KEPT);
      watch.sample();
    }
  }

  /** One run by itself, then some side by side. */
  private void round() throws Exception {
    await(List.of(engine.start(loop)));
    List<RunId> runs = new ArrayList<>();
    for (int i = 0; i < SIDE_BY_SIDE; i++) {
      runs.add(engine.start(loop));
    }
    await(runs);
  }

  private void await(List<RunId> runs) throws Exception {
    for (RunId id : runs) {
      RunView view = engine.await(id);
      if (view.status() != RunStatus.SUCCEEDED) {
        throw new EngineException(
            EngineException.Reason.STORE_FAILED, "run " + id + " " + view.summary().error());
      }
      watch.lookAtLogs();
    }
  }

  private static Workflow workflow() throws WorkflowFileException {
    return WorkflowFiles.parse(
        """
        { "format": 1, "id": "soak", "name": "Soak", "settings": {},
          "nodes": {
            "start": { "type": "bench.fresh", "version": 1, "name": "Start", "parameters": { "items": 2 } },
            "loop": { "type": "bench.again", "version": 1, "name": "Loop", "parameters": { "passes": %d } },
            "pass": { "type": "bench.pass", "version": 1, "name": "Pass" },
            "step": { "type": "bench.step", "version": 1, "name": "Step" } },
          "connections": ["start -> loop", "loop:again -> pass", "pass -> step", "step -> loop"],
          "layout": {} }
        """
            .formatted(PASSES));
  }
}
