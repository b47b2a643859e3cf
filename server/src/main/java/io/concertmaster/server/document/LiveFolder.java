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
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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
   * Brings the files in line with what is live. One that cannot be written keeps no other from it.
   *
   * @throws IOException when some cannot be written; it names them
   */
  public synchronized void sync() throws IOException {
    Files.createDirectories(folder);
    Map<String, String> live = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      documents.live(project, kind).forEach(each -> live.put(each.path(), each.text()));
    }
    List<String> failures = new ArrayList<>();
    for (String path : documents.paths(project)) {
      if (!live.containsKey(path)) {
        tried(failures, path, () -> delete(folder.resolve(path)));
      }
    }
    live.forEach((path, text) -> tried(failures, path, () -> write(folder.resolve(path), text)));
    if (!failures.isEmpty()) {
      throw new IOException(String.join("; ", failures));
    }
  }

  /** Something that is done with a file. */
  private interface Step {
    void take() throws IOException;
  }

  private static void tried(List<String> failures, String path, Step step) {
    try {
      step.take();
    } catch (IOException e) {
      failures.add("the file " + path + " of the project cannot be written: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException at && at.getReason() != null
        ? at.getReason()
        : String.valueOf(e.getMessage());
  }

  /** Deletes a file; what runs have made in its place since, such as a folder, stays. */
  private static void delete(Path file) throws IOException {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(file);
    }
  }

  /**
   * What lies in the folder where a document's file is to lie, and is none of a document: runs may
   * have made a folder of that name, or a file where a folder is needed.
   *
   * @return what it is, in words; empty where the place is free
   */
  public Optional<String> obstacle(String path) {
    Path file = folder.resolve(path).normalize();
    if (Files.isDirectory(file) && !isEmpty(file)) {
      return Optional.of("a folder of this name lies there");
    }
    Path above = file.getParent();
    while (above != null && !above.equals(folder) && above.startsWith(folder)) {
      if (Files.exists(above) && !Files.isDirectory(above) && !holds(folder.relativize(above))) {
        return Optional.of("“" + folder.relativize(above) + "” is a file there, and no folder");
      }
      above = above.getParent();
    }
    return Optional.empty();
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Takes a document's files away and then lets the store forget it: were it the other way round, a
   * crash between the two would leave files of which nothing knows any more. Files at these paths
   * that other documents name come back with the next {@link #sync}.
   *
   * @param paths of its files
   * @throws IOException when the files cannot be taken away; they come back, and nothing is
   *     forgotten
   */
  public synchronized void delete(Collection<String> paths, Runnable forget) throws IOException {
    boolean gone = false;
    try {
      for (String each : paths) {
        delete(folder.resolve(each));
      }
      forget.run();
      gone = true;
    } finally {
      if (!gone) {
        sync();
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file lies in a folder"));
    if (Files.isDirectory(file)) {
      Files.delete(file); // an empty one, in which another document lay
    }
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
