package io.concertmaster.model.edit;

import io.concertmaster.model.Workflow;

/** A workflow and the way it came about. */
public final class History extends UndoHistory<Workflow> {
  /** A history that begins with a workflow, which counts as saved. */
  public History(Workflow start) {
    super(start, (from, to) -> Difference.between(from, to, ""));
  }
}
