package io.concertmaster.model.edit;

import io.concertmaster.model.Workflow;
import java.util.List;

/**
 * Several edits, one after the other, as one.
 *
 * @param label what people call the whole
 * @param edits each applied to what the one before made
 */
public record Batch(String label, List<Edit> edits) implements Edit {
  public Batch {
    edits = List.copyOf(edits);
  }

  /** Several edits as one. */
  public static Batch of(String label, Edit... edits) {
    return new Batch(label, List.of(edits));
  }

  @Override
  public Workflow apply(Workflow before) {
    Workflow workflow = before;
    for (Edit edit : edits) {
      workflow = edit.apply(workflow);
    }
    return workflow;
  }
}
