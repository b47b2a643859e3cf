package io.concertmaster.n8n.read;

import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads workflow files of either kind: ours, or n8n's; what a file holds tells them apart. Nothing
 * but the file itself is read, and nothing in it is run, fetched or resolved.
 */
public final class WorkflowDocuments {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int MOST_NODES = 20_000;

  /** Pinned data may hold long texts, so texts may be as long as the file. */
  private static final JsonLimits LIMITS =
      new JsonLimits(
          JsonLimits.DEFINITION.bytes(),
          JsonLimits.DEFINITION.depth(),
          (int) JsonLimits.DEFINITION.bytes());

  private WorkflowDocuments() {}

  /**
   * Reads a workflow file. One of ours has no findings.
   *
   * @throws WorkflowFileException when it cannot be read or is no workflow of either kind; the
   *     message begins with the path
   */
  public static Import read(Path file) throws WorkflowFileException {
    return WorkflowFiles.read(file, WorkflowDocuments::of);
  }

  /**
   * The workflow that the JSON of a file of either kind says.
   *
   * @throws WorkflowFileException when it says none
   */
  public static Import of(@Nullable Object document) throws WorkflowFileException {
    Optional<Import> foreign = foreign(document);
    if (foreign.isPresent()) {
      return foreign.get();
    }
    if (document instanceof JsonObject object && object.containsKey("format")) {
      return Import.ofOurs(WorkflowFiles.of(object));
    }
    throw new WorkflowFileException(
        "the file holds "
            + called(document)
            + ", which is no workflow: n8n's have a list “nodes”, ConcertMaster's a “format”."
            + " Choose another file, or download the workflow from n8n again");
  }

  private static String called(@Nullable Object document) {
    return switch (document) {
      case JsonArray list -> list.isEmpty() ? "an empty list" : "a list";
      case JsonObject object when object.isEmpty() -> "an empty object";
      case JsonObject object when object.containsKey("nodes") ->
          "an object of which “nodes” is no list";
      case JsonObject object -> "an object without “nodes”";
      case String text -> "a text";
      case Number number -> "a number";
      case null, default -> "a single value";
    };
  }

  /**
   * Reads an n8n workflow, or nodes copied in n8n, from a text; empty where the text is something
   * else.
   *
   * @throws WorkflowFileException when it is past a limit
   */
  public static Optional<Import> pasted(String text) throws WorkflowFileException {
    if (text.length() > LIMITS.bytes() || !text.contains("\"nodes\"")) {
      return Optional.empty();
    }
    try {
      return foreign(
          Json.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, LIMITS));
    } catch (JsonException e) {
      return Optional.empty(); // text like any other
    }
  }

  private static Optional<Import> foreign(@Nullable Object document) throws WorkflowFileException {
    Optional<JsonObject> found = Wrapping.unwrapped(document);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.get().get("nodes") instanceof List<?> nodes && nodes.size() > MOST_NODES) {
      throw new WorkflowFileException(
          "the workflow has "
              + nodes.size()
              + " nodes; up to "
              + MOST_NODES
              + " are read: split it");
    }
    Import read = WorkflowImport.read(found.get());
    int others = Wrapping.others(document);
    return Optional.of(others == 0 ? read : withOthers(read, others));
  }

  private static Import withOthers(Import read, int others) {
    return read.with(
        new Finding(
            Finding.Kind.LEFT_OUT,
            "",
            "",
            "the file holds " + others + " more workflows, of which the first was read"));
  }
}
