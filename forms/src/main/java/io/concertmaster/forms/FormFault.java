package io.concertmaster.forms;

import io.concertmaster.model.form.ElementPath;
import java.util.Optional;

/**
 * Something for which a form cannot be shown as it is meant, or no answer to it be judged.
 *
 * @param at the element that is concerned; empty where none is
 * @param place where it stands in the form's file, such as {@code ui.elements[2]} or {@code
 *     schema.properties.email.pattern}
 * @param message what, and what to do: a sentence that begins with a small letter
 */
record FormFault(Optional<ElementPath> at, String place, String message) {}
