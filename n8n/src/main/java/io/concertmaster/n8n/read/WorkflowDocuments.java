package io.concertmaster.n8n.read;

import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads workflow files of either kind: ours, or n8n's; what a file holds tells them apart. */
public final class WorkflowDocuments {
  private WorkflowDocuments() {}

  /**
   * Reads a workflow file. One of ours has no findings.
   *
   * @throws WorkflowFileException when it cannot be read or is no workflow of either kind
   */
  public static Import read(Path file) throws WorkflowFileException {
    if (Files.isRegularFile(file)) {
      try {
        if (Files.size(file) <= JsonLimits.DEFINITION.bytes()
            && Json.parse(Files.readString(file, StandardCharsets.UTF_8))
                instanceof JsonObject object
            && WorkflowImport.isForeign(object)) {
          return WorkflowImport.read(object);
        }
      } catch (IOException | JsonException e) {
        return ours(file); // which says what is wrong with it
      }
    }
    return ours(file);
  }

  private static Import ours(Path file) throws WorkflowFileException {
    return new Import(WorkflowFiles.read(file), List.of(), false);
  }
}
