package io.concertmaster.hosted.page;

import io.concertmaster.forms.FileRule;
import io.concertmaster.forms.Messages;
import io.concertmaster.forms.TypedNumber;
import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The control of one field: its label, what is said about it, what is wrong with it, and what is
 * filled in. Every control has a label of its own, and what is said about it is tied to it.
 *
 * @param id what ids of its elements begin with
 * @param name of its control: the place of its value, a JSON Pointer
 * @param problem what is wrong; empty for nothing
 * @param required whether it must be filled in, always or as the answer stands
 * @param enabled whether no rule disables it
 * @param readOnly whether it is only looked at, itself or the group around it
 */
record Controls(
    Markup page,
    FormTexts texts,
    Messages messages,
    Field field,
    String id,
    String name,
    @Nullable Object value,
    String problem,
    boolean required,
    boolean enabled,
    boolean readOnly) {
  private static final int MOST_STARS = 10;

  /** Whether browsers know no {@code readonly} for a kind: it is disabled instead. */
  static boolean isDisabledToRead(FieldKind kind) {
    return switch (kind) {
      case SELECT, RADIO, MULTI_SELECT, RATING, CHECKBOX, FILE, REPEATED -> true;
      case TEXT, LONG_TEXT, EMAIL, ADDRESS, NUMBER, INTEGER, DATE, TIME, DATE_TIME, HIDDEN, OTHER ->
          false;
    };
  }

  /** What the id of a field's first control has behind the field's own. */
  static String first(Field field) {
    return switch (field.kind()) {
      case RATING -> "-1";
      case RADIO, MULTI_SELECT -> field.choices().isEmpty() ? "" : "-0";
      default -> "";
    };
  }

  private boolean isDisabled() {
    return !enabled || (readOnly && isDisabledToRead(field.kind()));
  }

  /** Writes the field, of any kind but a repeatable group. */
  void write() {
    if (field.kind() == FieldKind.HIDDEN) {
      page.hidden(name, shown());
      return;
    }
    boolean group =
        switch (field.kind()) {
          case RADIO, MULTI_SELECT, RATING -> true;
          default -> false;
        };
    page.open(group ? "fieldset" : "div")
        .with("class", problem.isEmpty() ? "field" : "field wrong");
    if (group) {
      page.with("id", id).unlessEmpty("aria-describedby", described());
      page.open("legend").with("class", "name");
      label();
      page.close();
      said();
      choices();
    } else if (field.kind() == FieldKind.CHECKBOX) {
      said();
      tick();
    } else {
      page.open("label").with("class", "name").with("for", id);
      label();
      page.close();
      said();
      one();
    }
    page.close();
  }

  private void label() {
    page.text(texts.label(field));
    if (required) {
      page.text(" ").open("span").with("class", "mark").text(messages.say("required")).close();
    }
  }

  /** The description and the problem, each with an id to which the control points. */
  private void said() {
    texts
        .description(field)
        .ifPresent(text ->
            page.open("p").with("class", "hint").with("id", id + "-hint").text(text).close());
    if (field.kind() == FieldKind.FILE) {
      page.open("p").with("class", "hint").with("id", id + "-limit");
      page.text(messages.say("file.limits", megabytes())).close();
    }
    if (!problem.isEmpty()) {
      page.open("p").with("class", "problem").with("id", id + "-problem").text(problem).close();
    }
  }

  private String described() {
    StringBuilder ids = new StringBuilder();
    if (texts.description(field).isPresent()) {
      ids.append(id).append("-hint ");
    }
    if (field.kind() == FieldKind.FILE) {
      ids.append(id).append("-limit ");
    }
    if (!problem.isEmpty()) {
      ids.append(id).append("-problem");
    }
    return ids.toString().strip();
  }

  private Object megabytes() {
    return Messages.megabytes(FileRule.most(field));
  }

  private Markup told(Markup control) {
    return control
        .unlessEmpty("aria-describedby", described())
        .flag("disabled", isDisabled())
        .unlessEmpty("aria-invalid", problem.isEmpty() ? "" : "true");
  }

  private void one() {
    switch (field.kind()) {
      case LONG_TEXT -> {
        told(page.open("textarea").with("id", id).with("name", name).with("rows", "5"));
        asked();
        bounds();
        lines();
      }
      case SELECT -> {
        told(page.open("select").with("id", id).with("name", name));
        asked();
        page.open("option").with("value", "").text(messages.say("choose")).close();
        for (Choice choice : field.choices()) {
          page.open("option").with("value", choice.word()).flag("selected", isChosen(choice));
          page.text(texts.choice(field, choice)).close();
        }
        page.close();
      }
      case FILE -> {
        told(page.open("input").with("type", "file").with("id", id).with("name", name));
        asked();
        if (field.options().get("accept") instanceof String accepted) {
          page.with("accept", accepted);
        }
        if (value instanceof JsonObject file && file.get("name") instanceof String given) {
          page.open("p").with("class", "given").text(given).text(" ");
          page.open("button").with("name", "do").with("value", "drop:" + name);
          page.with("class", "quiet").flag("disabled", isDisabled());
          page.text(messages.say("remove", given)).close().close();
        }
      }
      case OTHER -> {
        told(page.open("textarea").with("id", id).with("name", name).with("rows", "3"));
        asked();
        lines();
      }
      default -> input();
    }
  }

  private void input() {
    told(
        page.open("input")
            .with("type", type())
            .with("id", id)
            .with("name", name)
            .with("value", shown()));
    if (field.kind() == FieldKind.NUMBER) {
      page.with("inputmode", "decimal");
    } else if (field.kind() == FieldKind.INTEGER) {
      page.with("inputmode", "numeric");
    }
    if (field.options().get("autocomplete") instanceof String what) {
      page.with("autocomplete", what);
    }
    asked();
    bounds();
  }

  /** Ends a text of several lines. Browsers leave out a line that is empty and the first of all. */
  private void lines() {
    String text = shown();
    page.text(text.startsWith("\n") ? "\n" + text : text).close();
  }

  /** What a text shows while it is empty, and how long it may be. */
  private void bounds() {
    texts.placeholder(field).ifPresent(text -> page.with("placeholder", text));
    field.limit("maxLength").ifPresent(most -> page.with("maxlength", String.valueOf(most)));
  }

  private void asked() {
    page.flag("readonly", readOnly && !isDisabledToRead(field.kind()));
    if (required) {
      page.with("aria-required", "true");
    }
  }

  private String type() {
    return switch (field.kind()) {
      case EMAIL -> "email";
      case ADDRESS -> "url";
      case DATE -> "date";
      case TIME -> "time";
      case DATE_TIME -> "datetime-local";
      case TEXT -> "password".equals(field.options().get("format")) ? "password" : "text";
      default -> "text";
    };
  }

  private void tick() {
    page.open("div").with("class", "choice");
    told(
        page.open("input")
            .with("type", "checkbox")
            .with("id", id)
            .with("name", name)
            .with("value", "true")
            .flag("checked", Boolean.TRUE.equals(value)));
    page.open("label").with("class", "name").with("for", id);
    label();
    page.close().close();
  }

  private void choices() {
    boolean several = field.kind() == FieldKind.MULTI_SELECT;
    if (field.kind() == FieldKind.RATING) {
      long most = Math.clamp(field.limit("maximum").orElse(5L), 1, MOST_STARS);
      page.open("div").with("class", "stars");
      for (long star = 1; star <= most; star++) {
        choice(
            (int) star,
            "radio",
            String.valueOf(star),
            messages.say("stars", star),
            value instanceof Number n && n.longValue() == star);
      }
      page.close();
      return;
    }
    for (int i = 0; i < field.choices().size(); i++) {
      Choice choice = field.choices().get(i);
      choice(
          i,
          several ? "checkbox" : "radio",
          choice.word(),
          texts.choice(field, choice),
          isChosen(choice));
    }
  }

  private void choice(int number, String type, String word, String label, boolean chosen) {
    String own = id + "-" + number;
    page.open("div").with("class", "choice");
    page.open("input").with("type", type).with("id", own).with("name", name).with("value", word);
    page.flag("checked", chosen)
        .flag("disabled", isDisabled())
        .unlessEmpty("aria-describedby", problem.isEmpty() ? "" : id + "-problem");
    page.open("label").with("for", own).text(label).close().close();
  }

  private boolean isChosen(Choice choice) {
    Object wanted = choice.value();
    return value instanceof JsonArray several
        ? several.contains(wanted)
        : value != null && value.equals(wanted);
  }

  private String shown() {
    return switch (value) {
      case null -> "";
      case Number number -> TypedNumber.show(number, texts.language());
      case String text -> OffsetTimes.shown(field, text);
      default -> Json.write(value);
    };
  }
}
