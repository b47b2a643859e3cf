package io.concertmaster.cli;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.local.WorkflowSource;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.read.WorkflowDocuments;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.Optional;

/** The workflows that runs call: files of our own format and of n8n's. */
public final class CallableFiles implements WorkflowSource {
  @Override
  public Workflow read(Path file) throws EngineException {
    try {
      return WorkflowDocuments.read(file).workflow();
    } catch (WorkflowFileException e) {
      throw invalid(e);
    }
  }

  @Override
  public Workflow parse(JsonObject definition) throws EngineException {
    try {
      Optional<Import> foreign = WorkflowDocuments.pasted(Json.write(definition));
      return foreign.isPresent() ? foreign.get().workflow() : FILES.parse(definition);
    } catch (WorkflowFileException e) {
      throw invalid(e);
    }
  }

  private static EngineException invalid(WorkflowFileException e) {
    return new EngineException(Reason.INVALID_WORKFLOW, String.valueOf(e.getMessage()), e);
  }
}
