package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.Requirement;
import io.concertmaster.model.form.Rule;
import io.concertmaster.model.form.Rule.Condition;
import io.concertmaster.model.form.Rule.Fits;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where rules speak of a field: those of elements, and those by which a field is asked for. */
record Mentions(Workpiece piece, Ground ground, Scope field) {
  /** Lets all speak of the field's new name. */
  void rename(Scope to) {
    change(fits ->
        Optional.of(
            new Fits(RuleJson.moved(fits.scope(), field, to), fits.schema(), fits.whenAbsent())));
    requirements(each ->
        RuleJson.within(each, field)
            ? Optional.of(RuleJson.moved(each, field, to))
            : Optional.of(each));
  }

  /** Takes out what asks for the field, and rules of which nothing is left. */
  void forget() {
    change(fits -> Optional.empty());
    requirements(each -> RuleJson.within(each, field) ? Optional.empty() : Optional.of(each));
  }

  /** Changes what is said of the field's value; takes out what says nothing then. */
  void values(Function<JsonObject, Optional<JsonObject>> change) {
    change(fits ->
        fits.scope().equals(field)
            ? change
                .apply(fits.schema())
                .map(each -> new Fits(fits.scope(), each, fits.whenAbsent()))
            : Optional.of(fits));
  }

  private void change(Function<Fits, Optional<Fits>> change) {
    Map<ElementPath, Optional<Rule>> changed = new LinkedHashMap<>();
    for (FormElement element : piece.all()) {
      element
          .rule()
          .ifPresent(rule -> {
            Ground own = piece.ground(element.at());
            Optional<Condition> condition =
                RuleJson.changed(
                    rule.condition(),
                    fits -> asks(own, fits) ? change.apply(fits) : Optional.of(fits));
            if (!condition.equals(Optional.of(rule.condition()))) {
              changed.put(element.at(), condition.map(each -> new Rule(rule.effect(), each)));
            }
          });
    }
    changed.forEach((at, rule) -> piece.change(at, element -> SetRule.with(element, rule)));
    List<Requirement> requirements = new ArrayList<>();
    for (Requirement each : Requirement.of(ground.schema().object(piece.form().schema()))) {
      RuleJson.changed(
              each.when(),
              fits -> RuleJson.within(fits.scope(), field) ? change.apply(fits) : Optional.of(fits))
          .ifPresent(when -> requirements.add(new Requirement(each.field(), when)));
    }
    write(requirements);
  }

  private void requirements(Function<Scope, Optional<Scope>> change) {
    List<Requirement> requirements = new ArrayList<>();
    for (Requirement each : Requirement.of(ground.schema().object(piece.form().schema()))) {
      change
          .apply(each.field())
          .ifPresent(to -> requirements.add(new Requirement(to, each.when())));
    }
    write(requirements);
  }

  private void write(List<Requirement> requirements) {
    JsonObject object = ground.schema().object(piece.form().schema());
    if (!Requirement.of(object).equals(requirements)) {
      piece.schema(ground.schema(), each -> Requirement.replaced(each, requirements));
    }
  }

  /** Whether a rule on some ground means this field: an entry's own field goes first. */
  private boolean asks(Ground own, Fits fits) {
    if (!RuleJson.within(fits.scope(), field)) {
      return false;
    }
    boolean here = own.property(fits.scope()).in(piece.form().schema()) != null;
    return own.schema().equals(ground.schema()) ? here : !here && ground.schema().steps().isEmpty();
  }
}
