package io.concertmaster.designer.document;

import io.concertmaster.deploy.NamedFiles;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.mention.Reference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;

/**
 * Looks whether the files are there that a workflow names, on a thread of its own: the folder may
 * lie on another machine. Nothing but that is asked of a file.
 */
final class FileCheck {
  private final Runnable changed;
  private final ExecutorService thread = BackgroundCheck.newestOnly("files");
  private List<Reference> named = List.of();
  private Optional<Path> folder = Optional.empty();
  private Map<Reference, Problem> wrong = Map.of();
  private long newest;

  /**
   * Of a workflow that is not known yet.
   *
   * @param changed called on the JavaFX thread when others are wrong than before
   */
  FileCheck(Runnable changed) {
    this.changed = changed;
  }

  /** What is wrong, as far as it is known of what is named now. */
  List<Problem> problems() {
    return List.copyOf(wrong.values());
  }

  /** Looks for the files of a workflow as it is now. */
  void check(Workflow workflow) {
    List<Reference> now =
        Reference.of(workflow).stream().filter(each -> each.kind().isFile()).toList();
    if (!now.equals(named)) {
      named = now;
      Map<Reference, Problem> left = new LinkedHashMap<>(wrong);
      left.keySet().retainAll(now);
      wrong = left;
      look();
    }
  }

  /**
   * Looks in a folder from now on.
   *
   * @param place empty while the workflow lies nowhere, so that nothing can lie beside it
   */
  void in(Optional<Path> place) {
    if (!place.equals(folder)) {
      folder = place;
      look();
    }
  }

  /** Looks again: files may have come or gone. */
  void look() {
    long number = ++newest;
    List<Reference> wanted = named;
    if (folder.isEmpty() || wanted.isEmpty()) {
      take(Map.of());
      return;
    }
    Path place = folder.get();
    thread.execute(() -> {
      Map<Reference, Problem> found = new LinkedHashMap<>();
      wanted.forEach(
          each -> NamedFiles.wrong(each, place).ifPresent(problem -> found.put(each, problem)));
      Platform.runLater(() -> {
        if (number == newest) {
          take(found);
        }
      });
    });
  }

  private void take(Map<Reference, Problem> found) {
    if (!found.equals(wrong)) {
      wrong = found;
      changed.run();
    }
  }
}
