package io.concertmaster.forms;

import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file of an answer may be. A file is {@code {name, type, size}} there; its size counts in
 * bytes, and which kinds are taken says {@code accept} as HTML has it: extensions, media types, and
 * media types such as {@code image/*}.
 */
public final class FileRule {
  /** So large a file may be where its field does not say. */
  public static final long LARGEST = 10L << 20;

  private FileRule() {}

  /** The most bytes that a field takes. */
  public static long most(Field field) {
    return field.schema().get("properties") instanceof JsonObject properties
            && properties.get("size") instanceof JsonObject size
            && size.get("maximum") instanceof Number most
        ? Math.min(LARGEST, most.longValue())
        : LARGEST;
  }

  /** The keyword that a file breaks: {@code accept} or {@code maximum}; empty for none. */
  static Optional<String> broken(Field field, @Nullable Object value) {
    if (!(value instanceof JsonObject file)) {
      return Optional.empty();
    }
    if (file.get("size") instanceof Number size && size.longValue() > most(field)) {
      return Optional.of("maximum");
    }
    return field.options().get("accept") instanceof String accept
            && !accept.isBlank()
            && !isTaken(accept, text(file, "name"), text(file, "type"))
        ? Optional.of("accept")
        : Optional.empty();
  }

  private static boolean isTaken(String accept, String name, String type) {
    List<String> kinds = Arrays.asList(accept.toLowerCase(Locale.ROOT).split(",", -1));
    return kinds.stream()
        .map(String::strip)
        .anyMatch(kind ->
            kind.equals("*/*")
                || (kind.startsWith(".") && name.endsWith(kind))
                || (kind.endsWith("/*") && type.startsWith(kind.substring(0, kind.length() - 1)))
                || (!kind.isEmpty() && kind.equals(type)));
  }

  private static String text(JsonObject file, String name) {
    return file.get(name) instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
  }
}
