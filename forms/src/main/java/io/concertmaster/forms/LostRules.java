package io.concertmaster.forms;

import io.concertmaster.forms.FormFinding.Kind;
import io.concertmaster.forms.FormFinding.Severity;
import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.Requirement;
import io.concertmaster.model.form.Rule;
import io.concertmaster.model.form.Rule.Condition;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules that ask for what no answer has: a choice that a field does not offer, or, where a
 * field is required only while something holds, a field that lies outside of the entry. Such a rule
 * is never as it says.
 */
final class LostRules {
  private final FormTexts texts;
  private final List<Field> whole;
  private final List<FormFinding> found = new ArrayList<>();

  private LostRules(FormTexts texts, List<Field> whole) {
    this.texts = texts;
    this.whole = whole;
  }

  /** What there is to say about the rules of a form, in reading order. */
  static List<FormFinding> of(Form form, FormLayout layout, FormTexts texts) {
    LostRules rules = new LostRules(texts, layout.fields());
    rules.ground(form.schema(), layout.root(), rules.whole, "of the form");
    return List.copyOf(rules.found);
  }

  /** An object of whose fields rules speak: the whole answer, or an entry. */
  private void ground(JsonObject object, FormElement within, List<Field> fields, String where) {
    for (Requirement each : Requirement.of(object)) {
      Optional<Field> required = find(fields, each.field());
      ElementPath at = required.map(Field::at).orElse(within.at());
      each(
          each.when(),
          fits -> {
            if (fits.scope().mayBeIn(object)) {
              find(fields, fits.scope()).ifPresent(asked -> choices(at, fits, asked));
            } else {
              say(
                  at,
                  "A rule requires “"
                      + required.map(texts::label).orElse(each.field().key())
                      + "” by what “"
                      + find(whole, fits.scope()).map(texts::label).orElse(fits.scope().key())
                      + "” says, which is no field "
                      + where
                      + ": let it ask for one that is, or delete the rule");
            }
          });
    }
    walk(object, within, fields);
  }

  private void walk(JsonObject object, FormElement element, List<Field> fields) {
    element
        .rule()
        .ifPresent(rule ->
            each(
                rule.condition(),
                fits -> {
                  List<Field> meant = fits.scope().in(object).isPresent() ? fields : whole;
                  find(meant, fits.scope()).ifPresent(asked -> choices(element.at(), fits, asked));
                }));
    if (element instanceof Field field
        && field.detail().isPresent()
        && field.schema().get("items") instanceof JsonObject entry) {
      FormElement detail = field.detail().get();
      ground(entry, detail, FormLayout.fields(detail), "of the same entry");
    }
    element.elements().forEach(each -> walk(object, each, fields));
  }

  private static void each(Condition condition, Consumer<Rule.Fits> look) {
    switch (condition) {
      case Rule.All all -> all.conditions().forEach(each -> each(each, look));
      case Rule.Any any -> any.conditions().forEach(each -> each(each, look));
      case Rule.Fits fits -> look.accept(fits);
    }
  }

  private static Optional<Field> find(List<Field> fields, Scope scope) {
    return fields.stream().filter(each -> each.scope().equals(scope)).findFirst();
  }

  private void choices(ElementPath at, Rule.Fits fits, Field asked) {
    if (asked.choices().isEmpty()) {
      return;
    }
    foreign(fits.schema(), asked.choices(), asked.kind() != FieldKind.MULTI_SELECT)
        .ifPresent(value ->
            say(
                at,
                "A rule here asks whether “"
                    + texts.label(asked)
                    + "” is “"
                    + value.word()
                    + "”, which is none of its choices: choose another value, or delete the rule"));
  }

  /**
   * The value of which a schema speaks, where it is none of some choices.
   *
   * @param one whether the schema is that of one choice, and not of a list of them
   */
  private static Optional<Choice> foreign(JsonObject schema, List<Choice> choices, boolean one) {
    if (one && schema.containsKey("const") && !isOne(schema.get("const"), choices)) {
      return Optional.of(new Choice(schema.get("const"), ""));
    }
    if (one
        && schema.get("enum") instanceof JsonArray values
        && !values.isEmpty()
        && values.stream().noneMatch(each -> isOne(each, choices))) {
      return Optional.of(new Choice(values.get(0), ""));
    }
    if (schema.get("not") instanceof JsonObject inner) {
      return foreign(inner, choices, one);
    }
    return schema.get("contains") instanceof JsonObject inner
        ? foreign(inner, choices, true)
        : Optional.empty();
  }

  private static boolean isOne(@Nullable Object value, List<Choice> choices) {
    return choices.stream().anyMatch(each -> each.is(value));
  }

  private void say(ElementPath at, String message) {
    found.add(new FormFinding(Optional.of(at), Severity.ERROR, Kind.RULE, message));
  }
}
