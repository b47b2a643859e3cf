package io.concertmaster.forms;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.regex.RegularExpression;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema 2020-12, with formats asserted and two more of OpenAPI's registry: {@code time-local}
 * (09:30, 09:30:00) and {@code date-time-local} (2026-03-29T09:30), which are what people mean by a
 * time where nobody asks for a zone. Nothing is fetched: a schema that refers to another address
 * cannot be used.
 */
final class Schemas {
  private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?";

  private static final SchemaRegistry REGISTRY = registry();

  private Schemas() {}

  private static SchemaRegistry registry() {
    Dialect dialect =
        Dialect.builder(Dialects.getDraft202012())
            .format(PatternFormat.of("time-local", "^" + TIME + "$", "format.time-local"))
            .format(
                PatternFormat.of(
                    "date-time-local",
                    "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T" + TIME + "$",
                    "format.date-time-local"))
            .build();
    SchemaRegistryConfig settings =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .regularExpressionFactory(Schemas::expression)
            .locale(Locale.ENGLISH) // what people see on forms is said by Messages
            .build();
    return SchemaRegistry.withDialect(
        dialect,
        builder ->
            builder
                .schemaCacheEnabled(false)
                .schemaRegistryConfig(settings)
                .schemaLoader(loader -> loader.fetchRemoteResources(false)));
  }

  /**
   * A pattern, which may be a stranger's, on a text, which may be another's: it gives up after a
   * million looks at the text, and then does not fit.
   */
  private static RegularExpression expression(String written) {
    Pattern pattern = Pattern.compile(written);
    return text -> {
      try {
        return pattern.matcher(new CountedText(text)).find();
      } catch (CountedText.TooLong e) {
        return false;
      }
    };
  }

  /**
   * Makes a schema ready.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Schema of(JsonObject schema) {
    try {
      Schema made = REGISTRY.getSchema(node(schema));
      made.initializeValidators();
      return made;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(reason(e), e);
    }
  }

  /** What a schema says that no JSON Schema says, by the schema of schemas; in English. */
  static List<Error> errors(JsonObject schema) {
    return OfSchemas.SCHEMA.validate(node(schema));
  }

  /** The schema of schemas, read when it is asked for first. */
  private static final class OfSchemas {
    static final Schema SCHEMA =
        REGISTRY.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
  }

  /** What is wrong with a pattern. */
  static String wrong(PatternSyntaxException pattern) {
    return "the pattern “"
        + pattern.getPattern()
        + "” is not right: "
        + pattern.getDescription()
        + " at character "
        + (pattern.getIndex() + 1);
  }

  private static String reason(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PatternSyntaxException pattern) {
        return wrong(pattern);
      }
    }
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** Data as the library's nodes. */
  static JsonNode node(@Nullable Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (Json.value(value)) {
      case null -> nodes.nullNode();
      case String text -> nodes.stringNode(text);
      case Boolean flag -> nodes.booleanNode(flag);
      case Long number -> nodes.numberNode(number);
      case Double number -> nodes.numberNode(number);
      case BigDecimal number -> nodes.numberNode(number);
      case JsonArray array -> {
        ArrayNode list = nodes.arrayNode(array.size());
        array.forEach(each -> list.add(node(each)));
        yield list;
      }
      case JsonObject object -> {
        ObjectNode record = nodes.objectNode();
        object.forEach((name, each) -> record.set(name, node(each)));
        yield record;
      }
      default -> throw new IllegalArgumentException("no data: " + value);
    };
  }
}
