package io.concertmaster.forms;

import java.util.Set;

/**
 * What the rules of a form say about an answer.
 *
 * @param hidden the elements that are not shown, those within hidden ones included
 * @param disabled those that may not be filled in, those within disabled ones included
 * @param absent the values, as JSON Pointers, that are not asked for: none of their fields is shown
 */
public record Seen(Set<Spot> hidden, Set<Spot> disabled, Set<String> absent) {
  public Seen {
    hidden = Set.copyOf(hidden);
    disabled = Set.copyOf(disabled);
    absent = Set.copyOf(absent);
  }

  /** Whether an element is shown. */
  public boolean shows(Spot spot) {
    return !hidden.contains(spot);
  }

  /** Whether an element may be filled in. */
  public boolean enables(Spot spot) {
    return !disabled.contains(spot);
  }
}
