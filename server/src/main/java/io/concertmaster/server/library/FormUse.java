package io.concertmaster.server.library;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.mention.Reference;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Which files of forms a workflow asks by. */
final class FormUse {
  private FormUse() {}

  /**
   * Those that its nodes name. What an expression would name is not known before it is worked out.
   *
   * @param file where the workflow lies: names of forms start beside it
   */
  static Set<Path> of(Workflow workflow, Path file) {
    Set<Path> files = new HashSet<>();
    for (Reference each : Reference.of(workflow)) {
      if (each.kind().isForm()) {
        try {
          files.add(file.resolveSibling(each.target()).normalize());
        } catch (InvalidPathException e) {
          // then it names no form that is here
        }
      }
    }
    return files;
  }
}
