package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.Scope;
import java.util.Optional;

/**
 * Where the scopes of an element begin: the whole answer, or an entry of a repeatable group.
 *
 * @param schema the object's schema, within the form's
 * @param prefix what stands before the keys of texts
 * @param at the outermost element that stands on it
 */
record Ground(JsonPath schema, String prefix, ElementPath at) {
  private static final Ground WHOLE = new Ground(JsonPath.TOP, "", ElementPath.ROOT);

  /** The ground on which an element stands. */
  static Ground of(FormLayout layout, ElementPath place) {
    Ground ground = WHOLE;
    ElementPath here = ElementPath.ROOT;
    for (int step : place.steps()) {
      if (step == ElementPath.DETAIL) {
        Optional<FormElement> group = layout.element(here);
        if (group.isEmpty() || !(group.get() instanceof Field field)) {
          throw new IllegalArgumentException("there is no repeatable group at " + here);
        }
        ground =
            new Ground(
                property(ground.schema, field.scope()).then("items"),
                field.key() + ".",
                here.child(step));
      }
      here = here.child(step);
    }
    return ground;
  }

  /** The schema of a field on it. */
  JsonPath property(Scope scope) {
    return property(schema, scope);
  }

  private static JsonPath property(JsonPath object, Scope scope) {
    JsonPath path = object;
    for (String name : scope.names()) {
      path = path.then("properties", name);
    }
    return path;
  }
}
