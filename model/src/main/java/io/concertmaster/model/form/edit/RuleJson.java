package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Rule;
import io.concertmaster.model.form.Rule.Condition;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rules as a UI schema writes them, and conditions whose fields change. */
final class RuleJson {
  private RuleJson() {}

  static JsonObject of(Rule rule) {
    return JsonObject.of("effect", rule.effect().name(), "condition", of(rule.condition()));
  }

  private static JsonObject of(Condition condition) {
    return switch (condition) {
      case Rule.All all -> JsonObject.of("type", "AND", "conditions", each(all.conditions()));
      case Rule.Any any -> JsonObject.of("type", "OR", "conditions", each(any.conditions()));
      case Rule.Fits fits -> {
        JsonObject json = JsonObject.of("scope", fits.scope().toString(), "schema", fits.schema());
        yield fits.whenAbsent() ? json : json.with("failWhenUndefined", true);
      }
    };
  }

  private static JsonArray each(List<Condition> conditions) {
    return JsonArray.copyOf(conditions.stream().map(RuleJson::of).toList());
  }

  /** A condition with its parts changed or left out; empty where nothing is left. */
  static Optional<Condition> changed(
      Condition condition, Function<Rule.Fits, Optional<Rule.Fits>> change) {
    return switch (condition) {
      case Rule.Fits fits -> change.apply(fits).map(Condition.class::cast);
      case Rule.All all -> together(all.conditions(), change, Rule.All::new);
      case Rule.Any any -> together(any.conditions(), change, Rule.Any::new);
    };
  }

  private static Optional<Condition> together(
      List<Condition> conditions,
      Function<Rule.Fits, Optional<Rule.Fits>> change,
      Function<List<Condition>, Condition> whole) {
    List<Condition> left = new ArrayList<>();
    conditions.forEach(each -> changed(each, change).ifPresent(left::add));
    return switch (left.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(left.getFirst());
      default -> Optional.of(whole.apply(left));
    };
  }

  /** A scope within one, when that one becomes another. */
  static Scope moved(Scope scope, Scope from, Scope to) {
    List<String> names = new ArrayList<>(to.names());
    names.addAll(scope.names().subList(from.names().size(), scope.names().size()));
    return new Scope(names);
  }

  static boolean within(Scope scope, Scope around) {
    int length = around.names().size();
    return scope.names().size() >= length
        && scope.names().subList(0, length).equals(around.names());
  }
}
