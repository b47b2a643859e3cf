package io.concertmaster.designer.run;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where runs happen: on this machine, or on a server. Every future completes on the JavaFX thread.
 */
public interface RunPlace {
  /** The environment's name; empty for this machine. */
  Optional<String> environment();

  /** How a run stands; empty where there is none of this number. */
  CompletableFuture<Optional<RunView>> run(RunId id);

  /** The newest runs of a workflow, newest first. */
  CompletableFuture<List<RunSummary>> runs(String workflow);

  /** Ends a run. */
  CompletableFuture<Void> cancel(RunId id);

  /** Takes up a run that was cut short. */
  CompletableFuture<Void> resume(RunId id);

  /** Takes up a run with a word about its step that was cut short. */
  CompletableFuture<Void> resume(RunId id, UncertainDecision decision);

  /**
   * Calls back whenever something happened in a run, on any thread.
   *
   * @return ends it
   */
  Runnable follow(RunId id, Runnable news);
}
