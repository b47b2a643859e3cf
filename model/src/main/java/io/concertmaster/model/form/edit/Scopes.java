package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scopes in a UI schema's element, replaced: its own and those of its rule. */
final class Scopes {
  private Scopes() {}

  static JsonObject replaced(JsonObject element, Map<Scope, Scope> scopes) {
    JsonObject changed = scope(element, scopes);
    return changed.get("rule") instanceof JsonObject rule
            && rule.get("condition") instanceof JsonObject condition
        ? changed.with("rule", rule.with("condition", condition(condition, scopes)))
        : changed;
  }

  /** An element and all within, but not the entries of repeatable groups. */
  static JsonObject replacedDeep(JsonObject element, Map<Scope, Scope> scopes) {
    JsonObject changed = replaced(element, scopes);
    if (changed.get("elements") instanceof JsonArray all) {
      List<@Nullable Object> each = new ArrayList<>();
      all.forEach(one -> each.add(one instanceof JsonObject o ? replacedDeep(o, scopes) : one));
      changed = changed.with("elements", JsonArray.copyOf(each));
    }
    return changed;
  }

  private static JsonObject condition(JsonObject condition, Map<Scope, Scope> scopes) {
    if (condition.get("conditions") instanceof JsonArray all) {
      List<@Nullable Object> each = new ArrayList<>();
      all.forEach(one -> each.add(one instanceof JsonObject o ? condition(o, scopes) : one));
      return condition.with("conditions", JsonArray.copyOf(each));
    }
    return scope(condition, scopes);
  }

  private static JsonObject scope(JsonObject object, Map<Scope, Scope> scopes) {
    Optional<Scope> scope = Scope.parse(object.get("scope"));
    Scope to = scope.isPresent() ? scopes.get(scope.get()) : null;
    return to == null ? object : object.with("scope", to.toString());
  }
}
