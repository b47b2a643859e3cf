package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;

/** Reads the workflows that runs call. For programs that read other formats than our own too. */
public interface WorkflowSource {
  /**
   * The workflow of a file.
   *
   * @throws EngineException when it cannot be read or is none
   */
  Workflow read(Path file) throws EngineException;

  /**
   * The workflow of a definition that stands somewhere else.
   *
   * @throws EngineException when it is none
   */
  Workflow parse(JsonObject definition) throws EngineException;

  /** Reads files of our own format. */
  WorkflowSource FILES =
      new WorkflowSource() {
        @Override
        public Workflow read(Path file) throws EngineException {
          try {
            return WorkflowFiles.read(file);
          } catch (WorkflowFileException e) {
            throw invalid(e);
          }
        }

        @Override
        public Workflow parse(JsonObject definition) throws EngineException {
          try {
            return WorkflowFiles.parse(Json.write(definition));
          } catch (WorkflowFileException e) {
            throw invalid(e);
          }
        }

        private static EngineException invalid(WorkflowFileException e) {
          return new EngineException(Reason.INVALID_WORKFLOW, String.valueOf(e.getMessage()), e);
        }
      };
}
