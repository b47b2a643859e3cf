package io.concertmaster.designer.environment;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.Remote;
import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.deploy.environment.Environments;
import io.concertmaster.deploy.n8n.KnownWorkflows;
import io.concertmaster.deploy.n8n.N8nDeployments;
import io.concertmaster.deploy.n8n.N8nServer;
import io.concertmaster.deploy.run.RemoteRuns;
import io.concertmaster.designer.window.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The servers that this window knows. Everything is asked on threads of its own, and answered on
 * the JavaFX thread.
 */
public final class Servers implements AutoCloseable {
  private final Environments store;
  private final KnownWorkflows known;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("server-", 1).factory());
  private final Map<Environment, Remote> open = new ConcurrentHashMap<>();
  private final Map<Remote, RemoteRuns> runs = new ConcurrentHashMap<>();
  private final ReadOnlyObjectWrapper<List<Environment>> all =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<String>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * Something that is asked of a server.
   *
   * @param <T> the answer
   */
  @FunctionalInterface
  public interface Question<T> {
    /** The server's answer. */
    T answer(Remote remote) throws DeployException, InterruptedException;
  }

  /** Of a home folder; reads the list in the background. */
  public Servers(Path home) {
    store = new Environments(home);
    known = new KnownWorkflows(home);
    var _ = read();
  }

  /** The environments, in their order; changes on the JavaFX thread. */
  public ReadOnlyObjectProperty<List<Environment>> all() {
    return all.getReadOnlyProperty();
  }

  /** Why the list cannot be read; empty where it can. */
  public ReadOnlyObjectProperty<Optional<String>> trouble() {
    return trouble.getReadOnlyProperty();
  }

  /** The environment of a name, if there is one. */
  public Optional<Environment> find(String name) {
    return all.get().stream().filter(each -> each.isCalled(name)).findFirst();
  }

  /** Where they lie. */
  public Path file() {
    return store.file();
  }

  private CompletableFuture<List<Environment>> read() {
    return work(store::all)
        .whenComplete((list, failure) -> {
          if (list != null) {
            all.set(list);
            trouble.set(Optional.empty());
            open.keySet().stream()
                .filter(each -> !list.contains(each))
                .toList()
                .forEach(this::forget);
          } else {
            trouble.set(Optional.of(Failure.words(failure)));
          }
        });
  }

  private void forget(Environment environment) {
    Remote remote = open.remove(environment);
    if (remote != null) {
      runs.remove(remote);
      remote.close();
    }
  }

  /**
   * Keeps an environment.
   *
   * @param instead name of the one that it replaces; empty for a new one
   */
  public CompletableFuture<List<Environment>> put(
      Environment environment, Optional<String> instead) {
    return work(
            () -> {
              store.put(environment, instead);
              return true;
            })
        .thenCompose(done -> read());
  }

  /** Takes an environment away. */
  public CompletableFuture<List<Environment>> remove(String name) {
    return work(
            () -> {
              store.remove(name);
              return true;
            })
        .thenCompose(done -> read());
  }

  /** Asks a server; the answer comes on the JavaFX thread. */
  public <T> CompletableFuture<T> ask(Environment environment, Question<T> question) {
    return work(() -> question.answer(remote(environment)));
  }

  /**
   * Something that is asked of an n8n server.
   *
   * @param <T> the answer
   */
  @FunctionalInterface
  public interface N8nQuestion<T> {
    /** The server's answer. */
    T answer(N8nDeployments there) throws DeployException, InterruptedException;
  }

  /** Asks an n8n server; the answer comes on the JavaFX thread. */
  public <T> CompletableFuture<T> askN8n(Environment environment, N8nQuestion<T> question) {
    return work(() -> {
      try (N8nServer server = environment.connectN8n()) {
        return question.answer(new N8nDeployments(server, known));
      }
    });
  }

  /** The connection to a server, made when it is needed first. */
  Remote remote(Environment environment) throws DeployException {
    Remote known = open.get(environment);
    if (known != null) {
      return known;
    }
    Remote made = environment.connect();
    Remote other = open.putIfAbsent(environment, made);
    if (other == null) {
      return made;
    }
    made.close();
    return other;
  }

  /** The runs of a server; definitions that were read are kept. */
  RemoteRuns runs(Remote remote) {
    return runs.computeIfAbsent(remote, RemoteRuns::new);
  }

  /** Does something that takes time; the outcome comes on the JavaFX thread. */
  public <T> CompletableFuture<T> work(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    var _ =
        begin(() -> {
          try {
            T value = work.call();
            Platform.runLater(() -> done.complete(value));
          } catch (Exception e) {
            Platform.runLater(() -> done.completeExceptionally(e));
          }
        });
    return done;
  }

  /** Begins something that goes on until it is cancelled, such as listening. */
  public Future<?> begin(Runnable work) {
    try {
      return threads.submit(work);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(null); // the window is closed
    }
  }

  /** Words as a sentence begins. */
  public static String sentence(String words) {
    int first = words.isEmpty() ? 0 : words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  /** Further lines about what went wrong. */
  public static List<String> details(Throwable failure) {
    return Failure.cause(failure) instanceof DeployException e ? e.details() : List.of();
  }

  /** What went wrong, for programs; empty where it was no server's doing. */
  public static Optional<DeployException.Reason> reason(Throwable failure) {
    return Failure.cause(failure) instanceof DeployException e
        ? Optional.of(e.reason())
        : Optional.empty();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    open.values().forEach(Remote::close);
    open.clear();
  }
}
