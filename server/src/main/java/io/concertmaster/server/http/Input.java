package io.concertmaster.server.http;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object in a body, read by type; what nobody asked for is a mistake. */
public final class Input {
  private final JsonObject object;
  private final String place;
  private final Set<String> asked = new HashSet<>();

  private Input(JsonObject object, String place) {
    this.object = object;
    this.place = place;
  }

  /**
   * The members of a value.
   *
   * @param place where it stands, for messages; empty for the body
   * @throws HttpProblem when it is no object
   */
  public static Input of(@Nullable Object value, String place) throws HttpProblem {
    if (value instanceof JsonObject object) {
      return new Input(object, place);
    }
    throw HttpProblem.badRequest((place.isEmpty() ? "the body" : place) + " must be a JSON object");
  }

  /** A text that must be there. */
  public String text(String name) throws HttpProblem {
    return maybeText(name).orElseThrow(() -> must(name, "be a text"));
  }

  /** A text that may be missing. */
  public Optional<String> maybeText(String name) throws HttpProblem {
    Object value = get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw must(name, "be a text");
  }

  /** A whole number that may be missing. */
  public Optional<Long> maybeNumber(String name, long min, long max) throws HttpProblem {
    Object value = get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Long number && number >= min && number <= max) {
      return Optional.of(number);
    }
    throw must(name, "be a whole number from " + min + " to " + max);
  }

  /** Yes or no; no where it is missing. */
  public boolean flag(String name) throws HttpProblem {
    Object value = get(name);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw must(name, "be true or false");
  }

  /** A list; empty where it is missing. */
  public JsonArray list(String name) throws HttpProblem {
    Object value = get(name);
    if (value == null) {
      return JsonArray.empty();
    }
    if (value instanceof JsonArray list) {
      return list;
    }
    throw must(name, "be a list");
  }

  /** An object; empty where it is missing. */
  public JsonObject object(String name) throws HttpProblem {
    Object value = get(name);
    if (value == null) {
      return JsonObject.empty();
    }
    if (value instanceof JsonObject found) {
      return found;
    }
    throw must(name, "be an object");
  }

  /** Whether a member is there. */
  public boolean has(String name) {
    return object.containsKey(name);
  }

  /**
   * Ends the reading.
   *
   * @throws HttpProblem for a member that nobody asked for
   */
  public void noOthers() throws HttpProblem {
    for (String name : object.keySet()) {
      if (!asked.contains(name)) {
        throw HttpProblem.badRequest(
            at("")
                + "has a member that is not known here, number "
                + (object.shape().slot(name) + 1)
                + ": see the document of the API");
      }
    }
  }

  private @Nullable Object get(String name) {
    asked.add(name);
    return object.get(name);
  }

  private HttpProblem must(String name, String be) {
    return HttpProblem.badRequest(at(name) + "must " + be);
  }

  private String at(String name) {
    String whole = place.isEmpty() || name.isEmpty() ? place + name : place + "." + name;
    return (whole.isEmpty() ? "the body" : "“" + whole + "”") + " ";
  }
}
