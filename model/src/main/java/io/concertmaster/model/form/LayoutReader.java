package io.concertmaster.model.form;

import io.concertmaster.model.form.FormElement.Columns;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.FormElement.Pages;
import io.concertmaster.model.form.FormElement.Section;
import io.concertmaster.model.form.FormElement.Stack;
import io.concertmaster.model.form.FormElement.Unknown;
import io.concertmaster.model.form.FormElement.Words;
import io.concertmaster.model.form.FormLayout.LayoutProblem;
import io.concertmaster.model.form.Rule.Condition;
import io.concertmaster.model.form.Rule.Effect;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a UI schema. */
final class LayoutReader {
  private static final int DEEPEST = 40;

  private static final String TYPES =
      "Categorization, Category, Group, HorizontalLayout, VerticalLayout, Control or Label";

  private final List<LayoutProblem> problems = new ArrayList<>();
  private final JsonObject answer;

  /**
   * A reader.
   *
   * @param answer the schema of the whole answer, of which rules may speak everywhere
   */
  private LayoutReader(JsonObject answer) {
    this.answer = answer;
  }

  static FormLayout read(Form form) {
    LayoutReader reader = new LayoutReader(form.schema());
    FormElement root =
        form.ui().isEmpty()
            ? reader.all(form.schema(), ElementPath.ROOT, "")
            : reader.element(form.ui(), form.schema(), ElementPath.ROOT, "");
    return new FormLayout(root, reader.problems);
  }

  /**
   * Reads an element.
   *
   * @param schema the object in which scopes begin
   * @param prefix what stands before the keys of texts: that of the repeatable group around
   */
  private FormElement element(JsonObject ui, JsonObject schema, ElementPath at, String prefix) {
    Optional<Rule> rule = rule(ui.get("rule"), schema, at);
    String key = key(ui, prefix, at);
    String label = ui.get("label") instanceof String text ? text : "";
    if (at.steps().size() > DEEPEST) {
      problem(
          at, "this element stands deeper than " + DEEPEST + " levels: make the layout flatter");
      return new Unknown(at, rule, ui);
    }
    return switch (word(ui.get("type"))) {
      case "Categorization" -> new Pages(at, rule, within(ui, schema, at, prefix));
      case "Category" -> new Page(at, rule, key, label, within(ui, schema, at, prefix));
      case "Group" -> new Section(at, rule, key, label, within(ui, schema, at, prefix));
      case "HorizontalLayout" -> new Columns(at, rule, within(ui, schema, at, prefix));
      case "VerticalLayout" -> new Stack(at, rule, within(ui, schema, at, prefix));
      case "Control" -> control(ui, schema, at, prefix, rule);
      case "Label" ->
          new Words(
              at,
              rule,
              key,
              ui.get("text") instanceof String text ? text : label,
              "markdown".equals(options(ui).get("format")));
      default -> {
        problem(at, typeWords(ui.get("type")));
        yield new Unknown(at, rule, ui);
      }
    };
  }

  private List<FormElement> within(
      JsonObject ui, JsonObject schema, ElementPath at, String prefix) {
    List<FormElement> elements = new ArrayList<>();
    if (!(ui.get("elements") instanceof JsonArray all)) {
      return elements;
    }
    for (int i = 0; i < all.size(); i++) {
      ElementPath place = at.child(i);
      if (all.get(i) instanceof JsonObject each) {
        elements.add(element(each, schema, place, prefix));
      } else {
        problem(place, "an element is an object in braces: write it as one, or take it out");
        elements.add(new Unknown(place, Optional.empty(), JsonObject.empty()));
      }
    }
    return elements;
  }

  private FormElement control(
      JsonObject ui, JsonObject schema, ElementPath at, String prefix, Optional<Rule> rule) {
    Optional<Scope> scope = Scope.parse(ui.get("scope")).filter(each -> !each.names().isEmpty());
    if (scope.isEmpty()) {
      problem(
          at,
          "this Control needs a “scope” that names its field, such as \"#/properties/email\": give it"
              + " one");
      return new Unknown(at, rule, ui);
    }
    Optional<JsonObject> own = scope.get().in(schema);
    if (own.isEmpty()) {
      problem(at, "the schema has no field " + scope.get() + ": add it there, or take this out");
    }
    return field(ui, scope.get(), own.orElse(JsonObject.empty()), schema, at, prefix, rule);
  }

  private Field field(
      JsonObject ui,
      Scope scope,
      JsonObject own,
      JsonObject around,
      ElementPath at,
      String prefix,
      Optional<Rule> rule) {
    JsonObject options = options(ui);
    FieldKind kind = FieldKind.of(own, options);
    String key = ui.get("i18n") instanceof String named ? named : prefix + scope.key();
    return new Field(
        at,
        rule,
        scope,
        own,
        scope.isRequiredBy(around),
        kind,
        choices(kind, own),
        options,
        kind == FieldKind.REPEATED ? Optional.of(detail(options, own, at, key)) : Optional.empty(),
        key,
        label(ui, own, scope));
  }

  private FormElement detail(JsonObject options, JsonObject list, ElementPath at, String key) {
    JsonObject entry = list.get("items") instanceof JsonObject object ? object : JsonObject.empty();
    ElementPath place = at.child(ElementPath.DETAIL);
    return options.get("detail") instanceof JsonObject ui
        ? element(ui, entry, place, key + ".")
        : all(entry, place, key + ".");
  }

  /** All fields of an object one below the other, where nothing says how they are laid out. */
  private FormElement all(JsonObject schema, ElementPath at, String prefix) {
    List<FormElement> fields = new ArrayList<>();
    if (schema.get("properties") instanceof JsonObject properties) {
      for (String name : properties.keySet()) {
        Scope scope = Scope.ROOT.field(name);
        JsonObject own = scope.in(schema).orElse(JsonObject.empty());
        JsonObject ui = JsonObject.of("type", "Control", "scope", scope.toString());
        fields.add(
            field(ui, scope, own, schema, at.child(fields.size()), prefix, Optional.empty()));
      }
    }
    return new FormElement.Stack(at, Optional.empty(), fields);
  }

  private static List<Choice> choices(FieldKind kind, JsonObject schema) {
    if (kind == FieldKind.MULTI_SELECT) {
      return schema.get("items") instanceof JsonObject items ? Choice.of(items) : List.of();
    }
    return kind == FieldKind.SELECT || kind == FieldKind.RADIO ? Choice.of(schema) : List.of();
  }

  private static String label(JsonObject ui, JsonObject schema, Scope scope) {
    if (ui.get("label") instanceof String text) {
      return text;
    }
    return schema.get("title") instanceof String title ? title : spoken(scope.last());
  }

  /** A field's name as people would say it: {@code firstName} is First name. */
  static String spoken(String name) {
    String words =
        name.replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", " ").replaceAll("[_\\s-]+", " ").strip();
    String small =
        words.equals(words.toUpperCase(Locale.ROOT)) ? words : words.toLowerCase(Locale.ROOT);
    return small.isEmpty()
        ? name
        : small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
  }

  /** The key of an element that is no field: what it says itself, else its place. */
  private static String key(JsonObject ui, String prefix, ElementPath at) {
    return ui.get("i18n") instanceof String named ? named : prefix + at;
  }

  private static JsonObject options(JsonObject ui) {
    return ui.get("options") instanceof JsonObject options ? options : JsonObject.empty();
  }

  private static String typeWords(@Nullable Object type) {
    return type == null
        ? "this element has no type: write “type”, which is " + TYPES
        : "the type “" + type + "” is not known: it is " + TYPES;
  }

  private Optional<Rule> rule(@Nullable Object rule, JsonObject schema, ElementPath at) {
    if (rule == null) {
      return Optional.empty();
    }
    Optional<Condition> condition =
        rule instanceof JsonObject object
            ? condition(object.get("condition"), 0)
            : Optional.empty();
    Optional<Effect> effect =
        rule instanceof JsonObject object && object.get("effect") instanceof String word
            ? effect(word)
            : Optional.empty();
    if (condition.isEmpty() || effect.isEmpty()) {
      problem(
          at,
          "the rule cannot be read: it needs an “effect” (SHOW, HIDE, ENABLE, DISABLE) and a"
              + " “condition” with “scope” and “schema”");
      return Optional.empty();
    }
    known(condition.get(), schema, at);
    return Optional.of(new Rule(effect.get(), condition.get()));
  }

  /** Tells of fields of which a condition speaks and which nobody can answer. */
  private void known(Condition condition, JsonObject schema, ElementPath at) {
    switch (condition) {
      case Rule.All all -> all.conditions().forEach(each -> known(each, schema, at));
      case Rule.Any any -> any.conditions().forEach(each -> known(each, schema, at));
      case Rule.Fits fits -> {
        if (!fits.scope().mayBeIn(schema) && !fits.scope().mayBeIn(answer)) {
          problem(
              at,
              "the rule asks for the field "
                  + fits.scope()
                  + ", which the schema does not have: name another, or take the rule out");
        }
      }
    }
  }

  private static String word(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static Optional<Effect> effect(String word) {
    for (Effect each : Effect.values()) {
      if (each.name().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static Optional<Condition> condition(@Nullable Object value, int depth) {
    if (!(value instanceof JsonObject object) || depth > 10) {
      return Optional.empty();
    }
    if (object.get("conditions") instanceof JsonArray all) {
      List<Condition> conditions = new ArrayList<>();
      for (Object each : all) {
        Optional<Condition> read = condition(each, depth + 1);
        if (read.isEmpty()) {
          return Optional.empty();
        }
        conditions.add(read.get());
      }
      return switch (word(object.get("type"))) {
        case "AND" -> Optional.of(new Rule.All(conditions));
        case "OR" -> Optional.of(new Rule.Any(conditions));
        default -> Optional.empty();
      };
    }
    Optional<Scope> scope = Scope.parse(object.get("scope"));
    return scope.isPresent() && object.get("schema") instanceof JsonObject schema
        ? Optional.of(
            new Rule.Fits(
                scope.get(), schema, !Boolean.TRUE.equals(object.get("failWhenUndefined"))))
        : Optional.empty();
  }

  private void problem(ElementPath at, String message) {
    problems.add(new LayoutProblem(at, message));
  }
}
