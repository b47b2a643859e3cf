package io.concertmaster.designer.environment;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.deploy.run.RemoteRuns;
import io.concertmaster.designer.run.RunPlace;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** Runs of a server. */
public final class ServerPlace implements RunPlace {
  /** How far back the list goes. */
  private static final int NEWEST = 100;

  /** Between two tries to listen to a server that was lost: longer each time, up to this. */
  private static final long LONGEST_PAUSE_MILLIS = 20_000;

  private static final long FIRST_PAUSE_MILLIS = 500;

  private final Servers servers;
  private final Environment place;

  /** Of an environment. */
  public ServerPlace(Servers servers, Environment place) {
    this.servers = servers;
    this.place = place;
  }

  @Override
  public Optional<String> environment() {
    return Optional.of(place.name());
  }

  private <T> CompletableFuture<T> ask(RunsQuestion<T> question) {
    return servers.ask(place, remote -> question.answer(servers.runs(remote)));
  }

  /** Something that is asked about runs. */
  private interface RunsQuestion<T> {
    T answer(RemoteRuns runs) throws DeployException, InterruptedException;
  }

  @Override
  public CompletableFuture<Optional<RunView>> run(RunId id) {
    return ask(runs -> runs.run(id))
        .thenApply(found -> found.map(view -> ServerLists.named(view, place.name())));
  }

  @Override
  public CompletableFuture<List<RunSummary>> runs(String workflow) {
    return ask(runs -> runs.newest(workflow, NEWEST));
  }

  /** Starts a run of the live version. */
  public CompletableFuture<RunId> start(String workflow) {
    return ask(runs -> runs.start(workflow));
  }

  /** Starts a run that has ended once more, as it was. */
  public CompletableFuture<RunId> retry(RunId id) {
    return ask(runs -> runs.retry(id));
  }

  @Override
  public CompletableFuture<Void> cancel(RunId id) {
    return done(runs -> runs.cancel(id));
  }

  @Override
  public CompletableFuture<Void> resume(RunId id) {
    return done(runs -> runs.resume(id));
  }

  @Override
  public CompletableFuture<Void> resume(RunId id, UncertainDecision decision) {
    return done(runs -> runs.resume(id, decision));
  }

  /** Something that is done to runs. */
  private interface RunsStep {
    void take(RemoteRuns runs) throws DeployException, InterruptedException;
  }

  private CompletableFuture<Void> done(RunsStep step) {
    return ask(
            runs -> {
              step.take(runs);
              return true;
            })
        .thenAccept(done -> {});
  }

  @Override
  public Runnable follow(RunId id, Runnable news) {
    Future<?> listening = servers.begin(() -> listen(id, news));
    return () -> listening.cancel(true);
  }

  /** Listens until the run has ended, and again where the connection was lost. */
  private void listen(RunId id, Runnable news) {
    AtomicReference<String> last = new AtomicReference<>("");
    long pause = FIRST_PAUSE_MILLIS;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        String before = last.get();
        try {
          RemoteRuns runs = servers.runs(servers.remote(place));
          runs.follow(
              id,
              before,
              event -> {
                if (!event.id().isEmpty()) {
                  last.set(event.id());
                }
                news.run();
              });
          if (runs.run(id).filter(view -> !view.status().ended()).isEmpty()) {
            news.run();
            return;
          }
        } catch (DeployException e) {
          news.run(); // whoever looks sees that the server is gone, too
        }
        pause =
            last.get().equals(before)
                ? Math.min(2 * pause, LONGEST_PAUSE_MILLIS)
                : FIRST_PAUSE_MILLIS;
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody looks any more
    }
  }
}
