package io.concertmaster.forms;

import com.networknt.schema.Error;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * What the program itself says on forms, in one language: messages about answers, buttons, hints.
 * English where a language is not known.
 */
public final class Messages {
  /** The languages that the program speaks. */
  public static final List<String> LANGUAGES = List.of("en", "de", "fr", "nl");

  private static final String BUNDLE = "io.concertmaster.forms.messages";

  private final Locale locale;
  private final ResourceBundle bundle;

  private Messages(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
  }

  /** The messages in a language, given by a BCP 47 tag. */
  public static Messages of(String language) {
    Locale locale = Locale.forLanguageTag(language);
    return new Messages(
        locale,
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** The messages in the first wanted language that the program speaks. */
  public static Messages ofFirst(List<String> wanted) {
    return of(
        wanted.stream()
            .map(each -> Locale.forLanguageTag(each).getLanguage())
            .filter(LANGUAGES::contains)
            .findFirst()
            .orElse("en"));
  }

  /** In which language they are, a BCP 47 tag. */
  public String language() {
    return locale.toLanguageTag();
  }

  /** A text by its key, with what it speaks of put in. */
  public String say(String key, Object... about) {
    return new MessageFormat(bundle.getString(key), locale).format(about);
  }

  /** A whole number as the language writes it. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** How large a file is, as people say it: {@code 12 KB}. */
  public String size(long bytes) {
    if (bytes < 1 << 10) {
      return say("size.bytes", bytes);
    }
    return bytes < 1 << 20
        ? say("size.kilobytes", (bytes + 512) >> 10)
        : say("size.megabytes", Math.round(bytes * 10.0 / (1 << 20)) / 10.0);
  }

  /** What is wrong with an answer as a whole. */
  String of(Error error) {
    return say("problem.other", error.getMessage());
  }

  /** What is wrong with a field. */
  String of(Error error, Field field) {
    JsonObject schema = field.schema();
    return switch (error.getKeyword()) {
      case "required", "dependentRequired" ->
          say(isChoice(field) ? "problem.required.choice" : "problem.required");
      case "type" -> say(type(field.kind()));
      case "minLength" -> say("problem.minLength", bound(schema, "minLength"));
      case "maxLength" -> say("problem.maxLength", bound(schema, "maxLength"));
      case "minimum" -> say("problem.minimum", bound(schema, "minimum"));
      case "maximum" -> say("problem.maximum", bound(schema, "maximum"));
      case "exclusiveMinimum" -> say("problem.exclusiveMinimum", bound(schema, "exclusiveMinimum"));
      case "exclusiveMaximum" -> say("problem.exclusiveMaximum", bound(schema, "exclusiveMaximum"));
      case "multipleOf" -> say("problem.multipleOf", bound(schema, "multipleOf"));
      case "pattern" -> say("problem.pattern");
      case "format" -> say(type(field.kind()));
      case "minItems" -> say("problem.minItems", bound(schema, "minItems"));
      case "maxItems" -> say("problem.maxItems", bound(schema, "maxItems"));
      case "uniqueItems" -> say("problem.uniqueItems");
      case "enum", "oneOf", "anyOf", "const" ->
          say(field.kind() == FieldKind.CHECKBOX ? "problem.tick" : "problem.choice");
      default -> of(error);
    };
  }

  /** What is wrong with a file. */
  String ofFile(String keyword, Field field) {
    return keyword.equals("accept")
        ? say("problem.file.type", String.valueOf(field.options().get("accept")))
        : say("problem.file.size", megabytes(FileRule.most(field)));
  }

  /** Bytes in megabytes, as people write them; a number of at most two places behind the point. */
  public static Object megabytes(long bytes) {
    return bytes % (1 << 20) == 0
        ? (Object) (bytes >> 20)
        : (Object) (Math.max(1, (bytes * 100) >> 20) / 100.0);
  }

  private static boolean isChoice(Field field) {
    return switch (field.kind()) {
      case SELECT, RADIO, MULTI_SELECT, RATING, FILE -> true;
      default -> false;
    };
  }

  private static String type(FieldKind kind) {
    return switch (kind) {
      case NUMBER -> "problem.number";
      case INTEGER, RATING -> "problem.integer";
      case EMAIL -> "problem.email";
      case ADDRESS -> "problem.address";
      case DATE -> "problem.date";
      case TIME -> "problem.time";
      case DATE_TIME -> "problem.dateTime";
      case SELECT, RADIO, MULTI_SELECT -> "problem.choice";
      case CHECKBOX, FILE, HIDDEN, LONG_TEXT, OTHER, REPEATED, TEXT -> "problem.type";
    };
  }

  /** A number among a schema's keywords; where it lies deeper (in a branch), nothing. */
  private static Object bound(JsonObject schema, String keyword) {
    return find(schema, keyword, 0).orElse("");
  }

  private static Optional<Object> find(@Nullable Object value, String keyword, int depth) {
    if (value instanceof JsonObject object && depth < 3) {
      if (object.get(keyword) instanceof Number number) {
        return Optional.of(number);
      }
      for (Object each : object.values()) {
        Optional<Object> found = find(each, keyword, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    if (value instanceof JsonArray array && depth < 3) {
      for (Object each : array) {
        Optional<Object> found = find(each, keyword, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
