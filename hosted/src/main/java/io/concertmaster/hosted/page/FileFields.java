package io.concertmaster.hosted.page;

import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files in an answer. While an answer travels, a file is {@code {name, type, size, ref}} in it,
 * where {@code ref} leads to its bytes; what is judged and what a run gets has no {@code ref}.
 */
public final class FileFields {
  static final String REF = "ref";

  private FileFields() {}

  /** Whether an element asks for files, itself or in entries of its repeatable groups. */
  static boolean asks(FormElement layout) {
    return FormLayout.fields(layout).stream()
        .anyMatch(each ->
            each.kind() == FieldKind.FILE || each.detail().map(FileFields::asks).orElse(false));
  }

  /** An answer with its files changed; those that come to nothing are taken out. */
  public static JsonObject changed(
      FormElement layout, JsonObject answer, Function<JsonObject, Optional<JsonObject>> change) {
    JsonObject changed = answer;
    for (Field field : FormLayout.fields(layout)) {
      @Nullable Object value = field.scope().value(changed).orElse(null);
      if (field.kind() == FieldKind.FILE && value != null) {
        Optional<JsonObject> now =
            value instanceof JsonObject file ? change.apply(file) : Optional.empty();
        changed =
            now.isEmpty() ? field.scope().without(changed) : field.scope().with(changed, now.get());
      } else if (field.detail().isPresent() && value instanceof JsonArray entries) {
        @Nullable Object[] each = entries.toArray();
        for (int i = 0; i < each.length; i++) {
          if (each[i] instanceof JsonObject entry) {
            each[i] = changed(field.detail().get(), entry, change);
          }
        }
        changed = field.scope().with(changed, JsonArray.ofValues(each));
      }
    }
    return changed;
  }

  /** An answer as it is judged: without the ways to the bytes of its files. */
  static JsonObject plain(FormElement layout, JsonObject answer) {
    return changed(layout, answer, file -> Optional.of(file.without(REF)));
  }

  /**
   * The files of an answer, by the names under which they travel with an item: the name of the
   * field, and for one that lies deeper its way, such as {@code items_0_photo}.
   */
  public static Map<String, JsonObject> of(FormElement layout, JsonObject answer) {
    Map<String, JsonObject> files = new LinkedHashMap<>();
    collect(layout, answer, "", files);
    return files;
  }

  /** The places of an answer's files, as JSON Pointers. */
  public static List<String> places(FormElement layout, JsonObject answer) {
    List<String> places = new ArrayList<>();
    for (Field field : FormLayout.fields(layout)) {
      @Nullable Object value = field.scope().value(answer).orElse(null);
      if (field.kind() == FieldKind.FILE && value != null) {
        places.add(field.scope().pointer());
      } else if (field.detail().isPresent() && value instanceof JsonArray entries) {
        for (int i = 0; i < entries.size(); i++) {
          String entry = field.scope().pointer() + "/" + i;
          if (entries.get(i) instanceof JsonObject object) {
            places(field.detail().get(), object).forEach(each -> places.add(entry + each));
          }
        }
      }
    }
    return places;
  }

  private static void collect(
      FormElement layout, JsonObject answer, String before, Map<String, JsonObject> files) {
    for (Field field : FormLayout.fields(layout)) {
      @Nullable Object value = field.scope().value(answer).orElse(null);
      String name = before + String.join("_", field.scope().names());
      if (field.kind() == FieldKind.FILE && value instanceof JsonObject file) {
        files.put(name, file);
      } else if (field.detail().isPresent() && value instanceof JsonArray entries) {
        for (int i = 0; i < entries.size(); i++) {
          if (entries.get(i) instanceof JsonObject entry) {
            collect(field.detail().get(), entry, name + "_" + i + "_", files);
          }
        }
      }
    }
  }
}
