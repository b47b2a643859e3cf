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
import io.concertmaster.model.form.Scope;
import io.concertmaster.model.form.TextKeys;
import io.concertmaster.model.form.TextKeys.TextKey;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks a form over for whoever makes it: whether it can be used ({@link FormFaults}), whether all
 * people can use it (after WCAG 2.2), and whether texts are missing.
 */
public final class FormAudit {
  private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,6})\\s");
  private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)]\\(");

  private final Form form;
  private final FormTexts texts;
  private final List<FormFinding> findings = new ArrayList<>();
  private final Map<String, String> labels = new HashMap<>();

  private FormAudit(Form form) {
    this.form = form;
    this.texts = FormTexts.of(form, List.of());
  }

  /** What there is to say about a form, errors first, else in reading order. */
  public static List<FormFinding> of(Form form) {
    FormAudit audit = new FormAudit(form);
    FormFaults.of(form)
        .forEach(each -> audit.add(each.at(), Severity.ERROR, Kind.FAULT, sentence(each)));
    audit.run();
    return sorted(audit);
  }

  /** What there is to say about a form besides {@link FormFaults}, errors first. */
  static List<FormFinding> ofPeople(Form form) {
    FormAudit audit = new FormAudit(form);
    audit.run();
    return sorted(audit);
  }

  private static List<FormFinding> sorted(FormAudit audit) {
    List<FormFinding> sorted = new ArrayList<>(audit.findings);
    sorted.sort(java.util.Comparator.comparing(FormFinding::severity));
    return List.copyOf(sorted);
  }

  private static String sentence(FormFault fault) {
    String message = fault.message();
    return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
  }

  private void run() {
    FormLayout layout = FormLayout.of(form);
    layout
        .pages()
        .forEach(page -> {
          labels.clear();
          look(page, "", texts.heading(page).isBlank() ? 1 : 2);
        });
    findings.addAll(LostRules.of(form, layout, texts));
    unasked(form.schema(), layout.root());
    accent();
    translations();
  }

  /** Values that must be there and for which nothing asks: nobody could send the form. */
  private void unasked(JsonObject object, FormElement within) {
    List<Field> fields = FormLayout.fields(within);
    unasked(Scope.ROOT, object, fields);
    for (Field field : fields) {
      if (field.detail().isPresent() && field.schema().get("items") instanceof JsonObject entry) {
        unasked(entry, field.detail().get());
      }
    }
  }

  private void unasked(Scope at, JsonObject object, List<Field> fields) {
    if (object.get("required") instanceof JsonArray names) {
      for (Object name : names) {
        if (name instanceof String text && fields.stream().noneMatch(in(at.field(text)))) {
          add(
              Optional.empty(),
              Severity.ERROR,
              Kind.UNASKED,
              "Nobody can send the form: “"
                  + at.field(text).key()
                  + "” must be filled in, and no element asks for it: add one, or take it out of"
                  + " “required”");
        }
      }
    }
    if (object.get("properties") instanceof JsonObject properties) {
      for (String name : properties.keySet()) {
        Scope inner = at.field(name);
        boolean isField = fields.stream().anyMatch(each -> each.scope().equals(inner));
        if (!isField
            && properties.get(name) instanceof JsonObject schema
            && fields.stream().anyMatch(in(inner))) {
          unasked(inner, schema, fields);
        }
      }
    }
  }

  /** Whether a field is a value, or lies in it. */
  private static Predicate<Field> in(Scope value) {
    int depth = value.names().size();
    return field ->
        field.scope().names().size() >= depth
            && field.scope().names().subList(0, depth).equals(value.names());
  }

  private void add(Optional<ElementPath> at, Severity severity, Kind kind, String message) {
    findings.add(new FormFinding(at, severity, kind, message));
  }

  /**
   * Looks an element over.
   *
   * @param around what is spoken before a label, such as that of the group around
   * @param level of the heading above
   */
  private void look(FormElement element, String around, int level) {
    int below = level;
    switch (element) {
      case FormElement.Page page when !page.key().isEmpty() && texts.heading(page).isBlank() ->
          add(
              Optional.of(page.at()),
              Severity.ERROR,
              Kind.HEADING,
              "The page has no heading: give it one");
      case FormElement.Section section -> {
        if (texts.heading(section).isBlank()) {
          add(
              Optional.of(section.at()),
              Severity.ERROR,
              Kind.HEADING,
              "The section has no heading: give it one");
        }
        below = level + 1;
      }
      case FormElement.Words words -> words(words, level);
      case Field field when field.kind() != FieldKind.HIDDEN -> field(field, around, level);
      default -> {}
    }
    for (FormElement each : element.elements()) {
      look(each, around, below);
    }
  }

  private void field(Field field, String around, int level) {
    Optional<ElementPath> at = Optional.of(field.at());
    String label = texts.label(field);
    if (label.isBlank()) {
      add(
          at,
          Severity.ERROR,
          Kind.LABEL,
          "The field “" + field.key() + "” has no label: give it one");
    } else {
      String other =
          labels.putIfAbsent(around + label.strip().toLowerCase(Locale.ROOT), field.key());
      if (other != null && !other.equals(field.key())) {
        add(
            at,
            Severity.ERROR,
            Kind.LABEL,
            "Two fields are called “" + label + "”: say in one how it differs");
      }
    }
    if (texts.find(field.key() + ".label").isEmpty()
        && !(field.schema().get("title") instanceof String)) {
      add(at, Severity.HINT, Kind.LABEL, "“" + label + "” is made from the key: write a label");
    }
    for (Choice choice : field.choices()) {
      if (texts.choice(field, choice).isBlank()) {
        add(
            at,
            Severity.ERROR,
            Kind.CHOICE,
            "A choice of “" + label + "” has no words: give it some");
      }
    }
    findings.addAll(Limits.of(field, label.isBlank() ? field.key() : label));
    field
        .detail()
        .ifPresent(detail -> {
          look(detail, around + label + "/", level);
          if (FormLayout.fields(detail).isEmpty()) {
            add(
                at,
                Severity.ERROR,
                Kind.UNASKED,
                "The group “" + label + "” has no fields: add one");
          }
        });
  }

  private void words(FormElement.Words words, int level) {
    Optional<ElementPath> at = Optional.of(words.at());
    for (String language : FormTexts.languages(form)) {
      String text = FormTexts.of(form, List.of(language)).words(words);
      if (text.isBlank()) {
        add(
            at,
            Severity.HINT,
            Kind.WORDS,
            "The text says nothing: write something, or take it out");
        return;
      }
      Matcher images = IMAGE.matcher(text);
      while (images.find()) {
        if (images.group(1).isBlank()) {
          add(
              at,
              Severity.ERROR,
              Kind.WORDS,
              "An image has no words for people who do not see it: write ![what it shows](…)");
        }
      }
      int before = level;
      Matcher headings = HEADING.matcher(text);
      while (words.markdown() && headings.find()) {
        int depth = headings.group(1).length();
        if (depth > before + 1) {
          add(
              at,
              Severity.HINT,
              Kind.HEADING,
              "A heading of level "
                  + depth
                  + " follows one of level "
                  + before
                  + ": leave no level out");
        }
        before = depth;
      }
    }
  }

  private void accent() {
    if (form.theme().get("accent") instanceof String text) {
      Accent.written(text)
          .ifPresentOrElse(
              accent -> {
                if (accent.contrastToWhite() < Accent.ENOUGH) {
                  add(
                      Optional.empty(),
                      Severity.HINT,
                      Kind.ACCENT,
                      String.format(
                          Locale.ROOT,
                          "The accent colour %s has a contrast of %.1f to white, less than 4.5: it is"
                              + " shown darker",
                          text,
                          accent.contrastToWhite()));
                }
              },
              () ->
                  add(
                      Optional.empty(),
                      Severity.ERROR,
                      Kind.ACCENT,
                      "The accent colour “" + text + "” is none: write it as #2B6CB0"));
    }
  }

  /** Texts that the form's own language has, or shows, and another lacks. */
  private void translations() {
    List<String> languages = FormTexts.languages(form);
    if (languages.size() < 2) {
      return;
    }
    List<TextKey> keys = TextKeys.of(form);
    for (String language : languages.subList(1, languages.size())) {
      JsonObject there =
          form.texts().get(language) instanceof JsonObject all ? all : JsonObject.empty();
      for (TextKey key : keys) {
        String shown = texts.find(key.key()).orElse(key.original());
        if (!shown.isBlank() && !(there.get(key.key()) instanceof String text && !text.isBlank())) {
          add(
              key.of(),
              Severity.HINT,
              Kind.TRANSLATION,
              spoken(language) + " text missing for “" + shorter(shown) + "”");
        }
      }
    }
  }

  /** A language as English speaks of it. */
  private static String spoken(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    return name.isEmpty() ? tag : name;
  }

  private static String shorter(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() > 40 ? line.substring(0, 39) + "…" : line;
  }
}
