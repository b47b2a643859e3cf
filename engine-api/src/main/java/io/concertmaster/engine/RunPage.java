package io.concertmaster.engine;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list of runs.
 *
 * @param runs newest first; may be fewer than were asked for, or none, although others follow:
 *     where few runs are of the kind, a page ends after some thousands that are not
 * @param next where the list goes on: the query of the next page asks for the runs before this one;
 *     empty where there are no older ones
 */
public record RunPage(List<RunSummary> runs, Optional<RunId> next) {
  public RunPage {
    runs = List.copyOf(runs);
  }
}
