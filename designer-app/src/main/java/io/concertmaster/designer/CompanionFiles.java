package io.concertmaster.designer;

import io.concertmaster.designer.document.DocumentFiles;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.inspector.Companions;
import io.concertmaster.node.PropertyKind.Target;
import java.nio.file.Files;
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
        ? files.createFormAt(free(".form.json"))
        : files.createAt(free(document.suffix()));
  }

  /** A file beside the document that is not there yet, and begins as its name does. */
  private Path free(String suffix) {
    String name = document.file().get().map(Path::getFileName).map(Path::toString).orElse("");
    int end = name.indexOf('.');
    String base = end > 0 ? name.substring(0, end) : document.workflow().get().id();
    Path file = document.folder().resolve(base + suffix);
    for (int number = 2; Files.exists(file); number++) {
      file = document.folder().resolve(base + "-" + number + suffix);
    }
    return file;
  }
}
