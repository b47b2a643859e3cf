package io.concertmaster.server.library;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
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
    for (NodeDefinition node : workflow.nodes().values()) {
      if (!node.disabled()
          && asksByForm(node)
          && node.parameters().get("form") instanceof String name
          && !name.isBlank()) {
        try {
          files.add(file.resolveSibling(name).normalize());
        } catch (InvalidPathException e) {
          // then it names no form that is here
        }
      }
    }
    return files;
  }

  private static boolean asksByForm(NodeDefinition node) {
    Object kind = node.parameters().get("kind");
    return switch (node.type()) {
      case "trigger.form" -> true;
      case "flow.form" -> !"end".equals(kind);
      case "flow.task" -> "form".equals(kind);
      default -> false;
    };
  }
}
