package io.concertmaster.deploy;

import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads files and all that they need: the workflows that they call, and those that these call. */
public final class BundleReader {
  private static final String FORM_FILE = ".form.json";

  /** The most files of a folder that are looked at for an id. */
  private static final int FILES = 2_000;

  /** Reads a workflow from a file, of our own format or another. */
  @FunctionalInterface
  public interface Reader {
    Workflow read(Path file) throws WorkflowFileException;
  }

  private final Reader reader;
  private final Map<Path, Part> parts = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final Deque<Path> left = new ArrayDeque<>();

  private BundleReader(Reader reader) {
    this.reader = reader;
  }

  /**
   * The bundle of these files.
   *
   * @throws DeployException when one cannot be read
   */
  public static Bundle read(List<Path> files, Reader reader) throws DeployException {
    BundleReader bundle = new BundleReader(reader);
    for (Path file : files) {
      bundle.left.add(file.toAbsolutePath().normalize());
    }
    while (!bundle.left.isEmpty()) {
      Path file = bundle.left.poll();
      if (!bundle.parts.containsKey(file)) {
        bundle.add(file);
      }
    }
    Path root = root(bundle.parts.keySet().stream().toList());
    List<Part> placed = new ArrayList<>();
    for (Part each : bundle.parts.values()) {
      String path = root.relativize(each.file()).toString().replace('\\', '/');
      placed.add(each.at(path));
    }
    return new Bundle(placed, bundle.remarks);
  }

  /** The folder that holds all of them. */
  private static Path root(List<Path> files) {
    Path root = folder(files.getFirst());
    for (Path file : files) {
      while (!file.startsWith(root)) {
        root = Objects.requireNonNull(root.getParent(), "all files lie under one root");
      }
    }
    return root;
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file lies in a folder");
  }

  private void add(Path file) throws DeployException {
    if (file.toString().endsWith(FORM_FILE)) {
      parts.put(file, form(file));
      return;
    }
    Workflow workflow = workflow(file);
    JsonObject content = Json.parseObject(WorkflowFiles.write(workflow));
    parts.put(file, new Part(Part.Kind.WORKFLOW, workflow.id(), file, "", content));
    References needed = References.of(workflow);
    for (String path : needed.files()) {
      Path other = folder(file).resolve(path).normalize();
      if (Files.isRegularFile(other)) {
        left.add(other);
      } else {
        remarks.add("“" + workflow.name() + "” needs " + path + ", which is not there");
      }
    }
    for (String id : needed.ids()) {
      Optional<Path> other = byId(folder(file), id);
      other.ifPresentOrElse(
          left::add,
          () ->
              remarks.add(
                  "“"
                      + workflow.name()
                      + "” calls the workflow “"
                      + id
                      + "”, which is in no file beside it: it must be on the server already"));
    }
    for (String node : needed.open()) {
      remarks.add(
          "“" + node + "” decides in the run what it calls: deploy what that may be as well");
    }
  }

  private Workflow workflow(Path file) throws DeployException {
    try {
      return reader.read(file);
    } catch (WorkflowFileException e) {
      throw new DeployException(Reason.BAD_FILE, e.getMessage(), e);
    }
  }

  private static Part form(Path file) throws DeployException {
    try {
      Object json = Json.parse(Files.newInputStream(file), JsonLimits.DEFINITION);
      if (json instanceof JsonObject form && form.get("id") instanceof String id) {
        return new Part(Part.Kind.FORM, id, file, "", form);
      }
      throw new DeployException(Reason.BAD_FILE, file + ": is no form: it has no id");
    } catch (IOException | JsonException e) {
      throw new DeployException(Reason.BAD_FILE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static Optional<Path> byId(Path folder, String id) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .sorted()
          .limit(FILES)
          .filter(file -> id.equals(idOf(file)))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String idOf(Path file) {
    try {
      return Files.size(file) <= JsonLimits.DEFINITION.bytes()
              && Json.parse(Files.readString(file)) instanceof JsonObject object
              && object.get("id") instanceof String id
          ? id
          : "";
    } catch (IOException | JsonException e) {
      return ""; // no workflow, or none that can be read
    }
  }
}
