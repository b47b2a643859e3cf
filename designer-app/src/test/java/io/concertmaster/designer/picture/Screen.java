package io.concertmaster.designer.picture;

import io.concertmaster.designer.theme.Fonts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/**
 * A window for tests: shows a region, runs code on the JavaFX thread, waits for what comes later.
 */
public final class Screen {
  private static final int PATIENCE_SECONDS = 60;

  private Screen() {}

  /** Shows what is made, in a window of a size that the headless platform can have. */
  public static <T extends Region> T show(Callable<T> made, double width, double height) {
    return on(() -> {
      Fonts.load();
      Application.setUserAgentStylesheet(
          new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
      T region = made.call();
      Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
      StackPane root = new StackPane(region);
      stage.setScene(new Scene(root, width, height));
      stage.show();
      root.requestFocus();
      root.applyCss();
      root.layout();
      return region;
    });
  }

  /** Runs code on the JavaFX thread and waits for its result. */
  public static <T> T on(Callable<T> code) {
    if (Platform.isFxApplicationThread()) {
      try {
        return code.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    try {
      FxToolkit.registerPrimaryStage();
    } catch (TimeoutException e) {
      throw new IllegalStateException("no window", e);
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        result.complete(code.call());
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    });
    try {
      return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs code on the JavaFX thread and waits until it is done. */
  public static void run(Runnable code) {
    boolean done =
        on(() -> {
          code.run();
          return true;
        });
    assert done;
  }

  /** Waits until something holds on the JavaFX thread. */
  public static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!on(holds::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it never came to this: " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The part with an id, breadth first. */
  public static Node id(Parent root, String id) {
    return find(root, node -> id.equals(node.getId()))
        .orElseThrow(() -> new NoSuchElementException("no part called " + id));
  }

  /** The first part of a type under another. */
  public static <T extends Node> T first(Node root, Class<T> type) {
    return type.cast(
        find(root, type::isInstance)
            .orElseThrow(() -> new NoSuchElementException("no " + type.getSimpleName())));
  }

  /** The first part under another for which something holds, breadth first. */
  public static Optional<Node> find(Node root, Predicate<Node> wanted) {
    Deque<Node> queue = new ArrayDeque<>();
    queue.add(root);
    while (!queue.isEmpty()) {
      Node node = queue.removeFirst();
      if (wanted.test(node)) {
        return Optional.of(node);
      }
      if (node instanceof Parent parent) {
        queue.addAll(parent.getChildrenUnmodifiable());
      }
    }
    return Optional.empty();
  }
}
