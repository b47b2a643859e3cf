package io.concertmaster.designer.credential;

import io.concertmaster.engine.local.CredentialSource;
import io.concertmaster.engine.local.credential.HomeCredentials;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The credentials of the home folder, as the window needs them: files are read and written off its
 * thread, answers come on it.
 */
public final class WindowCredentials {
  private final HomeCredentials store;
  private final ReadOnlyObjectWrapper<Optional<Map<String, String>>> known =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Of a home folder; reads the list in the background. */
  public WindowCredentials(Path home) {
    store = new HomeCredentials(home);
    refresh();
  }

  /** Where they lie. */
  public Path file() {
    return store.file();
  }

  /** Types by name; empty until it is known, and where the file cannot be read. */
  public ReadOnlyObjectProperty<Optional<Map<String, String>>> known() {
    return known.getReadOnlyProperty();
  }

  /** Looks at the file again: another program may have changed it. */
  public void refresh() {
    var _ =
        work(store::types)
            .thenAccept(types -> {
              if (!types.equals(known.get())) {
                known.set(types);
              }
            });
  }

  /**
   * Opens one, for the fields that may be shown.
   *
   * @return empty where there is none of that name; fails where it cannot be opened
   */
  CompletableFuture<Optional<CredentialSource.Kept>> open(String name) {
    return work(() -> store.open(name));
  }

  /**
   * Keeps one.
   *
   * @param fresh whether no other may be called so
   * @param values texts by field
   */
  CompletableFuture<Boolean> put(
      String name, boolean fresh, CredentialType type, JsonObject values) {
    return work(
            () -> {
              if (fresh && store.find(name).isPresent()) {
                throw new IllegalArgumentException(
                    "there is a credential “" + name + "” already: choose another name");
              }
              store.put(name, type, values, Instant.now());
              return true;
            })
        .whenComplete((done, failure) -> refresh());
  }

  /** Takes one away. */
  CompletableFuture<Boolean> remove(String name) {
    return work(() -> store.remove(name)).whenComplete((done, failure) -> refresh());
  }

  private static <T> CompletableFuture<T> work(Callable<T> task) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("credentials")
        .start(() -> {
          try {
            T value = task.call();
            Platform.runLater(() -> answer.complete(value));
          } catch (Exception e) {
            Platform.runLater(() -> answer.completeExceptionally(e));
          }
        });
    return answer;
  }
}
