package io.concertmaster.node.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as JavaScript's {@code JSON.stringify} writes it: no name comes twice, and every number is a
 * double. A whole one up to 2^53 is a {@link Long}. Faster than {@link Json#parse}.
 */
public final class Stringified {
  private static final int DEEPEST = 500;

  /** The largest whole number up to which a double leaves none out. */
  private static final long EXACT = 1L << 53;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private Stringified() {}

  /**
   * Reads a list.
   *
   * @throws JsonException when the text is no JSON, no list, or nests deeper than 500
   */
  public static JsonArray parseArray(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new JsonException("expected a list", 1, 1);
      }
      return array(parser);
    } catch (JacksonException e) {
      throw new JsonException(String.valueOf(e.getOriginalMessage()), 0, 0);
    }
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> number(parser.getDoubleValue());
    };
  }

  private static Object number(double number) {
    long whole = (long) number;
    return whole == number && whole <= EXACT && whole >= -EXACT ? (Object) whole : number;
  }

  private static JsonObject object(JsonParser parser) {
    JsonObject.Builder object = JsonObject.builder();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object.build();
  }

  private static JsonArray array(JsonParser parser) {
    List<@Nullable Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return JsonArray.ofValues(values.toArray());
  }
}
