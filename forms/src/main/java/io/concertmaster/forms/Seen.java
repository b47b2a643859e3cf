package io.concertmaster.forms;

import io.concertmaster.model.form.FormElement.Field;
import java.util.Set;

/**
 * What the rules of a form say about an answer.
 *
 * @param hidden the elements that are not shown, those within hidden ones included
 * @param disabled those that may not be filled in, those within disabled ones included
 * @param absent the values, as JSON Pointers, that are not asked for: none of their fields is shown
 * @param required the values, as JSON Pointers, that must be given as the answer stands
 */
public record Seen(Set<Spot> hidden, Set<Spot> disabled, Set<String> absent, Set<String> required) {
  public Seen {
    hidden = Set.copyOf(hidden);
    disabled = Set.copyOf(disabled);
    absent = Set.copyOf(absent);
    required = Set.copyOf(required);
  }

  /** Whether an element is shown. */
  public boolean shows(Spot spot) {
    return !hidden.contains(spot);
  }

  /**
   * Whether a field must be filled in, always or as the answer stands.
   *
   * @param entry in which entry it stands, a JSON Pointer; empty outside of repeatable groups
   */
  public boolean requires(Field field, String entry) {
    return field.required() || required.contains(Spot.pointer(field, entry));
  }

  /** The same, where so much must be given. */
  Seen requiring(Set<String> values) {
    return new Seen(hidden, disabled, absent, values);
  }

  /** Whether an element may be filled in. */
  public boolean enables(Spot spot) {
    return !disabled.contains(spot);
  }
}
