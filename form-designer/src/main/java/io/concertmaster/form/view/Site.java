package io.concertmaster.form.view;

import io.concertmaster.forms.Messages;
import io.concertmaster.model.form.FormTexts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the parts of one drawn form share.
 *
 * @param texts the form's words
 * @param messages the program's words
 * @param changed to be told of each change by a person
 * @param files asks for a file
 */
record Site(FormTexts texts, Messages messages, Runnable changed, Supplier<Optional<Path>> files) {
  Locale locale() {
    return Locale.forLanguageTag(texts.language());
  }
}
