package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.local.WorkflowSource;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Workflows.Callee;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the workflows that runs call. */
final class Callees {
  /** The most files of a folder that are looked at for an id. */
  private static final int FILES = 2_000;

  /**
   * A workflow, and where its relative paths start.
   *
   * @param folder of its file; of the calling workflow where it has none
   */
  record Found(Workflow workflow, Path folder) {}

  private final WorkflowSource source;

  Callees(WorkflowSource source) {
    this.source = source;
  }

  /**
   * The workflow that is called from a folder.
   *
   * @throws EngineException when there is none
   */
  Found find(Callee callee, Path folder) throws EngineException {
    return switch (callee) {
      case Callee.File file -> file(file.path(), folder);
      case Callee.Id id ->
          byId(id.id(), folder)
              .orElseThrow(
                  () -> missing("no workflow in " + folder + " has the id “" + id.id() + "”"));
      case Callee.Inline inline -> new Found(source.parse(inline.definition()), folder);
    };
  }

  /** The workflow that a setting names: by the path of its file, or by its id. */
  Found named(String name, Path folder) throws EngineException {
    if (isFile(name, folder)) {
      return file(name, folder);
    }
    return byId(name, folder)
        .orElseThrow(() ->
            missing("“" + name + "” is neither a file nor the id of a workflow in " + folder));
  }

  private static boolean isFile(String name, Path folder) {
    try {
      return Files.isRegularFile(folder.resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Found file(String path, Path folder) throws EngineException {
    if (!isFile(path, folder)) {
      throw missing("there is no workflow file " + path + " in " + folder);
    }
    Path file = folder.resolve(path).normalize().toAbsolutePath();
    Path parent = Objects.requireNonNull(file.getParent(), "a file lies in a folder");
    return new Found(source.read(file), parent);
  }

  private Optional<Found> byId(String id, Path folder) throws EngineException {
    for (Path file : files(folder)) {
      if (id.equals(idOf(file, id))) {
        return Optional.of(new Found(source.read(file), folder));
      }
    }
    return Optional.empty();
  }

  private static List<Path> files(Path folder) throws EngineException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .sorted()
          .limit(FILES)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new EngineException(
          Reason.INVALID_WORKFLOW, folder + " cannot be searched for workflows", e);
    }
  }

  /** The id that a file says at its top; another text where it says none, or not this one. */
  private static String idOf(Path file, String wanted) {
    try {
      if (Files.size(file) > JsonLimits.DEFINITION.bytes()) {
        return "";
      }
      String text = Files.readString(file);
      if (!text.contains(wanted)) {
        return "";
      }
      return Json.parse(text) instanceof JsonObject object && object.get("id") instanceof String id
          ? id
          : "";
    } catch (IOException | JsonException e) {
      return ""; // no workflow, or none that can be read
    }
  }

  private static EngineException missing(String what) {
    return new EngineException(
        Reason.INVALID_WORKFLOW, what + ": choose the workflow to run in the settings");
  }
}
