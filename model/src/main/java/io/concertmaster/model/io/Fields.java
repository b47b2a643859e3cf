package io.concertmaster.model.io;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object by type, complains by place, and knows in the end which fields
 * nobody asked for.
 */
final class Fields {
  private final JsonObject object;
  private final Place place;
  private final Set<String> asked = new HashSet<>();

  private Fields(JsonObject object, Place place) {
    this.object = object;
    this.place = place;
  }

  /** The fields of a value that must be an object. */
  static Fields of(@Nullable Object value, Place place) throws WorkflowFileException {
    if (value instanceof JsonObject object) {
      return new Fields(object, place);
    }
    throw must(place, "be an object in braces", value);
  }

  static WorkflowFileException must(Place place, String be, @Nullable Object value) {
    return place.wrong("must " + be + ", not " + describe(value));
  }

  Place at(String name) {
    return place.field(name);
  }

  /** A field that must be there. */
  @Nullable Object required(String name, String example) throws WorkflowFileException {
    asked.add(name);
    if (!object.containsKey(name)) {
      throw place.wrong("has no “" + name + "”: add it, such as \"" + name + "\": " + example);
    }
    return object.get(name);
  }

  /** A field that may be missing, which is not the same as null. */
  boolean has(String name) {
    asked.add(name);
    return object.containsKey(name);
  }

  @Nullable Object get(String name) {
    asked.add(name);
    return object.get(name);
  }

  String requiredText(String name, String example) throws WorkflowFileException {
    return text(name, required(name, example));
  }

  String textOr(String name, String otherwise) throws WorkflowFileException {
    return has(name) ? text(name, get(name)) : otherwise;
  }

  private String text(String name, @Nullable Object value) throws WorkflowFileException {
    if (value instanceof String text) {
      return text;
    }
    throw must(at(name), "be a text in quotes", value);
  }

  /** A whole number that must be there. */
  int requiredInt(String name, int min, int max, String example) throws WorkflowFileException {
    Object value = required(name, example);
    if (value instanceof Number number
        && number.doubleValue() == number.intValue()
        && number.intValue() >= min
        && number.intValue() <= max) {
      return number.intValue();
    }
    String range = max == Integer.MAX_VALUE ? " from " + min : " from " + min + " to " + max;
    throw must(at(name), "be a whole number" + range, value);
  }

  /**
   * One of a few words.
   *
   * @param word of a choice
   * @param must what the field must do, such as {@code be "stop" or "continue"}
   */
  <E extends Enum<E>> E choiceOr(String name, E otherwise, Function<E, String> word, String must)
      throws WorkflowFileException {
    if (!has(name)) {
      return otherwise;
    }
    for (E each : otherwise.getDeclaringClass().getEnumConstants()) {
      if (word.apply(each).equals(get(name))) {
        return each;
      }
    }
    throw must(at(name), must, get(name));
  }

  double numberOr(String name, double otherwise) throws WorkflowFileException {
    if (!has(name)) {
      return otherwise;
    }
    if (get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw must(at(name), "be a number", get(name));
  }

  /** On or off; off where it is missing. */
  boolean flag(String name) throws WorkflowFileException {
    if (!has(name)) {
      return false;
    }
    if (get(name) instanceof Boolean flag) {
      return flag;
    }
    throw must(at(name), "be true or false", get(name));
  }

  /** A length of time. */
  Optional<Duration> duration(String name) throws WorkflowFileException {
    if (!has(name)) {
      return Optional.empty();
    }
    if (get(name) instanceof String text && text.length() <= 100) {
      try {
        return Optional.of(Duration.parse(text));
      } catch (DateTimeParseException e) {
        throw must(at(name), "be a duration such as \"PT2S\" or \"PT1H30M\"", text);
      }
    }
    throw must(at(name), "be a duration such as \"PT2S\" or \"PT1H30M\"", get(name));
  }

  JsonObject objectOrEmpty(String name) throws WorkflowFileException {
    if (!has(name)) {
      return JsonObject.empty();
    }
    if (get(name) instanceof JsonObject value) {
      return value;
    }
    throw must(at(name), "be an object in braces", get(name));
  }

  JsonArray listOrEmpty(String name) throws WorkflowFileException {
    if (!has(name)) {
      return JsonArray.empty();
    }
    if (get(name) instanceof JsonArray value) {
      return value;
    }
    throw must(at(name), "be a list in square brackets", get(name));
  }

  /** The fields that nobody asked for, in their order. */
  JsonObject rest() {
    JsonObject.Builder rest = JsonObject.builder();
    object.forEach((name, value) -> {
      if (!asked.contains(name)) {
        rest.put(name, value);
      }
    });
    return rest.build();
  }

  /**
   * Ends an object in which only these fields make sense.
   *
   * @throws WorkflowFileException for a field that nobody asked for
   */
  void noOthers() throws WorkflowFileException {
    JsonObject rest = rest();
    if (!rest.isEmpty()) {
      throw at(rest.shape().name(0)).wrong("is no key that belongs here: take it out");
    }
  }

  private static String describe(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> Place.quoted(text);
      case JsonObject o -> "an object";
      case JsonArray a -> "a list";
      default -> Json.write(value);
    };
  }
}
