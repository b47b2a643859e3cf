package io.concertmaster.forms;

import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they count, however they came: an empty text, null, an empty list and an object
 * without fields are no answer, and a box that is not ticked says no. Values that no field of the
 * form asks for stay, for the schema to judge.
 */
final class Tidying {
  private Tidying() {}

  /** An answer to a form's outermost layout, or an entry to that of a group. */
  static JsonObject tidy(FormElement layout, JsonObject answer) {
    JsonObject tidied = answer;
    for (Field field : FormLayout.fields(layout)) {
      tidied = tidy(field, tidied);
    }
    return tidied;
  }

  private static JsonObject tidy(Field field, JsonObject answer) {
    Optional<Object> value = field.scope().value(answer);
    if (value.isEmpty() || isNothing(value.get())) {
      JsonObject without = withoutEmptyObjects(field, field.scope().without(answer));
      return field.kind() == FieldKind.CHECKBOX ? field.scope().with(without, false) : without;
    }
    return value.get() instanceof JsonArray entries && field.detail().isPresent()
        ? field.scope().with(answer, entries(field.detail().get(), entries))
        : answer;
  }

  /** The objects around a field, which are no answer when nothing is left in them. */
  private static JsonObject withoutEmptyObjects(Field field, JsonObject answer) {
    var scope = field.scope().parent();
    JsonObject left = answer;
    while (!scope.names().isEmpty()
        && scope.value(left).orElse(null) instanceof JsonObject object
        && object.isEmpty()) {
      left = scope.without(left);
      scope = scope.parent();
    }
    return left;
  }

  private static JsonArray entries(FormElement detail, JsonArray entries) {
    @Nullable Object[] tidied = entries.toArray();
    for (int i = 0; i < tidied.length; i++) {
      if (tidied[i] instanceof JsonObject entry) {
        tidied[i] = tidy(detail, entry);
      }
    }
    return JsonArray.ofValues(tidied);
  }

  private static boolean isNothing(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> text.isEmpty();
      case JsonArray list -> list.isEmpty();
      case JsonObject object -> object.isEmpty();
      default -> false;
    };
  }
}
