package io.concertmaster.model.edit;

import io.concertmaster.model.Workflow;

/**
 * Another workflow takes the place of this one: the file was changed by somebody else and read
 * again. Undo brings back what was there.
 *
 * @param workflow the whole new one
 */
public record ReplaceWorkflow(Workflow workflow) implements Edit {
  @Override
  public Workflow apply(Workflow before) {
    return workflow;
  }

  @Override
  public String label() {
    return "Reload";
  }
}
