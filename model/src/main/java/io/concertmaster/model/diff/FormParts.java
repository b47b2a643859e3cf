package io.concertmaster.model.diff;

import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.Requirement;
import io.concertmaster.model.form.RuleText;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form told apart into parts as people see them, each with what can be said about it. Words are
 * those of the form's own language; of other languages it is told how many texts they have.
 *
 * <p>A field is the same field in two versions when it stands for the same value; a page, a section
 * and a text when they have the same {@code i18n}, or else stand at the same place.
 */
final class FormParts {
  /** What the form as a whole is called. */
  static final String WHOLE = "the form";

  /** Before the ids of parts whose order people see. */
  private static final String PLACED = "placed ";

  /** Before the ids of languages. */
  private static final String LANGUAGE = "language ";

  /** What is said of limits, by the schema's keyword. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "minLength", "fewest characters",
          "maxLength", "most characters",
          "minimum", "least",
          "maximum", "most",
          "minItems", "fewest entries",
          "maxItems", "most entries",
          "default", "value at first");

  /** Keywords of a field that are told as something else: its kind, its words, its choices. */
  private static final Set<String> TOLD =
      Set.of("type", "format", "title", "description", "enum", "oneOf");

  private static final Set<String> TOLD_OPTIONS = Set.of("detail", "format", "multi");

  private final Form form;
  private final Map<String, String> keys;

  /** Keys of texts that both versions have alike. */
  private final Set<String> same;

  private final FormTexts texts;
  private final RuleText rules;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Set<String> toldTexts = new HashSet<>();
  private final Set<String> toldValues = new HashSet<>();

  /**
   * What is said about a part.
   *
   * @param value by which two versions are compared
   * @param words for people
   */
  record Trait(Object value, String words) {}

  /**
   * A part.
   *
   * @param title what people call it
   * @param about what is said where it is new or gone; may be empty
   */
  record Part(String title, String about, Map<String, Trait> traits) {}

  /**
   * Where an element stands.
   *
   * @param id of the part around
   * @param words for people; empty where there is nothing around
   * @param key before the scopes of fields in it
   * @param object the object's schema in which these scopes begin
   */
  private record Around(String id, String words, String key, JsonObject object) {}

  private FormParts(Form form, Map<String, String> keys, Set<String> same) {
    this.form = form;
    this.keys = keys;
    this.same = same;
    FormLayout layout = FormLayout.of(form);
    texts = FormTexts.of(form, List.of());
    rules = new RuleText(layout.fields(), texts);
    Map<String, Trait> whole = new LinkedHashMap<>();
    parts.put(WHOLE, new Part(WHOLE, "", whole));
    text(whole, "title", "form.title");
    text(whole, "description", "form.description");
    text(whole, "button", "form.submit");
    put(whole, "name", form.name());
    walk(layout.root(), new Around("", "", "", form.schema()));
    form.theme().forEach((name, value) -> json(whole, name, value));
    form.unknown().forEach((name, value) -> json(whole, name, value));
    values(whole);
    languages(whole);
  }

  /**
   * Two versions of a form, part by part.
   *
   * @param before the parts of the older by their ids, which are those of the newer where a page, a
   *     section or a text at the same place got another key
   * @param after the parts of the newer by their ids; as those of the older in reading order, the
   *     form as a whole first
   */
  record Both(Map<String, Part> before, Map<String, Part> after) {
    static Both of(Form before, Form after) {
      JsonObject old = own(before);
      JsonObject fresh = own(after);
      Set<String> same = new HashSet<>(old.keySet());
      same.removeIf(key -> !Objects.equals(old.get(key), fresh.get(key)));
      return new Both(
          new FormParts(before, PartKeys.renamed(before, after), same).parts,
          new FormParts(after, Map.of(), same).parts);
    }
  }

  /** The id of a page, a section or a text. */
  private String id(String what, String key) {
    String id = PartKeys.of(what, key);
    return keys.getOrDefault(id, id);
  }

  /** Whether the order of a part among the others is seen. */
  static boolean isPlaced(String id) {
    return id.startsWith(PLACED);
  }

  /** Whether a part is one of the languages. */
  static boolean isLanguage(String id) {
    return id.startsWith(LANGUAGE);
  }

  private void walk(FormElement element, Around around) {
    Around within = around;
    switch (element) {
      case FormElement.Page page -> within = headed("page", page, page.key(), around);
      case FormElement.Section section ->
          within = headed("section", section, section.key(), around);
      case FormElement.Words words -> {
        Map<String, Trait> traits = new LinkedHashMap<>();
        put(traits, "words", texts.words(words));
        toldTexts.add(words.key() + ".text");
        add(id("text", words.key()), "text " + first(texts.words(words)), element, around, traits);
      }
      case Field field -> field(field, around);
      case FormElement.Columns columns -> {
        within =
            new Around(around.id() + "/columns", around.words(), around.key(), around.object());
        bare("columns", columns, around);
      }
      case FormElement.Stack stack -> bare("group of elements", stack, around);
      case FormElement.Pages pages -> bare("pages", pages, around);
      case FormElement.Unknown unknown -> {
        Map<String, Trait> traits = new LinkedHashMap<>();
        json(traits, "element", unknown.element());
        add("unknown " + unknown.at(), "element of no known type", unknown, around, traits);
      }
    }
    for (FormElement each : element.elements()) {
      walk(each, within);
    }
  }

  /** What has no words of its own is told of where it has a rule. */
  private void bare(String what, FormElement element, Around around) {
    if (element.rule().isPresent()) {
      add(what + " " + element.at(), what, element, around, new LinkedHashMap<>());
    }
  }

  private Around headed(String what, FormElement element, String key, Around around) {
    Map<String, Trait> traits = new LinkedHashMap<>();
    String heading =
        switch (element) {
          case FormElement.Page page -> texts.heading(page);
          case FormElement.Section section -> texts.heading(section);
          default -> "";
        };
    put(traits, "heading", heading);
    toldTexts.add(key + ".label");
    String title = what + " " + quoted(heading);
    String id = id(what, key);
    add(id, title, element, around, traits);
    return new Around(id, title, around.key(), around.object());
  }

  private void field(Field field, Around around) {
    String id = around.key() + field.scope().pointer();
    if (around.key().isEmpty()) {
      toldValues.add(field.scope().names().getFirst());
    }
    Map<String, Trait> traits = new LinkedHashMap<>();
    put(traits, "label", texts.label(field));
    texts.description(field).ifPresent(text -> put(traits, "description", text));
    texts.placeholder(field).ifPresent(text -> put(traits, "text while it is empty", text));
    Object format = field.schema().get("format");
    traits.put(
        "kind",
        new Trait(
            List.of(field.kind(), String.valueOf(field.schema().get("type")), "" + format),
            kind(field, format)));
    traits.put("must be filled in", new Trait(field.required(), field.required() ? "yes" : "no"));
    Requirement.of(around.object()).stream()
        .filter(each -> each.field().equals(field.scope()))
        .map(each -> new Trait(each.when(), rules.of(each.when())))
        .forEach(each ->
            traits.merge(
                "must be filled in when",
                each,
                (one, other) ->
                    new Trait(
                        List.of(one.value(), other.value()),
                        one.words() + " or " + other.words())));
    for (Choice choice : field.choices()) {
      toldTexts.add(field.key() + "." + choice.word());
      put(traits, "choice " + quoted(choice.word()), texts.choice(field, choice));
    }
    field
        .schema()
        .forEach((keyword, value) -> {
          if (!TOLD.contains(keyword) && !isEntries(field, keyword)) {
            json(traits, LIMITS.getOrDefault(keyword, keyword), value);
          }
        });
    field
        .options()
        .forEach((name, value) -> {
          if (!TOLD_OPTIONS.contains(name)) {
            json(traits, name, value);
          }
        });
    for (String name : List.of("label", "description", "placeholder")) {
      toldTexts.add(field.key() + "." + name);
    }
    ownMessages(field, traits);
    add("field " + id, "field " + quoted(texts.label(field)), field, around, traits);
    JsonObject entry =
        field.schema().get("items") instanceof JsonObject items ? items : JsonObject.empty();
    String group = "group " + quoted(texts.label(field));
    field.detail().ifPresent(each -> walk(each, new Around(id, group, id + "/*", entry)));
  }

  private static String kind(Field field, @Nullable Object format) {
    boolean zoned = field.kind() == FieldKind.TIME || field.kind() == FieldKind.DATE_TIME;
    return field.kind().words() + (zoned ? " (" + format + ")" : "");
  }

  /** What the entries of a list are is told of the fields in them, and of the choices. */
  private static boolean isEntries(Field field, String keyword) {
    return keyword.equals("items")
        && (field.kind() == FieldKind.REPEATED || field.kind() == FieldKind.MULTI_SELECT);
  }

  /** The form's own messages about a field, and what it calls one entry. */
  private void ownMessages(Field field, Map<String, Trait> traits) {
    for (String key : own(form).keySet()) {
      if (key.startsWith(field.key() + ".error.")) {
        text(traits, "message for " + key.substring(field.key().length() + 7), key);
      } else if (key.equals(field.key() + ".entry")) {
        text(traits, "one entry", key);
      }
    }
  }

  private void add(
      String id, String title, FormElement element, Around around, Map<String, Trait> traits) {
    element.rule().ifPresent(rule -> traits.put("rule", new Trait(rule, rules.of(rule))));
    traits.put(
        "place", new Trait(around.id(), around.words().isEmpty() ? "the form" : around.words()));
    List<String> about = new ArrayList<>();
    if (traits.get("kind") != null) {
      about.add(traits.get("kind").words());
    }
    if (!around.words().isEmpty()) {
      about.add("in " + around.words());
    }
    parts.put(PLACED + id, new Part(title, String.join(", ", about), traits));
  }

  /** What the schema says besides its fields, and values for which no element asks. */
  private void values(Map<String, Trait> whole) {
    form.schema()
        .forEach((keyword, value) -> {
          if (keyword.equals("properties") && value instanceof JsonObject properties) {
            properties.forEach((name, schema) -> {
              if (!toldValues.contains(name)) {
                Map<String, Trait> traits = new LinkedHashMap<>();
                json(traits, "schema", schema);
                boolean required =
                    form.schema().get("required") instanceof JsonArray names
                        && names.contains(name);
                traits.put("must be there", new Trait(required, required ? "yes" : "no"));
                parts.put(
                    "value " + name,
                    new Part("value " + quoted(name) + ", for which no element asks", "", traits));
              }
            });
          } else if (!keyword.equals("required") && !keyword.equals("allOf")) {
            json(
                whole, keyword.equals("type") ? "type of the answer" : "schema, " + keyword, value);
          }
        });
    JsonObject rest = Requirement.replaced(form.schema(), List.of());
    if (rest.get("allOf") instanceof JsonArray others) {
      json(whole, "schema, allOf", others);
    }
  }

  private void languages(Map<String, Trait> whole) {
    List<String> all = FormTexts.languages(form);
    for (String key : own(form).keySet()) {
      if (!toldTexts.contains(key) && !same.contains(key)) {
        text(whole, "text " + key, key);
      }
    }
    for (String each : all) {
      JsonObject there =
          form.texts().get(each) instanceof JsonObject some ? some : JsonObject.empty();
      Map<String, Trait> traits = new LinkedHashMap<>();
      traits.put(
          "own language",
          new Trait(each.equals(all.getFirst()), each.equals(all.getFirst()) ? "yes" : "no"));
      if (!each.equals(all.getFirst())) {
        there.forEach((key, value) -> json(traits, key, value));
      }
      parts.put(
          LANGUAGE + each,
          new Part(
              "language " + spoken(each),
              there.size() == 1 ? "1 text" : there.size() + " texts",
              traits));
    }
  }

  /** The texts in the form's own language. */
  private static JsonObject own(Form form) {
    List<String> all = FormTexts.languages(form);
    return !all.isEmpty() && form.texts().get(all.getFirst()) instanceof JsonObject own
        ? own
        : JsonObject.empty();
  }

  private void text(Map<String, Trait> traits, String what, String key) {
    toldTexts.add(key);
    texts.find(key).ifPresent(text -> put(traits, what, text));
  }

  private static void put(Map<String, Trait> traits, String what, String text) {
    traits.put(what, new Trait(text, quoted(text)));
  }

  private static void json(Map<String, Trait> traits, String what, @Nullable Object value) {
    traits.put(what, new Trait(value == null ? "null" : value, DifferenceText.value(value)));
  }

  private static String quoted(String text) {
    return "“" + DifferenceText.cut(text.replaceAll("\\s+", " ").strip()) + "”";
  }

  private static String first(String words) {
    return quoted(words.lines().findFirst().orElse("").replaceAll("[#*_`]", "").strip());
  }

  /** A language as English speaks of it. */
  private static String spoken(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    return name.isEmpty() ? tag : name;
  }
}
