package io.concertmaster.model.form;

import io.concertmaster.model.form.FormElement.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All texts that a form shows or may show, in reading order, for translators. */
public final class TextKeys {
  private final List<TextKey> keys = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final FormTexts own;

  /**
   * A text.
   *
   * @param key by which the form's texts name it
   * @param what it is, such as {@code Label}
   * @param of the element that shows it; empty for the form itself
   * @param original what is shown where no language has it; empty for nothing
   */
  public record TextKey(String key, String what, Optional<ElementPath> of, String original) {}

  private TextKeys(Form form) {
    own = FormTexts.of(form, List.of());
    add("form.title", "Title", Optional.empty(), form.name());
    optional("form.description", "Description", Optional.empty());
    optional("form.submit", "Button", Optional.empty());
    optional("form.thanks.title", "Thanks, heading", Optional.empty());
    optional("form.thanks", "Thanks", Optional.empty());
    walk(FormLayout.of(form).root());
    for (Object texts : form.texts().values()) {
      if (texts instanceof io.concertmaster.node.data.JsonObject each) {
        each.keySet().forEach(key -> add(key, "Text", Optional.empty(), ""));
      }
    }
  }

  /** The texts of a form: those that it shows, and others that one of its languages has. */
  public static List<TextKey> of(Form form) {
    return List.copyOf(new TextKeys(form).keys);
  }

  private void add(String key, String what, Optional<ElementPath> of, String original) {
    if (seen.add(key)) {
      keys.add(new TextKey(key, what, of, original));
    }
  }

  private void optional(String key, String what, Optional<ElementPath> of) {
    if (own.find(key).isPresent()) {
      add(key, what, of, "");
    }
  }

  private void walk(FormElement element) {
    Optional<ElementPath> at = Optional.of(element.at());
    switch (element) {
      case FormElement.Page page when !page.key().isEmpty() ->
          add(page.key() + ".label", "Page", at, page.label());
      case FormElement.Section section ->
          add(section.key() + ".label", "Section", at, section.label());
      case FormElement.Words words -> add(words.key() + ".text", "Text", at, words.text());
      case Field field when field.kind() != FieldKind.HIDDEN -> field(field, at);
      default -> {}
    }
    element.elements().forEach(this::walk);
  }

  private void field(Field field, Optional<ElementPath> at) {
    add(field.key() + ".label", "Label", at, field.label());
    String description = field.schema().get("description") instanceof String text ? text : "";
    if (!description.isEmpty()) {
      add(field.key() + ".description", "Description", at, description);
    }
    optional(field.key() + ".description", "Description", at);
    optional(field.key() + ".placeholder", "Placeholder", at);
    for (Choice choice : field.choices()) {
      add(field.key() + "." + choice.word(), "Choice", at, choice.title());
    }
    if (field.kind() == FieldKind.REPEATED) {
      optional(field.key() + ".entry", "One entry", at);
    }
    for (String keyword : List.of("required", "pattern", "custom")) {
      optional(field.key() + ".error." + keyword, "Message", at);
    }
    field.detail().ifPresent(this::walk);
  }
}
