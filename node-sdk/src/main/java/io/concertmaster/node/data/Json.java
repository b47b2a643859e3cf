package io.concertmaster.node.data;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * JSON text to data and back. One reader and one writer for the whole product, so that limits,
 * numbers and errors are the same everywhere.
 *
 * <p>Numbers: an integer that fits 64 bits is a {@link Long}, a longer one a {@link BigDecimal},
 * anything with a point or an exponent a {@link Double}. NaN and infinities are no JSON and are
 * written as null, as ECMAScript's {@code JSON.stringify} does.
 */
public final class Json {
  /**
   * Immutable and for all threads; making one for each text costs more than a short text itself.
   */
  private static final JsonFactory WRITER = new JsonFactory();

  private static final Map<JsonLimits, JsonFactory> FACTORIES = new ConcurrentHashMap<>();

  private Json() {}

  /**
   * Makes a Java object data: small integers become {@link Long}, {@code float} becomes {@link
   * Double}, maps and collections become {@link JsonObject} and {@link JsonArray}, dates and enums
   * their text.
   *
   * @throws IllegalArgumentException for a type that is no data
   */
  public static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String s -> s;
      case Long l -> l;
      case Double d -> d;
      case Boolean b -> b;
      case JsonObject o -> o;
      case JsonArray a -> a;
      case Integer i -> i.longValue();
      case Short s -> s.longValue();
      case Byte b -> b.longValue();
      case Float f -> (double) f;
      case BigDecimal d -> d;
      case BigInteger i -> i.bitLength() < 64 ? (Object) i.longValue() : new BigDecimal(i);
      case Map<?, ?> map -> fromMap(map);
      case Collection<?> list -> JsonArray.copyOf(list);
      case Object[] array -> JsonArray.of(array);
      case Enum<?> constant -> constant.name();
      case Character c -> c.toString();
      case CharSequence text -> text.toString();
      case TemporalAccessor time -> time.toString();
      default ->
          throw new IllegalArgumentException(
              "not data: a value of type " + value.getClass().getName());
    };
  }

  private static JsonObject fromMap(Map<?, ?> map) {
    JsonObject.Builder builder = JsonObject.builder();
    map.forEach((name, value) -> builder.put(String.valueOf(name), value));
    return builder.build();
  }

  /**
   * Reads one JSON value.
   *
   * @throws JsonException when the text is no JSON, goes on after the value, or passes a limit of
   *     {@link JsonLimits#DATA}
   */
  public static @Nullable Object parse(String text) {
    return parse(text, JsonLimits.DATA);
  }

  /**
   * Reads one JSON value within limits.
   *
   * @throws JsonException when the text is no JSON, goes on after the value, names a field twice,
   *     or passes a limit
   */
  public static @Nullable Object parse(String text, JsonLimits limits) {
    if (text.length() > limits.bytes()) {
      throw new JsonException(
          "the text is "
              + text.length()
              + " characters long, more than "
              + limits.bytes()
              + " are not read",
          0,
          0);
    }
    try (JsonParser parser = factory(limits).createParser(ObjectReadContext.empty(), text)) {
      return whole(parser);
    } catch (JacksonException e) {
      throw explain(e);
    }
  }

  /**
   * Reads one JSON value from UTF-8 bytes, and closes the stream.
   *
   * @throws JsonException as {@link #parse(String, JsonLimits)}, and when reading fails
   */
  public static @Nullable Object parse(InputStream bytes, JsonLimits limits) {
    try (JsonParser parser = factory(limits).createParser(ObjectReadContext.empty(), bytes)) {
      return whole(parser);
    } catch (JacksonException e) {
      throw explain(e);
    }
  }

  /**
   * Reads a JSON object.
   *
   * @throws JsonException as {@link #parse(String)}, and when the value is something else
   */
  public static JsonObject parseObject(String text) {
    if (parse(text) instanceof JsonObject object) {
      return object;
    }
    throw new JsonException("expected a JSON object", 0, 0);
  }

  /** Compact JSON text of a value. */
  public static String write(@Nullable Object value) {
    return write(value, false);
  }

  /** JSON text of a value with two spaces of indent and a line end at its end. */
  public static String writePretty(@Nullable Object value) {
    return write(value, true) + "\n";
  }

  private static String write(@Nullable Object value, boolean pretty) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = WRITER.createGenerator(writeContext(pretty), text)) {
      write(generator, value);
    }
    return text.toString();
  }

  /**
   * Starts a parser over a stream of JSON, for reading long documents piece by piece with {@link
   * #read(JsonParser)}.
   */
  public static JsonParser parser(InputStream bytes, JsonLimits limits) {
    return factory(limits).createParser(ObjectReadContext.empty(), bytes);
  }

  /**
   * Starts a generator of UTF-8 JSON for writing long documents piece by piece. It closes the
   * stream.
   */
  public static JsonGenerator generator(OutputStream bytes, boolean pretty) {
    return WRITER.createGenerator(writeContext(pretty), bytes);
  }

  /** Reads the value at which a parser stands (its current token is the value's first). */
  public static @Nullable Object read(JsonParser parser) {
    return read(parser, Json::number);
  }

  private static @Nullable Object number(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? value(parser.getNumberValue())
        : parser.getDoubleValue();
  }

  /** What a number is read as, where a parser stands. */
  interface Numbers {
    @Nullable Object read(JsonParser parser);
  }

  /** Reads a value, where somebody else says what numbers are. */
  static @Nullable Object read(JsonParser parser, Numbers numbers) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser, numbers);
      case START_ARRAY -> readArray(parser, numbers);
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numbers.read(parser);
      case null, default ->
          throw new JsonException("expected a value", line(parser), column(parser));
    };
  }

  private static JsonObject readObject(JsonParser parser, Numbers numbers) {
    JsonObject.Builder object = JsonObject.builder();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, read(parser, numbers));
    }
    return object.build();
  }

  private static JsonArray readArray(JsonParser parser, Numbers numbers) {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(parser, numbers));
    }
    return JsonArray.ofValues(array.toArray());
  }

  /** Writes a value where a generator stands. */
  public static void write(JsonGenerator generator, @Nullable Object value) {
    switch (value) {
      case null -> generator.writeNull();
      case String s -> generator.writeString(s);
      case Long l -> generator.writeNumber(l);
      case Boolean b -> generator.writeBoolean(b);
      case Double d -> {
        if (Double.isFinite(d)) {
          generator.writeNumber(NumberText.of(d));
        } else {
          generator.writeNull();
        }
      }
      case BigDecimal d -> generator.writeNumber(d.toPlainString());
      case JsonObject object -> {
        generator.writeStartObject();
        for (int slot = 0; slot < object.size(); slot++) {
          generator.writeName(object.shape().name(slot));
          write(generator, object.slot(slot));
        }
        generator.writeEndObject();
      }
      case JsonArray array -> {
        generator.writeStartArray();
        for (Object element : array) {
          write(generator, element);
        }
        generator.writeEndArray();
      }
      default -> write(generator, value(value));
    }
  }

  private static @Nullable Object whole(JsonParser parser) {
    if (parser.nextToken() == null) {
      throw new JsonException("the text is empty", 0, 0);
    }
    Object value = read(parser);
    if (parser.nextToken() != null) {
      throw new JsonException(
          "text goes on after the end of the value", line(parser), column(parser));
    }
    return value;
  }

  /**
   * A factory knows the names that it has read, and is dear to make: one for each set of limits.
   */
  private static JsonFactory factory(JsonLimits limits) {
    return FACTORIES.computeIfAbsent(limits, Json::newFactory);
  }

  private static JsonFactory newFactory(JsonLimits limits) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxDocumentLength(limits.bytes())
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.string())
                .maxNameLength(Math.min(limits.string(), 50_000))
                .build())
        .build();
  }

  private static ObjectWriteContext writeContext(boolean pretty) {
    return new ObjectWriteContext.Base() {
      @Override
      public tools.jackson.core.@Nullable PrettyPrinter getPrettyPrinter() {
        return pretty ? printer() : null;
      }

      @Override
      public int getStreamWriteFeatures(int defaults) {
        return defaults & ~StreamWriteFeature.AUTO_CLOSE_CONTENT.getMask();
      }
    };
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(indent)
        .withArrayIndenter(indent);
  }

  private static JsonException explain(JacksonException e) {
    var place = e.getLocation();
    int line = place == null ? 0 : place.getLineNr();
    int column = place == null ? 0 : place.getColumnNr();
    String original = e.getOriginalMessage();
    String message =
        switch (e) {
          case StreamConstraintsException limit -> "too large: " + original;
          case UnexpectedEndOfInputException end -> "the text ends too early";
          default -> "not JSON: " + original.lines().findFirst().orElse("unreadable");
        };
    return new JsonException(message, Math.max(line, 0), Math.max(column, 0));
  }

  private static long line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private static long column(JsonParser parser) {
    return parser.currentTokenLocation().getColumnNr();
  }
}
