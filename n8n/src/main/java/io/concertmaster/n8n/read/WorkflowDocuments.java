package io.concertmaster.n8n.read;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
   * @throws WorkflowFileException when it cannot be read or is no workflow of either kind
   */
  public static Import read(Path file) throws WorkflowFileException {
    Optional<Import> foreign = Optional.empty();
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LIMITS.bytes()) {
        foreign = pasted(Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (WorkflowFileException e) {
      throw new WorkflowFileException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      return ours(file); // which says what is wrong with it
    }
    return foreign.isPresent() ? foreign.get() : ours(file);
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
    @Nullable Object document;
    try {
      document = Json.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, LIMITS);
    } catch (JsonException e) {
      return Optional.empty(); // whoever reads it as ours says what is wrong
    }
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
    List<Finding> findings = new ArrayList<>(read.findings());
    findings.add(
        new Finding(
            Finding.Kind.LEFT_OUT,
            "",
            "",
            "the file holds " + others + " more workflows, of which the first was read"));
    return new Import(read.workflow(), findings, true);
  }

  private static Import ours(Path file) throws WorkflowFileException {
    Workflow workflow = WorkflowFiles.read(file);
    return new Import(workflow, List.of(), false);
  }
}
