package io.concertmaster.hosted.page;

import io.concertmaster.forms.Spot;
import io.concertmaster.forms.TypedNumber;
import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a browser sends of a page: texts by the names of controls. A control's name is the place of
 * its value in the answer, a JSON Pointer; {@value #COUNT} behind it stands for how many entries a
 * repeatable group has.
 *
 * @param values the texts of each name, in the order in which they came
 * @param files what is told of the files that came, by the name of their control
 */
public record Posted(Map<String, List<String>> values, Map<String, JsonObject> files) {
  static final String COUNT = "#";

  private static final int MOST_ENTRIES = 1_000;

  public Posted {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    values.forEach((name, texts) -> copy.put(name, List.copyOf(texts)));
    values = copy;
    files = Map.copyOf(files);
  }

  /** Texts only. */
  public Posted(Map<String, List<String>> values) {
    this(values, Map.of());
  }

  /** The first text of a name. */
  public Optional<String> first(String name) {
    List<String> texts = values.get(name);
    return texts == null || texts.isEmpty() ? Optional.empty() : Optional.of(texts.getFirst());
  }

  /**
   * An answer with what was sent for the fields within an element. A field of which nothing came is
   * left as it was when it is read-only or a file, or could not be filled in on the page that was
   * sent; else it is emptied.
   *
   * @param before the answer so far
   * @param language in which numbers are written
   * @param locked the fields of which nothing is taken, whatever came
   */
  JsonObject into(JsonObject before, FormElement page, String language, Set<Spot> locked) {
    return new Taking(Closed.read(this), language, locked).fields(before, page, "");
  }

  private final class Taking {
    private final Closed closed;
    private final String language;
    private final Set<Spot> locked;

    Taking(Closed closed, String language, Set<Spot> locked) {
      this.closed = closed;
      this.language = language;
      this.locked = locked;
    }

    JsonObject fields(JsonObject before, FormElement page, String entry) {
      JsonObject answer = before;
      for (Field field : FormLayout.fields(page)) {
        if (stays(field, entry)) {
          continue;
        }
        String pointer = Spot.pointer(field, entry);
        Optional<Object> old = field.scope().value(answer);
        Object now =
            switch (field.kind()) {
              case REPEATED -> entries(field, old, pointer);
              case FILE -> files.containsKey(pointer) ? files.get(pointer) : old.orElse(null);
              default -> {
                List<String> texts = values.getOrDefault(pointer, List.of());
                yield isUntouched(field, old.orElse(null), texts)
                    ? old.orElse(null)
                    : value(field, texts, language);
              }
            };
        answer = now == null ? field.scope().without(answer) : field.scope().with(answer, now);
      }
      return answer;
    }

    /** Whether what came is how the page showed a value that its text does not tell wholly. */
    private boolean isUntouched(Field field, @Nullable Object old, List<String> texts) {
      if (texts.size() != 1 || old == null) {
        return false;
      }
      return switch (field.kind()) {
        case TIME, DATE_TIME ->
            old instanceof String text && OffsetTimes.shown(field, text).equals(texts.getFirst());
        case HIDDEN -> !(old instanceof String) && Json.write(old).equals(texts.getFirst());
        default -> false;
      };
    }

    private boolean stays(Field field, String entry) {
      Spot spot = new Spot(field.at(), entry);
      if (field.readOnly() || locked.contains(spot)) {
        return true;
      }
      String pointer = Spot.pointer(field, entry);
      return closed.has(spot)
          && !(values.containsKey(pointer)
              || values.containsKey(pointer + COUNT)
              || files.containsKey(pointer));
    }

    private JsonArray entries(Field field, Optional<Object> old, String pointer) {
      List<@Nullable Object> entries = new ArrayList<>();
      JsonArray before = old.orElse(null) instanceof JsonArray list ? list : JsonArray.empty();
      int count = count(pointer);
      for (int i = 0; i < count; i++) {
        JsonObject entry =
            i < before.size() && before.get(i) instanceof JsonObject object
                ? object
                : JsonObject.empty();
        entries.add(fields(entry, field.detail().orElseThrow(), pointer + "/" + i));
      }
      return JsonArray.ofValues(entries.toArray());
    }
  }

  private int count(String pointer) {
    try {
      return Math.clamp(Long.parseLong(first(pointer + COUNT).orElse("0")), 0, MOST_ENTRIES);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The value that texts of an address mean for a field, where they mean one. */
  public static Optional<Object> known(Field field, List<String> texts) {
    return switch (field.kind()) {
      case FILE, REPEATED -> Optional.empty();
      default -> Optional.ofNullable(value(field, texts, "en"));
    };
  }

  /** The value that texts mean; null for none. A text that means nothing stays, to be refused. */
  static @Nullable Object value(Field field, List<String> texts, String language) {
    if (texts.isEmpty() || (texts.size() == 1 && texts.getFirst().isBlank())) {
      return null;
    }
    String text = texts.getFirst();
    return switch (field.kind()) {
      case CHECKBOX -> text.equals("true") || text.equals("on");
      case NUMBER, INTEGER, RATING -> TypedNumber.read(text, language);
      case SELECT, RADIO -> chosen(field, text);
      case MULTI_SELECT ->
          JsonArray.ofValues(
              texts.stream()
                  .filter(each -> !each.isEmpty())
                  .map(each -> chosen(field, each))
                  .toArray());
      case LONG_TEXT -> text.replace("\r\n", "\n");
      case OTHER -> parsed(text);
      case HIDDEN -> typed(field, text, language);
      case TIME, DATE_TIME -> OffsetTimes.read(field, text);
      case ADDRESS, EMAIL -> text.strip();
      case TEXT, DATE, FILE, REPEATED -> text;
    };
  }

  private static @Nullable Object typed(Field field, String text, String language) {
    return switch (String.valueOf(field.schema().get("type"))) {
      case "number", "integer" -> TypedNumber.read(text, language);
      case "boolean" -> text.equals("true") ? (Object) true : text.equals("false") ? false : text;
      case "object", "array" -> parsed(text);
      default -> text;
    };
  }

  /** What is written as JSON; other text stays, to be refused where it does not fit. */
  private static @Nullable Object parsed(String text) {
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      return text;
    }
  }

  private static @Nullable Object chosen(Field field, String word) {
    for (Choice choice : field.choices()) {
      if (choice.word().equals(word)) {
        return choice.value();
      }
    }
    return word;
  }
}
