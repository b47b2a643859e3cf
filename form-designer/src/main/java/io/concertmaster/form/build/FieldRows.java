package io.concertmaster.form.build;

import io.concertmaster.form.build.Rows.Limit;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.edit.FormBatch;
import io.concertmaster.model.form.edit.FormEdit;
import io.concertmaster.model.form.edit.RenameField;
import io.concertmaster.model.form.edit.SetKeyword;
import io.concertmaster.model.form.edit.SetOption;
import io.concertmaster.model.form.edit.SetRequired;
import io.concertmaster.model.form.edit.SetText;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** The properties of one element. */
final class FieldRows {
  private final Building building;
  private final FormElement element;
  private final Rows rows = new Rows();

  FieldRows(Building building, FormElement element) {
    this.building = building;
    this.element = element;
    switch (element) {
      case Field field -> field(field);
      case FormElement.Page _ -> text("Heading", "label");
      case FormElement.Section _ -> text("Heading", "label");
      case FormElement.Words _ ->
          rows.area(
              "Text in " + building.language().get() + ", as Markdown",
              5,
              "property-text",
              () -> words("text"),
              typed -> setText("text", typed));
      case FormElement.Columns _ ->
          rows.hint("What stands in here stands side by side, and one below the other on a phone.");
      case FormElement.Stack _ -> rows.hint("The fields of each entry. Drop further ones here.");
      case FormElement.Pages _, FormElement.Unknown _ ->
          rows.hint("This part stays as it is in the file.");
    }
  }

  Rows rows() {
    return rows;
  }

  /** The field as it is now. */
  private Field now() {
    return building.layout().element(element.at()).orElse(element) instanceof Field field
        ? field
        : (Field) element;
  }

  private String key() {
    return switch (building.layout().element(element.at()).orElse(element)) {
      case Field field -> field.key();
      case FormElement.Page page -> page.key();
      case FormElement.Section section -> section.key();
      case FormElement.Words words -> words.key();
      default -> "";
    };
  }

  private String words(String name) {
    return building.form().texts().get(building.language().get()) instanceof JsonObject texts
            && texts.get(key() + "." + name) instanceof String text
        ? text
        : "";
  }

  private Optional<String> setText(String name, String typed) {
    return type(SetText.of(element.at(), name, building.language().get(), typed), name);
  }

  /** Makes the change of something typed, or says why it does not fit. */
  private Optional<String> type(FormEdit edit, String what) {
    return building.refusal(edit, element.at() + " " + what);
  }

  private void text(String label, String name) {
    TextInputControl field =
        name.equals("description")
            ? rows.area(
                label + inLanguage(),
                1,
                "property-" + name,
                () -> words(name),
                typed -> setText(name, typed))
            : rows.line(
                label + inLanguage(),
                "property-" + name,
                () -> words(name),
                typed -> setText(name, typed));
    rows.onRefresh(() -> field.setPromptText(standIn(name)));
    field.setPromptText(standIn(name));
  }

  /** Which language's text it is, where there are several. */
  private String inLanguage() {
    return building.form().texts().size() < 2 ? "" : " · " + building.language().get();
  }

  /** What is shown while this language has no text. */
  private String standIn(String name) {
    return name.equals("label")
        ? RuleWords.name(building.layout().element(element.at()).orElse(element), building.texts())
        : building.texts().find(key() + "." + name).orElse("");
  }

  private void field(Field field) {
    text("Label", "label");
    text("Description", "description");
    rows.finishedLine(
        "Key in the data",
        "property-key",
        () -> now().scope().last(),
        typed -> building.refusal(new RenameField(element.at(), typed)));
    rows.getChildren().getLast().getStyleClass().add("mono");
    if (field.kind() == FieldKind.CHECKBOX) {
      rows.flag(
          "Must be ticked",
          "property-required",
          () -> Boolean.TRUE.equals(now().schema().get("const")),
          this::mustBeTicked);
    } else {
      rows.flag(
          "Required",
          "property-required",
          () -> now().required(),
          on -> building.make(new SetRequired(element.at(), on)));
    }
    byKind(field);
    rows.flag(
        "Read only",
        "property-readonly",
        () -> now().readOnly(),
        on -> building.make(new SetOption(element.at(), "readonly", on ? true : null)));
  }

  private void mustBeTicked(boolean on) {
    building.make(
        new FormBatch(
            on ? "Must be ticked" : "May be left open",
            List.of(
                new SetKeyword(element.at(), "const", on ? true : null),
                new SetRequired(element.at(), on))));
  }

  private void byKind(Field field) {
    switch (field.kind()) {
      case TEXT, LONG_TEXT, EMAIL, ADDRESS -> {
        text("Placeholder", "placeholder");
        rows.numbers(
            count("At least, characters", "minLength", 0),
            count("At most, characters", "maxLength", 0));
        if (field.kind() == FieldKind.TEXT) {
          rows.line(
              "Pattern (a regular expression)",
              "property-pattern",
              () -> now().schema().get("pattern") instanceof String text ? text : "",
              typed ->
                  type(
                      new SetKeyword(element.at(), "pattern", typed.isEmpty() ? null : typed),
                      "pattern"));
          text("Message when the pattern is not kept", "error.pattern");
        }
      }
      case NUMBER, INTEGER -> {
        rows.numbers(keyword("At least", "minimum"), keyword("At most", "maximum"));
        rows.flag(
            "Whole numbers only",
            "property-whole",
            () -> "integer".equals(now().schema().get("type")),
            on -> building.make(new SetKeyword(element.at(), "type", on ? "integer" : "number")));
      }
      case RATING -> rows.number(count("Stars", "maximum", 1));
      case SELECT, RADIO -> {
        choices();
        rows.choice(
            "Shown as",
            "property-shown",
            List.of("A list", "All in sight"),
            () -> now().kind() == FieldKind.RADIO ? "All in sight" : "A list",
            word ->
                building.make(
                    new SetOption(element.at(), "format", word.equals("A list") ? null : "radio")));
      }
      case MULTI_SELECT -> {
        choices();
        rows.numbers(count("At least", "minItems", 0), count("At most", "maxItems", 0));
      }
      case REPEATED -> {
        text("Word for one entry", "entry");
        rows.numbers(count("At least", "minItems", 0), count("At most", "maxItems", 0));
      }
      case FILE -> {
        rows.line(
            "Kinds of file, such as .pdf,image/*",
            "property-accept",
            () -> now().options().get("accept") instanceof String text ? text : "",
            typed ->
                type(
                    new SetOption(element.at(), "accept", typed.isEmpty() ? null : typed),
                    "accept"));
        rows.number(new Limit("At most, MB", "property-size", this::megabytes, this::megabytes));
      }
      case DATE, TIME, DATE_TIME, CHECKBOX, HIDDEN, OTHER -> {}
    }
  }

  private void choices() {
    ChoiceRows choices = new ChoiceRows(building, element.at());
    rows.add(choices, choices::refresh);
  }

  private Limit keyword(String label, String keyword) {
    Function<Field, @Nullable Object> read = field -> field.schema().get(keyword);
    return new Limit(
        label,
        "property-" + keyword,
        () -> read.apply(now()) instanceof Number number ? number : null,
        value -> type(new SetKeyword(element.at(), keyword, value), keyword));
  }

  /** A limit that counts something. */
  private Limit count(String label, String keyword, long least) {
    Limit any = keyword(label, keyword);
    return new Limit(
        label,
        any.id(),
        any.value(),
        value ->
            value == null || (value instanceof Long whole && whole >= least)
                ? any.take().apply(value)
                : Optional.of("Write a whole number from " + least + " up"));
  }

  private @Nullable Object megabytes() {
    return now().schema().get("properties") instanceof JsonObject properties
            && properties.get("size") instanceof JsonObject size
            && size.get("maximum") instanceof Number most
        ? Megabytes.of(most)
        : null;
  }

  private Optional<String> megabytes(@Nullable Number value) {
    Optional<Long> most = Optional.ofNullable(value).flatMap(Megabytes::bytes);
    if (value != null && most.isEmpty()) {
      return Optional.of("Write a number above 0, such as 2.5");
    }
    JsonObject properties =
        now().schema().get("properties") instanceof JsonObject there ? there : JsonObject.empty();
    JsonObject size =
        properties.get("size") instanceof JsonObject there
            ? there
            : JsonObject.of("type", "integer");
    JsonObject limited =
        most.map(bytes -> size.with("maximum", bytes)).orElseGet(() -> size.without("maximum"));
    boolean says = !limited.without("type").isEmpty();
    JsonObject changed = says ? properties.with("size", limited) : properties.without("size");
    return type(
        new SetKeyword(element.at(), "properties", changed.isEmpty() ? null : changed), "size");
  }
}
