package io.concertmaster.node.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON as JavaScript's {@code JSON.stringify} writes it without indents: nothing stands between its
 * parts, no name comes twice, and every number is a double. A whole one up to 2^53 is a {@link
 * Long}. A name that comes twice all the same counts once, with its last value.
 *
 * <p>Design note. A script's million items come this way, and most of what {@link Json#parse} costs
 * a process that has just started is the compilation of a reader for everything. This one guesses:
 * an object has the names of the one that stood last at its place ({@link Likeness}), which takes a
 * comparison of bytes. An item of four fields takes 0.17 microseconds of CPU time where the other
 * takes 0.3; the first million, with what is compiled for it, 0.55 seconds where the other takes
 * 1.1.
 */
public final class Stringified {
  private static final int DEEPEST = 500;

  private final byte[] bytes;
  private int at;

  private Stringified(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a list.
   *
   * @throws JsonException when the text is no list, is not written as said above, or nests deeper
   *     than 500
   */
  public static JsonArray parseArray(String text) {
    Stringified reader = new Stringified(text.getBytes(StandardCharsets.UTF_8));
    try {
      JsonArray list = reader.array(new Likeness(), 1);
      if (reader.at < reader.bytes.length) {
        throw reader.unexpected();
      }
      return list;
    } catch (IndexOutOfBoundsException e) {
      throw new JsonException("the text ends too early", 0, 0);
    }
  }

  private @Nullable Object value(Likeness like, int depth) {
    return switch (bytes[at]) {
      case '{' -> object(like, depth);
      case '[' -> array(like, depth);
      case '"' -> text();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private JsonArray array(Likeness like, int depth) {
    begin('[', depth);
    if (bytes[at] == ']') {
      at++;
      return JsonArray.empty();
    }
    Likeness each = like.element();
    List<@Nullable Object> values = new ArrayList<>();
    do {
      values.add(value(each, depth + 1));
    } while (goesOn(']'));
    return JsonArray.ofValues(values.toArray());
  }

  private JsonObject object(Likeness like, int depth) {
    begin('{', depth);
    if (bytes[at] == '}') {
      at++;
      return JsonObject.empty();
    }
    @Nullable Object[] values = new @Nullable Object[like.size()];
    for (int slot = 0; slot < values.length; slot++) {
      int length = like.nameAt(slot, bytes, at);
      if (length == 0) {
        return unlike(like, slot, values, depth);
      }
      at += length;
      values[slot] = value(like.field(slot), depth + 1);
      if (!goesOn('}')) {
        return slot + 1 == values.length
            ? JsonObject.ofSlots(like.shape(), values)
            : like.begun(slot + 1, values).build();
      }
    }
    return unlike(like, values.length, values, depth);
  }

  /**
   * Goes on with an object whose names are others than guessed.
   *
   * @param known how many of its values are read already
   */
  private JsonObject unlike(Likeness like, int known, @Nullable Object[] values, int depth) {
    JsonObject.Builder object = like.begun(known, values);
    Likeness.Lesson lesson = like.lesson(known);
    do {
      int from = at;
      String name = text();
      expect(':');
      object.put(name, value(lesson.name(bytes, from, at), depth + 1));
    } while (goesOn('}'));
    JsonObject made = object.build();
    lesson.learn(made.shape());
    return made;
  }

  private void begin(char bracket, int depth) {
    if (depth > DEEPEST) {
      throw new JsonException("nested deeper than " + DEEPEST + " levels", 0, 0);
    }
    expect(bracket);
  }

  /** Whether another part follows, and not the bracket. */
  private boolean goesOn(char bracket) {
    if (bytes[at] == ',') {
      at++;
      return true;
    }
    expect(bracket);
    return false;
  }

  private void expect(char wanted) {
    if (bytes[at] != wanted) {
      throw unexpected();
    }
    at++;
  }

  private <T extends @Nullable Object> T word(String word, T value) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
    return value;
  }

  private JsonException unexpected() {
    return new JsonException("not JSON as scripts write it, at byte " + at, 0, 0);
  }

  private String text() {
    expect('"');
    int from = at;
    skipPlain();
    if (bytes[at] == '"') {
      return new String(bytes, from, at++ - from, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder();
    while (true) {
      text.append(new String(bytes, from, at - from, StandardCharsets.UTF_8));
      if (bytes[at++] == '"') {
        return text.toString();
      }
      text.append(escaped());
      from = at;
      skipPlain();
    }
  }

  /** Goes to the next quote or backslash of a text. */
  private void skipPlain() {
    byte next = bytes[at];
    while (next != '"' && next != '\\') {
      if (next >= 0 && next < ' ') {
        throw unexpected();
      }
      next = bytes[++at];
    }
  }

  private char escaped() {
    byte letter = bytes[at++];
    return switch (letter) {
      case '"', '\\', '/' -> (char) letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
          int digit = Character.digit(bytes[at], 16);
          if (digit < 0) {
            throw unexpected();
          }
          unit = unit << 4 | digit;
          at++;
        }
        yield (char) unit;
      }
      default -> throw unexpected();
    };
  }

  private Object number() {
    DecimalText number = DecimalText.at(bytes, at);
    if (number == null) {
      throw unexpected();
    }
    at = number.end();
    return number.value();
  }
}
