package io.concertmaster.server.library;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.mention.Reference;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which files a workflow names: forms, and workflows that it calls. */
final class FileUse {
  private FileUse() {}

  /**
   * Those of forms. What an expression would name is not known before it is worked out.
   *
   * @param file where the workflow lies: names start beside it
   */
  static Set<Path> ofForms(Workflow workflow, Path file) {
    return of(workflow, file, each -> each.kind().isForm());
  }

  /** All of them, in the same way. */
  static Set<Path> of(Workflow workflow, Path file) {
    return of(workflow, file, each -> each.kind().isFile());
  }

  private static Set<Path> of(Workflow workflow, Path file, Predicate<Reference> wanted) {
    Set<Path> files = new HashSet<>();
    for (Reference each : Reference.of(workflow)) {
      if (wanted.test(each)) {
        try {
          files.add(file.resolveSibling(each.target()).normalize());
        } catch (InvalidPathException e) {
          // then it names no file that is here
        }
      }
    }
    return files;
  }
}
