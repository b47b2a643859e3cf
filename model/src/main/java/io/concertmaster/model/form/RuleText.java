package io.concertmaster.model.form;

import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.Rule.Condition;
import io.concertmaster.node.data.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules in plain words.
 *
 * @param fields of which a rule may speak
 * @param texts by which fields and choices are called
 */
public record RuleText(List<Field> fields, FormTexts texts) {
  public RuleText {
    fields = List.copyOf(fields);
  }

  /** A rule: “shown when Delivery is Send it to us”. */
  public String of(Rule rule) {
    String does =
        switch (rule.effect()) {
          case SHOW -> "shown when ";
          case HIDE -> "hidden when ";
          case ENABLE -> "enabled when ";
          case DISABLE -> "disabled when ";
        };
    return does + of(rule.condition());
  }

  /** A condition: “Delivery is Send it to us”. */
  public String of(Condition condition) {
    return switch (condition) {
      case Rule.All all -> joined(all.conditions(), " and ");
      case Rule.Any any -> joined(any.conditions(), " or ");
      case Rule.Fits fits ->
          PlainCondition.of(fits)
              .map(this::plain)
              .orElse(name(fits.scope().last(), Optional.empty()) + " fits a schema");
    };
  }

  private String joined(List<Condition> conditions, String word) {
    return conditions.stream().map(this::of).collect(Collectors.joining(word));
  }

  private String plain(PlainCondition plain) {
    Optional<Field> field =
        fields.stream().filter(each -> each.scope().equals(plain.field())).findFirst();
    String subject = name(plain.field().last(), field);
    if (plain.value() instanceof Boolean ticked) {
      boolean is = plain.comparison() == PlainCondition.Comparison.IS;
      return subject + (is == ticked ? " is ticked" : " is not ticked");
    }
    return subject
        + " "
        + plain.comparison().words()
        + (plain.comparison().hasValue() ? " " + value(field, plain.value()) : "");
  }

  private String name(String otherwise, Optional<Field> field) {
    return field.map(texts::label).orElse(otherwise);
  }

  private String value(Optional<Field> field, @Nullable Object value) {
    Choice choice = new Choice(value, "");
    return field
        .flatMap(each ->
            each.choices().stream()
                .filter(one -> one.word().equals(choice.word()))
                .map(one -> texts.choice(each, one))
                .findFirst())
        .orElseGet(() -> value instanceof String text ? text : Json.write(value));
  }
}
