package io.concertmaster.designer;

import io.concertmaster.designer.document.DocumentFiles;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.inspector.Companions;
import io.concertmaster.node.PropertyKind.Target;
import java.nio.file.Path;
import java.util.Optional;

/** The documents that lie beside one in the window. */
record CompanionFiles(EditorDocument document, DocumentFiles files) implements Companions {
  @Override
  public void open(Path file) {
    files.open(file);
  }

  @Override
  public Optional<Path> create(Target kind) {
    if (document.file().get().isEmpty() && !files.save(document)) {
      return Optional.empty(); // beside what lies nowhere nothing can lie
    }
    return kind == Target.FORM
        ? files.createFormBeside(document)
        : files.createWorkflowBeside(document);
  }
}
