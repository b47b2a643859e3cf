package io.concertmaster.engine.local.fault;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.engine.local.LocalEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * The program that is killed: takes up what an earlier one left, keeps 64 runs in flight, and says
 * on its output what was acknowledged.
 */
public final class FaultWorkload {
  /** Keeps runs in flight until it is killed, and says what the engine acknowledged. */
  static final String HONEST = "honest";

  /**
   * The same, but it says that a step is done as soon as it had its effect, as an engine would that
   * acknowledges before it commits: what it says must be found lost.
   */
  static final String HASTY = "hasty";

  /** Starts nothing new, and ends when all runs have ended. */
  static final String DRAIN = "drain";

  private static final int IN_FLIGHT = 64;

  /** How long a hasty acknowledgement is ahead of what stands in the store. */
  private static final long AHEAD_MILLIS = 5;

  private FaultWorkload() {}

  /**
   * Arguments: the home, the folder of the outside log, which process this is, from 0, and what it
   * does: {@link #HONEST}, {@link #HASTY} or {@link #DRAIN}.
   */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path outside = Path.of(arguments[1]);
    long generation = Long.parseLong(arguments[2]);
    String way = arguments[3];
    Semaphore room = new Semaphore(IN_FLIGHT);
    LocalEngine.Options options =
        LocalEngine.Options.DEFAULT.withReserve(0).withThreads(8).takingUp(true, true);
    try (OutsideLog log = new OutsideLog(outside.resolve("effects"));
        LocalEngine engine =
            LocalEngine.open(home, FaultNodes.catalog(log, step -> ahead(way, step)), options)) {
      engine.subscribe(event -> tell(event, room));
      say("open");
      decide(engine, outside, engine.interrupted());
      if (way.equals(DRAIN)) {
        drain(engine);
        say("drained");
      } else {
        for (long number = generation * 1_000_000; ; number += 2) {
          room.acquire();
          say("started " + engine.start(FaultWorkflow.request(outside, number)) + " " + number);
        }
      }
    }
  }

  private static void ahead(String way, String step) throws InterruptedException {
    if (way.equals(HASTY)) {
      say("done " + step);
      Thread.sleep(AHEAD_MILLIS);
    }
  }

  private static void tell(RunEvent event, Semaphore room) {
    if (event instanceof RunEvent.NodeDone done) {
      say("done " + done.run() + "/" + done.node() + "/" + done.runIndex());
      if (done.node().equals(FaultWorkflow.LAST)) {
        room.release();
      }
    }
  }

  /** Answers for the steps that must not happen twice as their receivers would. */
  static void decide(LocalEngine engine, Path outside, List<RunSummary> runs) throws Exception {
    // Read when the runs lie still: what their steps did stands in it.
    Set<String> happened =
        OutsideLog.read(outside.resolve("effects")).stream()
            .map(OutsideLog.Effect::step)
            .collect(Collectors.toSet());
    for (RunSummary run : runs) {
      if (run.status() == RunStatus.UNCERTAIN) {
        for (String node = asked(engine, run.id());
            !node.isEmpty();
            node = asked(engine, run.id())) {
          engine.resume(
              run.id(),
              happened.contains(run.id() + "/" + node + "/0")
                  ? UncertainDecision.SKIP
                  : UncertainDecision.RETRY);
        }
      }
    }
  }

  /** The step of a run about which somebody is asked; empty where nobody is. */
  private static String asked(LocalEngine engine, RunId run) throws EngineException {
    RunView view = engine.run(run).orElseThrow();
    return view.status() != RunStatus.UNCERTAIN
        ? ""
        : view.nodes().values().stream()
            .filter(each -> each.state() == NodeState.UNCERTAIN)
            .map(NodeView::node)
            .findFirst()
            .orElse("");
  }

  private static void drain(LocalEngine engine) throws EngineException, InterruptedException {
    for (RunSummary run : engine.runs(1_000_000)) {
      RunId id = run.id();
      while (!engine.run(id).orElseThrow().status().ended()) {
        Thread.sleep(10);
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
