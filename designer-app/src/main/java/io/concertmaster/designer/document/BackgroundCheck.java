package io.concertmaster.designer.document;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Checker;
import io.concertmaster.model.check.Problem;
import io.concertmaster.node.NodeCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Checks a workflow after each change: small ones at once, large ones on a thread of its own, where
 * only the newest waits for its turn.
 */
final class BackgroundCheck {
  /** Up to so many nodes a check takes less than a frame. */
  private static final int AT_ONCE = 100;

  private final Checker checker;
  private final Consumer<List<Problem>> found;
  private final ExecutorService thread = newestOnly("check");
  private Optional<Map<String, String>> credentials = Optional.empty();
  private long newest;

  BackgroundCheck(NodeCatalog catalog, Consumer<List<Problem>> found) {
    this.checker = new Checker(catalog);
    this.found = found;
  }

  /**
   * Checks beside these credentials from now on: types by name, empty where nobody knows.
   *
   * @return whether they are others than before
   */
  boolean beside(Optional<Map<String, String>> types) {
    boolean others = !types.equals(credentials);
    credentials = types;
    return others;
  }

  /** Checks; the answer comes on the JavaFX thread, unless a newer question came meanwhile. */
  void check(Workflow workflow) {
    long number = ++newest;
    if (workflow.nodes().size() <= AT_ONCE) {
      found.accept(checker.check(workflow, credentials));
      return;
    }
    Optional<Map<String, String>> beside = credentials;
    thread.execute(() -> {
      List<Problem> problems = checker.check(workflow, beside);
      Platform.runLater(() -> {
        if (number == newest) {
          found.accept(problems);
        }
      });
    });
  }

  /** A thread for which only the newest task waits. */
  static ExecutorService newestOnly(String name) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(1),
            Thread.ofPlatform().daemon().name(name).factory(),
            new ThreadPoolExecutor.DiscardOldestPolicy());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
