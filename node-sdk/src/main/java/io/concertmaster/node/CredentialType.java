package io.concertmaster.node;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of credential: what has to be known to sign in somewhere.
 *
 * @param name the id in files and stores, such as {@code httpBearer}
 * @param label the name for people
 * @param help one or two sentences for people; may be empty
 * @param fields what it holds, in the order in which people are asked. All values are texts; a
 *     field is text, a number or a choice. Those that are {@link Property#secret} are never shown
 *     again, the others may be shown to who may set them
 */
public record CredentialType(String name, String label, String help, List<Property> fields) {
  public CredentialType {
    if (!name.matches("[a-z][A-Za-z0-9]{0,99}")) {
      throw new IllegalArgumentException("not a type of credentials: " + name);
    }
    fields = List.copyOf(fields);
    for (Property field : fields) {
      if (!(field.kind() instanceof PropertyKind.Text
          || field.kind() instanceof PropertyKind.Numeric
          || field.kind() instanceof PropertyKind.Choice)) {
        throw new IllegalArgumentException(
            "a field of a credential is text, a number or a choice: " + field.name());
      }
    }
  }

  /** The field of a name. */
  public Optional<Property> field(String wanted) {
    return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
  }

  /**
   * What is wrong with values, in one line that tells none of them; empty when they are right.
   *
   * @param values texts by field
   */
  public Optional<String> complaint(JsonObject values) {
    for (String given : values.keySet()) {
      if (field(given).isEmpty()) {
        return Optional.of(
            label
                + " has no field “"
                + given
                + "”: it has "
                + String.join(", ", fields.stream().map(Property::name).toList()));
      }
    }
    return fields.stream()
        .flatMap(field -> complaint(field, values.get(field.name())).stream())
        .findFirst();
  }

  private Optional<String> complaint(Property field, @Nullable Object given) {
    if (given != null && !(given instanceof String)) {
      return Optional.of("“" + field.name() + "” must be a text");
    }
    String text = given == null ? "" : ((String) given).strip();
    if (text.isEmpty()) {
      return field.required() && field.defaultValue() == null
          ? Optional.of("“" + field.name() + "” (" + field.label() + ") has no value: give one")
          : Optional.empty();
    }
    return switch (field.kind()) {
      case PropertyKind.Choice choice
          when choice.options().stream().noneMatch(each -> each.value().equals(text)) ->
          Optional.of(
              "“"
                  + field.name()
                  + "” must be one of "
                  + String.join(
                      ", ", choice.options().stream().map(PropertyKind.Option::value).toList()));
      case PropertyKind.Numeric numeric when !within(numeric, text) ->
          Optional.of(
              "“"
                  + field.name()
                  + "” must be a number from "
                  + NumberText.of(numeric.min())
                  + " to "
                  + NumberText.of(numeric.max()));
      default -> Optional.empty();
    };
  }

  private static boolean within(PropertyKind.Numeric kind, String text) {
    try {
      double number = Double.parseDouble(text);
      return number >= kind.min()
          && number <= kind.max()
          && (!kind.whole() || number == Math.rint(number));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
