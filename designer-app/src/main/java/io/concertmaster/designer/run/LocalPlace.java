package io.concertmaster.designer.run;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs of this machine's engine. */
public final class LocalPlace implements RunPlace {
  /** How far back the list goes, all workflows together. */
  private static final int NEWEST = 500;

  private final EngineSession engine;
  private final List<Follower> followers = new CopyOnWriteArrayList<>();

  /** Somebody who follows a run; two are never the same. */
  private static final class Follower {
    private final RunId run;
    private final Runnable news;

    private Follower(RunId run, Runnable news) {
      this.run = run;
      this.news = news;
    }
  }

  /** Of an engine. */
  public LocalPlace(EngineSession engine) {
    this.engine = engine;
    engine.listen(event -> {
      for (Follower each : followers) {
        if (each.run.equals(event.run())) {
          each.news.run();
        }
      }
    });
  }

  @Override
  public Optional<String> environment() {
    return Optional.empty();
  }

  @Override
  public CompletableFuture<Optional<RunView>> run(RunId id) {
    return engine.run(id);
  }

  @Override
  public CompletableFuture<List<RunSummary>> runs(String workflow) {
    return engine
        .runs(NEWEST)
        .thenApply(runs -> runs.stream().filter(run -> run.workflowId().equals(workflow)).toList());
  }

  @Override
  public CompletableFuture<Void> cancel(RunId id) {
    return engine.cancel(id);
  }

  @Override
  public CompletableFuture<Void> resume(RunId id) {
    return engine.resume(id);
  }

  @Override
  public CompletableFuture<Void> resume(RunId id, UncertainDecision decision) {
    return engine.resume(id, decision);
  }

  @Override
  public Runnable follow(RunId id, Runnable news) {
    Follower follower = new Follower(id, news);
    followers.add(follower);
    return () -> followers.remove(follower);
  }
}
