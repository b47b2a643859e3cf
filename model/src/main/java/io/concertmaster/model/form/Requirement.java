package io.concertmaster.model.form;

import io.concertmaster.model.form.Rule.Condition;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field that is asked for only while something holds. In the schema it is one of an object's
 * {@code allOf}: an “if” about a field's value, and a “then” with “required”.
 *
 * @param field what is asked for
 * @param when while what holds
 */
public record Requirement(Scope field, Condition when) {
  /** Those of an object's schema. What stands there in another form is left alone. */
  public static List<Requirement> of(JsonObject object) {
    List<Requirement> all = new ArrayList<>();
    if (object.get("allOf") instanceof JsonArray parts) {
      parts.forEach(part -> read(part).ifPresent(all::add));
    }
    return all;
  }

  /** An object's schema with these in the place of those that it had. */
  public static JsonObject replaced(JsonObject object, List<Requirement> all) {
    List<@Nullable Object> parts = new ArrayList<>();
    if (object.get("allOf") instanceof JsonArray there) {
      there.stream().filter(each -> read(each).isEmpty()).forEach(parts::add);
    }
    all.forEach(each -> parts.add(each.json()));
    return parts.isEmpty()
        ? object.without("allOf")
        : object.with("allOf", JsonArray.copyOf(parts));
  }

  /** As the schema writes it. */
  public JsonObject json() {
    return JsonObject.of("if", condition(when), "then", asked(field.names()));
  }

  private static JsonObject asked(List<String> names) {
    return names.size() == 1
        ? JsonObject.of("required", JsonArray.of(names.getFirst()))
        : JsonObject.of(
            "properties",
            JsonObject.of(names.getFirst(), asked(names.subList(1, names.size()))),
            "required",
            JsonArray.of(names.getFirst()));
  }

  private static JsonObject condition(Condition condition) {
    return switch (condition) {
      case Rule.All all -> JsonObject.of("allOf", each(all.conditions()));
      case Rule.Any any -> JsonObject.of("anyOf", each(any.conditions()));
      case Rule.Fits fits -> fits(fits.scope().names(), fits);
    };
  }

  private static JsonArray each(List<Condition> conditions) {
    return JsonArray.copyOf(conditions.stream().map(Requirement::condition).toList());
  }

  private static JsonObject fits(List<String> names, Rule.Fits fits) {
    Object inner = names.size() > 1 ? fits(names.subList(1, names.size()), fits) : value(fits);
    JsonObject properties = JsonObject.of("properties", JsonObject.of(names.getFirst(), inner));
    return fits.whenAbsent()
        ? properties
        : properties.with("required", JsonArray.of(names.getFirst()));
  }

  /** A schema that nothing fits is false, which is short and not taken for an object's. */
  private static Object value(Rule.Fits fits) {
    return fits.schema().equals(JsonObject.of("not", JsonObject.empty())) ? false : fits.schema();
  }

  private static Optional<Requirement> read(@Nullable Object part) {
    if (!(part instanceof JsonObject object)
        || object.size() != 2
        || !(object.get("if") instanceof JsonObject when)
        || !(object.get("then") instanceof JsonObject then)) {
      return Optional.empty();
    }
    Optional<Scope> field = asked(Scope.ROOT, then);
    Optional<Condition> condition = condition(when, 0);
    return field.isPresent() && condition.isPresent()
        ? Optional.of(new Requirement(field.get(), condition.get()))
        : Optional.empty();
  }

  private static Optional<Scope> asked(Scope around, JsonObject then) {
    if (!(then.get("required") instanceof JsonArray names)
        || names.size() != 1
        || !(names.get(0) instanceof String name)) {
      return Optional.empty();
    }
    Scope field = around.field(name);
    if (then.size() == 1) {
      return Optional.of(field);
    }
    return then.size() == 2
            && then.get("properties") instanceof JsonObject properties
            && properties.size() == 1
            && properties.get(name) instanceof JsonObject inner
        ? asked(field, inner)
        : Optional.empty();
  }

  private static Optional<Condition> condition(JsonObject when, int depth) {
    if (depth > 10) {
      return Optional.empty();
    }
    if (when.size() == 1 && when.get("allOf") instanceof JsonArray parts) {
      return conditions(parts, depth).map(Rule.All::new);
    }
    if (when.size() == 1 && when.get("anyOf") instanceof JsonArray parts) {
      return conditions(parts, depth).map(Rule.Any::new);
    }
    return fits(Scope.ROOT, when, true).map(Condition.class::cast);
  }

  private static Optional<List<Condition>> conditions(JsonArray parts, int depth) {
    List<Condition> all = new ArrayList<>();
    for (Object part : parts) {
      Optional<Condition> one =
          part instanceof JsonObject object ? condition(object, depth + 1) : Optional.empty();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    }
    return Optional.of(all);
  }

  private static Optional<Rule.Fits> fits(Scope around, JsonObject when, boolean absentSoFar) {
    if (!(when.get("properties") instanceof JsonObject properties) || properties.size() != 1) {
      return Optional.empty();
    }
    String name = properties.keySet().iterator().next();
    boolean absent = !when.containsKey("required");
    if (when.size() != (absent ? 1 : 2)
        || (!absent && !JsonArray.of(name).equals(when.get("required")))) {
      return Optional.empty();
    }
    Scope field = around.field(name);
    boolean absentHere = absent && absentSoFar;
    return switch (properties.get(name)) {
      case JsonObject inner when inner.containsKey("properties") -> fits(field, inner, absentHere);
      case JsonObject schema -> Optional.of(new Rule.Fits(field, schema, absentHere));
      case Boolean flag ->
          Optional.of(
              new Rule.Fits(
                  field,
                  flag ? JsonObject.empty() : JsonObject.of("not", JsonObject.empty()),
                  absentHere));
      case null, default -> Optional.empty();
    };
  }
}
