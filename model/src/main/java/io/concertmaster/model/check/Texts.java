package io.concertmaster.model.check;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pieces of messages. */
final class Texts {
  private static final int LONGEST = 60;

  private Texts() {}

  /** A name in quotes, cut where it is long. */
  static String quoted(String text) {
    int length = text.codePointCount(0, text.length());
    String shown =
        length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    return "“" + shown + "”";
  }

  /** The first few names of several. */
  static String list(Collection<String> names) {
    String few = names.stream().limit(12).map(Texts::quoted).collect(Collectors.joining(", "));
    return names.size() > 12 ? few + " …" : few;
  }

  /** What a value is, for “must be …, not …”. */
  static String kind(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String text -> "the text " + quoted(text);
      case JsonArray list -> "a list";
      case JsonObject object -> "an object";
      default -> Json.write(value);
    };
  }
}
