package io.concertmaster.forms;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FormElement;

/**
 * An element as it stands on the filled-in form: those of a repeatable group stand there once for
 * each entry.
 *
 * @param at the element
 * @param entry the entry in which it stands, as a JSON Pointer into the answer such as {@code
 *     /items/0}; empty outside of repeatable groups
 */
public record Spot(ElementPath at, String entry) {
  /** The place of a field's value in the answer, as a JSON Pointer. */
  public static String pointer(FormElement.Field field, String entry) {
    return entry + field.scope().pointer();
  }
}
