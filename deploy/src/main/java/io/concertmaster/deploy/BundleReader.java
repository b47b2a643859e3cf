package io.concertmaster.deploy;

import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.model.mention.Reference;
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
  private final Needs needs = new Needs();
  private final Deque<Asked> left = new ArrayDeque<>();

  /** A file that is to be read. */
  private record Asked(Path file, boolean form) {}

  private BundleReader(Reader reader) {
    this.reader = reader;
  }

  /**
   * The bundle of these files. Where a file is missing that one of them needs, its part tells it.
   *
   * @throws DeployException when one cannot be read
   */
  public static Bundle read(List<Path> files, Reader reader) throws DeployException {
    BundleReader bundle = new BundleReader(reader);
    for (Path file : files) {
      bundle.left.add(
          new Asked(file.toAbsolutePath().normalize(), file.toString().endsWith(FORM_FILE)));
    }
    while (!bundle.left.isEmpty()) {
      Asked asked = bundle.left.poll();
      if (!bundle.parts.containsKey(asked.file())) {
        bundle.add(asked);
      }
    }
    Path root = root(bundle.parts.keySet().stream().toList());
    List<Part> placed = new ArrayList<>();
    for (Part each : bundle.parts.values()) {
      String path = root.relativize(each.file()).toString().replace('\\', '/');
      placed.add(bundle.needs.told(each).at(path));
    }
    return new Bundle(placed, List.of());
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

  private void add(Asked asked) throws DeployException {
    Path file = asked.file();
    if (asked.form()) {
      parts.put(file, form(file));
      return;
    }
    Workflow workflow = workflow(file);
    JsonObject content = Json.parseObject(WorkflowFiles.write(workflow));
    parts.put(file, part(Part.Kind.WORKFLOW, workflow.id(), file, content));
    for (Reference each : Reference.of(workflow)) {
      Optional<Path> found = find(each, folder(file));
      needs.add(file, workflow.name(), each, found);
      found.ifPresent(other -> left.add(new Asked(other, each.kind().isForm())));
    }
  }

  private static Optional<Path> find(Reference needed, Path folder) {
    return switch (needed.kind()) {
      case OPEN -> Optional.empty();
      case CALLED_ID -> byId(folder, needed.target());
      case ERROR_ID ->
          NamedFiles.find(folder, needed.target()).or(() -> byId(folder, needed.target()));
      case FORM, TRIGGER_FORM, CALLED_FILE, ERROR_FILE -> NamedFiles.find(folder, needed.target());
    };
  }

  private static Part part(Part.Kind kind, String id, Path file, JsonObject content) {
    return new Part(kind, id, file, "", content, List.of(), List.of());
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
      Form form = FormFiles.read(file);
      return part(Part.Kind.FORM, form.id(), file, Json.parseObject(FormFiles.write(form)));
    } catch (WorkflowFileException e) {
      throw new DeployException(Reason.BAD_FILE, e.getMessage(), e);
    }
  }

  private static Optional<Path> byId(Path folder, String id) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.toString().endsWith(FORM_FILE))
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
