package io.concertmaster.server.document;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.local.WorkflowSource;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.store.DocumentRows;
import io.concertmaster.server.store.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The folder of a project in which what is live lies as files: there runs find the workflows that
 * they call, by path or by id, as they do on the machine from which these came.
 *
 * <p>Design note. The store has the word; the folder is brought in line after every change and when
 * the server starts. What nodes wrote there is left alone.
 */
public final class LiveFolder {
  private final Path folder;
  private final String project;
  private final DocumentRows documents;

  public LiveFolder(Path folder, String project, DocumentRows documents) {
    this.folder = folder.toAbsolutePath().normalize();
    this.project = project;
    this.documents = documents;
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /** Whether a document of the project lies or lay at a path of the folder. */
  public boolean holds(Path path) {
    return documents.paths(project).contains(path.toString().replace('\\', '/'));
  }

  /** Where relative paths of a document at a path start. */
  public Path of(String path) {
    Path file = folder.resolve(path).normalize();
    return Objects.requireNonNull(file.getParent(), "a file lies in a folder");
  }

  /**
   * Brings the files in line with what is live.
   *
   * @throws IOException when they cannot be written
   */
  public synchronized void sync() throws IOException {
    Files.createDirectories(folder);
    Set<String> live = new HashSet<>();
    for (Kind kind : Kind.values()) {
      for (DocumentRows.Live each : documents.live(project, kind)) {
        write(folder.resolve(each.path()), each.text());
        live.add(each.path());
      }
    }
    for (String path : documents.paths(project)) {
      if (!live.contains(path)) {
        Files.deleteIfExists(folder.resolve(path));
      }
    }
  }

  /**
   * Takes a document's files away and then lets the store forget it: were it the other way round, a
   * crash between the two would leave files of which nothing knows any more.
   *
   * @param paths of its files; those that other documents name come back
   * @throws IOException when the files cannot be taken away; they come back, and nothing is
   *     forgotten
   */
  public synchronized void delete(Collection<String> paths, Runnable forget) throws IOException {
    try {
      for (String each : paths) {
        Files.deleteIfExists(folder.resolve(each));
      }
      forget.run();
    } finally {
      sync();
    }
  }

  private static void write(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file lies in a folder"));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, bytes);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads the workflows that runs of this project call; files of the project only. */
  public WorkflowSource source() {
    return new WorkflowSource() {
      @Override
      public Workflow read(Path file) throws EngineException {
        if (!isInside(file)) {
          throw new EngineException(
              Reason.INVALID_WORKFLOW,
              "on a server a run calls workflows of its own project only: deploy the one that it"
                  + " needs with it");
        }
        return FILES.read(file);
      }

      @Override
      public Workflow parse(JsonObject definition) throws EngineException {
        return FILES.parse(definition);
      }
    };
  }

  private boolean isInside(Path file) {
    try {
      return file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
