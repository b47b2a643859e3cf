package io.concertmaster.model.mention;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a workflow needs besides itself: a workflow that it calls, by file or by id, or a
 * form. What nodes need that are disabled is not asked for.
 *
 * @param kind what is needed
 * @param node id of the node that needs it; empty for the workflow as a whole
 * @param property the setting that names it
 * @param target a path, a relative one from the workflow's folder, or the id of a workflow; the
 *     expression where only a run decides
 */
public record Reference(Kind kind, Optional<String> node, String property, String target) {
  private static final String CALL = "flow.subworkflow";
  private static final String TRIGGER = "trigger.form";
  private static final String PAGE = "flow.form";
  private static final String TASK = "flow.task";

  /** What is needed. */
  public enum Kind {
    /** A form that a node shows while a run waits. */
    FORM,
    /** A form of a trigger, which reads it from its own folder only. */
    TRIGGER_FORM,
    /** A workflow that a node calls, by file. */
    CALLED_FILE,
    /** A workflow that a node calls, by id. */
    CALLED_ID,
    /** The workflow that begins when a run fails, by file. */
    ERROR_FILE,
    /** The workflow that begins when a run fails, by id. */
    ERROR_ID,
    /** A workflow that an expression names in the run. */
    OPEN;

    /** Whether the target is the path of a form. */
    public boolean isForm() {
      return this == FORM || this == TRIGGER_FORM;
    }

    /** Whether the target is the path of a file. */
    public boolean isFile() {
      return isForm() || this == CALLED_FILE || this == ERROR_FILE;
    }

    /** Whether a node calls a workflow that is known before. */
    public boolean isCall() {
      return this == CALLED_FILE || this == CALLED_ID;
    }
  }

  /** What a workflow needs, in the order of its nodes. */
  public static List<Reference> of(Workflow workflow) {
    List<Reference> found = new ArrayList<>();
    workflow
        .nodes()
        .forEach((id, node) -> {
          if (!node.disabled()) {
            of(id, node).ifPresent(found::add);
          }
        });
    workflow
        .settings()
        .errorWorkflow()
        .map(name ->
            new Reference(
                name.endsWith(".json") ? Kind.ERROR_FILE : Kind.ERROR_ID,
                Optional.empty(),
                "settings.errorWorkflow",
                name))
        .ifPresent(found::add);
    return found;
  }

  private static Optional<Reference> of(String id, NodeDefinition node) {
    Object kind = node.parameters().get("kind");
    return switch (node.type()) {
      case TRIGGER -> named(Kind.TRIGGER_FORM, id, node, "form");
      case PAGE -> "end".equals(kind) ? Optional.empty() : named(Kind.FORM, id, node, "form");
      case TASK -> "form".equals(kind) ? named(Kind.FORM, id, node, "form") : Optional.empty();
      case CALL -> {
        Object source = node.parameters().get("source");
        yield "id".equals(source)
            ? named(Kind.CALLED_ID, id, node, "id")
            : "definition".equals(source)
                ? Optional.empty()
                : named(Kind.CALLED_FILE, id, node, "file");
      }
      default -> Optional.empty();
    };
  }

  /** What a setting names; a missing value is told by the check of the workflow. */
  private static Optional<Reference> named(
      Kind kind, String id, NodeDefinition node, String property) {
    @Nullable Object value = node.parameters().get(property);
    if (!(value instanceof String text) || text.isBlank()) {
      return Optional.empty();
    }
    boolean open = text.startsWith("=") && !kind.isForm();
    return Optional.of(new Reference(open ? Kind.OPEN : kind, Optional.of(id), property, text));
  }
}
