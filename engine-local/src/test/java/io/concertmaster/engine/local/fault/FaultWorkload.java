package io.concertmaster.engine.local.fault;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.engine.local.LocalEngine;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * The program that is killed: takes up what an earlier one left, keeps 64 runs in flight, and says
 * on its output what was acknowledged.
 */
public final class FaultWorkload {
  private static final int IN_FLIGHT = 64;

  private FaultWorkload() {}

  /**
   * Arguments: the home, the folder of the outside log, which process this is, from 0, and {@code
   * drain} to start nothing new and end when all runs have ended.
   */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path outside = Path.of(arguments[1]);
    long generation = Long.parseLong(arguments[2]);
    boolean drain = arguments.length > 3;
    Semaphore room = new Semaphore(IN_FLIGHT);
    LocalEngine.Options options =
        LocalEngine.Options.DEFAULT.withReserve(0).withThreads(8).takingUp(true, true);
    try (OutsideLog log = new OutsideLog(outside.resolve("effects"));
        LocalEngine engine = LocalEngine.open(home, FaultNodes.catalog(log), options)) {
      engine.subscribe(event -> tell(event, room));
      say("open");
      decide(engine, outside);
      if (drain) {
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

  private static void tell(RunEvent event, Semaphore room) {
    if (event instanceof RunEvent.NodeDone done) {
      say("done " + done.run() + "/" + done.node() + "/" + done.runIndex());
      if (done.node().equals(FaultWorkflow.LAST)) {
        room.release();
      }
    }
  }

  /** Answers for the step that must not happen twice as its receiver would. */
  private static void decide(LocalEngine engine, Path outside) throws Exception {
    Set<Long> happened =
        OutsideLog.read(outside.resolve("effects")).stream()
            .filter(each -> each.step().endsWith("/" + FaultWorkflow.UNSAFE + "/0"))
            .map(OutsideLog.Effect::run)
            .collect(Collectors.toSet());
    for (RunSummary run : engine.interrupted()) {
      if (run.status() == RunStatus.UNCERTAIN) {
        engine.resume(
            run.id(),
            happened.contains(run.id().number())
                ? UncertainDecision.SKIP
                : UncertainDecision.RETRY);
      }
    }
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
