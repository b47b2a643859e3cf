package io.concertmaster.model.form;

import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A form's texts in one language. Keys are those of JSON Forms: {@code email.label}, {@code
 * email.description}, {@code email.error.required}; {@code country.DE} names a choice; {@code
 * form.title}, {@code form.description} and {@code form.submit} are the form's own.
 */
public final class FormTexts {
  private final Form form;
  private final String language;
  private final JsonObject chosen;
  private final JsonObject first;

  private FormTexts(Form form, String language, JsonObject chosen, JsonObject first) {
    this.form = form;
    this.language = language;
    this.chosen = chosen;
    this.first = first;
  }

  /**
   * The texts in the first wanted language that the form has, {@code de} for {@code de-AT} too; in
   * the form's own language when it has none of them.
   *
   * @param wanted BCP 47 tags, most wanted first
   */
  public static FormTexts of(Form form, List<String> wanted) {
    List<String> there = languages(form);
    String language =
        wanted.stream()
            .flatMap(tag -> found(there, tag).stream())
            .findFirst()
            .orElse(there.isEmpty() ? "en" : there.getFirst());
    return new FormTexts(
        form,
        language,
        texts(form, language),
        there.isEmpty() ? JsonObject.empty() : texts(form, there.getFirst()));
  }

  private static Optional<String> found(List<String> there, String tag) {
    String small = tag.toLowerCase(Locale.ROOT);
    String base = Locale.forLanguageTag(tag).getLanguage();
    return there.stream()
        .filter(each -> each.toLowerCase(Locale.ROOT).equals(small))
        .findFirst()
        .or(() -> there.stream().filter(each -> !base.isEmpty() && each.equals(base)).findFirst())
        .or(() ->
            there.stream()
                .filter(each ->
                    !base.isEmpty() && Locale.forLanguageTag(each).getLanguage().equals(base))
                .findFirst());
  }

  private static JsonObject texts(Form form, String language) {
    return form.texts().get(language) instanceof JsonObject texts ? texts : JsonObject.empty();
  }

  /** The languages of a form, its own first. */
  public static List<String> languages(Form form) {
    return List.copyOf(form.texts().keySet());
  }

  /** The language in which these are, a BCP 47 tag. */
  public String language() {
    return language;
  }

  /** The text of a key: in this language, else in the form's own. */
  public Optional<String> find(String key) {
    if (chosen.get(key) instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    }
    return first.get(key) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** What the form is called. */
  public String title() {
    return find("form.title").orElse(form.name());
  }

  /** What a field is called. */
  public String label(FormElement.Field field) {
    return find(field.key() + ".label").orElse(field.label());
  }

  /** What is said about a field below its label; nothing where there is nothing to say. */
  public Optional<String> description(FormElement.Field field) {
    return find(field.key() + ".description")
        .or(() ->
            field.schema().get("description") instanceof String text
                ? Optional.of(text)
                : Optional.empty());
  }

  /** What stands in an empty field. */
  public Optional<String> placeholder(FormElement.Field field) {
    return find(field.key() + ".placeholder");
  }

  /** What a choice is called. */
  public String choice(FormElement.Field field, Choice choice) {
    return find(field.key() + "." + choice.word()).orElse(choice.title());
  }

  /** The heading of a page. */
  public String heading(FormElement.Page page) {
    return page.key().isEmpty() ? page.label() : find(page.key() + ".label").orElse(page.label());
  }

  /** The heading of a section. */
  public String heading(FormElement.Section section) {
    return find(section.key() + ".label").orElse(section.label());
  }

  /** What a text to read says. */
  public String words(FormElement.Words words) {
    return find(words.key() + ".text").orElse(words.text());
  }

  /** The form's own message for what is wrong with a field, by the schema's keyword. */
  public Optional<String> error(String key, String keyword) {
    return find(key + ".error." + keyword).or(() -> find(key + ".error.custom"));
  }
}
