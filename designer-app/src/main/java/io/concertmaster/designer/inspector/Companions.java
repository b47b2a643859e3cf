package io.concertmaster.designer.inspector;

import io.concertmaster.node.PropertyKind.Target;
import java.nio.file.Path;
import java.util.Optional;

/** Who opens the documents that settings name, such as forms, and makes new ones. */
public interface Companions {
  /** Brings one to the front; where that fails a person is told. */
  void open(Path file);

  /**
   * Asks a person for a place beside the workflow, which is saved first where it has none, and
   * opens a new, empty document there.
   *
   * @param kind {@link Target#FORM} or {@link Target#WORKFLOW}
   * @return its file; empty where none was made
   */
  Optional<Path> create(Target kind);

  /** Nobody opens any. */
  Companions NONE =
      new Companions() {
        @Override
        public void open(Path file) {}

        @Override
        public Optional<Path> create(Target kind) {
          return Optional.empty();
        }
      };
}
