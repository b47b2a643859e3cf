package io.concertmaster.simulation.model;

import io.concertmaster.model.Workflow;
import java.util.Set;

/**
 * That a run was moved to a newer definition while it waited.
 *
 * @param newer by which it went from then on
 * @param begun the steps that had begun before
 * @param done those of them that were done before: what they sent had arrived
 */
public record Move(Workflow newer, Set<String> begun, Set<String> done) {
  public Move {
    begun = Set.copyOf(begun);
    done = Set.copyOf(done);
  }
}
