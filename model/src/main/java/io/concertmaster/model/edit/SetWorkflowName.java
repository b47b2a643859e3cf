package io.concertmaster.model.edit;

import io.concertmaster.model.Workflow;

/**
 * The workflow gets another name; its id stays.
 *
 * @param name what people call it
 */
public record SetWorkflowName(String name) implements Edit {
  public SetWorkflowName {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a workflow needs a name");
    }
  }

  @Override
  public Workflow apply(Workflow before) {
    return Parts.withName(before, name);
  }

  @Override
  public String label() {
    return "Rename workflow";
  }
}
