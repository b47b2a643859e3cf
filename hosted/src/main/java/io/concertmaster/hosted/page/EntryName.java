package io.concertmaster.hosted.page;

import io.concertmaster.forms.Messages;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormTexts;
import java.util.Locale;

/** What the entries of a repeatable group are called. */
record EntryName(FormTexts texts, Messages messages, Field group) {
  /** What one entry is called, whichever. */
  String word() {
    return texts.find(group.key() + ".entry").orElse(texts.label(group));
  }

  /** An entry within a sentence. */
  String of(int index) {
    return messages.say("entry", word(), index + 1);
  }

  /** An entry at the beginning of a line. */
  String heading(int index) {
    String word = word();
    String capital =
        word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    return messages.say("entry", capital, index + 1);
  }
}
