package io.concertmaster.forms;

import com.networknt.schema.Schema;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.Rule;
import io.concertmaster.model.form.Rule.Condition;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A form's rules, ready to be applied.
 *
 * <p>Design note. What is hidden has no value, so a rule that asks for it sees none: rules are
 * applied anew until the set of absent values stays the same, each time on the whole answer without
 * those. Rules that contradict each other in a circle are stopped after as many rounds as there are
 * elements with rules; the last round counts, the same one everywhere.
 */
final class Rules {
  private final FormLayout layout;
  private final JsonObject schema;
  private final Map<Condition, Schema> schemas = new HashMap<>();
  private int rules;

  /**
   * Makes the rules of a form ready.
   *
   * @throws IllegalArgumentException when the schema of a condition is none
   */
  Rules(FormLayout layout, JsonObject schema) {
    this.layout = layout;
    this.schema = schema;
    compile(layout.root());
  }

  private void compile(FormElement element) {
    element
        .rule()
        .ifPresent(rule -> {
          rules++;
          compile(rule.condition());
        });
    element.elements().forEach(this::compile);
    if (element instanceof Field field) {
      field.detail().ifPresent(this::compile);
    }
  }

  private void compile(Condition condition) {
    switch (condition) {
      case Rule.Fits fits -> schemas.computeIfAbsent(fits, each -> Schemas.of(fits.schema()));
      case Rule.All all -> all.conditions().forEach(this::compile);
      case Rule.Any any -> any.conditions().forEach(this::compile);
    }
  }

  /** What is seen of the form while the answer stands so. */
  Seen on(JsonObject answer) {
    Round round = new Round(answer);
    for (int i = 0; i < rules; i++) {
      Round next = new Round(Absent.without(answer, round.absent()));
      if (next.absent().equals(round.absent())) {
        return next.seen();
      }
      round = next;
    }
    return round.seen();
  }

  /** One application of all rules. */
  private final class Round {
    private final JsonObject answer;
    private final Set<Spot> hidden = new HashSet<>();
    private final Set<Spot> disabled = new HashSet<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> unseen = new HashSet<>();

    Round(JsonObject answer) {
      this.answer = answer;
      walk(layout.root(), "", answer, schema, true, true);
      unseen.removeAll(shown);
    }

    Set<String> absent() {
      return unseen;
    }

    Seen seen() {
      return new Seen(hidden, disabled, unseen, Set.of());
    }

    private void walk(
        FormElement element,
        String entry,
        JsonObject data,
        JsonObject around,
        boolean shownAround,
        boolean enabledAround) {
      boolean holds =
          element.rule().map(rule -> holds(rule.condition(), data, around)).orElse(true);
      Optional<Rule.Effect> effect = element.rule().map(Rule::effect);
      boolean isShown =
          shownAround
              && effect
                  .map(each ->
                      switch (each) {
                        case SHOW -> holds;
                        case HIDE -> !holds;
                        case ENABLE, DISABLE -> true;
                      })
                  .orElse(true);
      boolean isEnabled =
          enabledAround
              && effect
                  .map(each ->
                      switch (each) {
                        case ENABLE -> holds;
                        case DISABLE -> !holds;
                        case SHOW, HIDE -> true;
                      })
                  .orElse(true);
      Spot spot = new Spot(element.at(), entry);
      if (!isShown) {
        hidden.add(spot);
      }
      if (!isEnabled) {
        disabled.add(spot);
      }
      if (element instanceof Field field) {
        field(field, entry, data, isShown, isEnabled);
      }
      for (FormElement each : element.elements()) {
        walk(each, entry, data, around, isShown, isEnabled);
      }
    }

    private void field(
        Field field, String entry, JsonObject data, boolean isShown, boolean isEnabled) {
      String pointer = Spot.pointer(field, entry);
      (isShown ? shown : unseen).add(pointer);
      if (field.detail().isEmpty()
          || !(field.scope().value(data).orElse(null) instanceof JsonArray entries)) {
        return;
      }
      JsonObject inner =
          field.schema().get("items") instanceof JsonObject items ? items : JsonObject.empty();
      for (int i = 0; i < entries.size(); i++) {
        JsonObject each = entries.get(i) instanceof JsonObject object ? object : JsonObject.empty();
        walk(field.detail().get(), pointer + "/" + i, each, inner, isShown, isEnabled);
      }
    }

    private boolean holds(Condition condition, JsonObject data, JsonObject around) {
      return switch (condition) {
        case Rule.All all -> all.conditions().stream().allMatch(each -> holds(each, data, around));
        case Rule.Any any -> any.conditions().stream().anyMatch(each -> holds(each, data, around));
        case Rule.Fits fits -> fits(fits, data, around);
      };
    }

    /** A field of the entry, where the entry has one of that name; of the answer otherwise. */
    private boolean fits(Rule.Fits fits, JsonObject data, JsonObject around) {
      Scope scope = fits.scope();
      JsonObject from = scope.in(around).isPresent() ? data : answer;
      Optional<Object> value = scope.value(from);
      if (value.isEmpty()) {
        return fits.whenAbsent() && !from.containsKey(scope.last());
      }
      Schema compiled = schemas.get(fits);
      return compiled != null && compiled.validate(Schemas.node(value.get())).isEmpty();
    }
  }
}
