package io.concertmaster.form.build;

import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.Rule;
import io.concertmaster.model.form.Rule.Condition;
import io.concertmaster.model.form.RuleText;
import java.util.List;

/**
 * Rules and elements in plain words, as the builder shows them.
 *
 * @param fields of which a rule may speak
 */
record RuleWords(List<Field> fields, FormTexts texts) {
  /** A rule as a sign says it: “shown when Delivery is Send it to us”. */
  String sign(Rule rule) {
    return new RuleText(fields, texts).of(rule);
  }

  /** A condition in words. */
  String condition(Condition condition) {
    return new RuleText(fields, texts).of(condition);
  }

  /** What an element is called. */
  static String name(FormElement element, FormTexts texts) {
    String name =
        switch (element) {
          case Field field -> texts.label(field);
          case FormElement.Page page -> texts.heading(page);
          case FormElement.Section section -> texts.heading(section);
          case FormElement.Words words ->
              texts.words(words).lines().findFirst().orElse("").replaceAll("[#*_`]", "").strip();
          default -> "";
        };
    return name.isBlank() ? PartLook.kind(element) : name;
  }
}
