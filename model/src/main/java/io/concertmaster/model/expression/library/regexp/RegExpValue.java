package io.concertmaster.model.expression.library.regexp;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectKind.Property;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.model.expression.runtime.Records;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JavaScript's {@code RegExp} (ECMA-262 §22.2). Its {@code lastIndex} moves where the flags g and y
 * say so; it lives inside one evaluation only, what it compiled to can be shared.
 */
public final class RegExpValue implements ObjectValue {
  private static final ObjectKind<RegExpValue> KIND = described();

  private final String source;
  private final Program program;
  private double lastIndex;

  /** A regular expression. */
  public RegExpValue(String source, Program program) {
    this.source = source;
    this.program = program;
  }

  private static ObjectKind<RegExpValue> described() {
    Map<String, Property<RegExpValue>> p = new HashMap<>();
    p.put("source", r -> r.source.isEmpty() ? "(?:)" : escaped(r.source));
    p.put("flags", r -> r.flags().sorted());
    p.put("lastIndex", r -> (long) r.lastIndex);
    p.put("global", r -> r.flags().global());
    p.put("ignoreCase", r -> r.flags().ignoreCase());
    p.put("multiline", r -> r.flags().multiline());
    p.put("dotAll", r -> r.flags().dotAll());
    p.put("unicode", r -> r.flags().unicode() && !r.flags().sets());
    p.put("unicodeSets", r -> r.flags().sets());
    p.put("sticky", r -> r.flags().sticky());
    p.put("hasIndices", r -> r.flags().indices());
    return new ObjectKind<>(
        "RegExp",
        RegExpValue.class,
        p,
        Map.of(
            "test", (f, r, a) -> r.next(f, Arguments.text(f, a, 0)) != null,
            "exec", (f, r, a) -> r.exec(f, Arguments.text(f, a, 0)),
            "toString", (f, r, a) -> r.primitive(Hint.STRING)),
        Map.of());
  }

  /** The source as it stands between slashes. */
  private static String escaped(String source) {
    StringBuilder text = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\' && i + 1 < source.length()) {
        text.append(c).append(source.charAt(++i));
        continue;
      }
      inClass = c == '[' || (inClass && c != ']');
      text.append(c == '/' && !inClass ? "\\/" : c == '\n' ? "\\n" : String.valueOf(c));
    }
    return text.toString();
  }

  /** What a regular expression can do. */
  public static ObjectKind<RegExpValue> what() {
    return KIND;
  }

  Flags flags() {
    return program.flags();
  }

  Program program() {
    return program;
  }

  String source() {
    return source;
  }

  void lastIndex(double place) {
    lastIndex = place;
  }

  /** RegExpBuiltinExec: the next match, from {@code lastIndex} on where flags say so. */
  int @Nullable [] next(Frame frame, String text) {
    boolean moving = flags().global() || flags().sticky();
    double from = moving ? lastIndex : 0;
    if (from > text.length()) {
      lastIndex = 0;
      return null;
    }
    Matching matching = new Matching(frame, program, text);
    int[] match = flags().sticky() ? matching.at((int) from) : matching.from((int) from);
    if (moving) {
      lastIndex = match == null ? 0 : match[1];
    }
    return match;
  }

  /** The next match as a value; null where there is none. */
  public @Nullable Object exec(Frame frame, String text) {
    int[] match = next(frame, text);
    return match == null ? null : value(frame, text, match);
  }

  MatchValue value(Frame frame, String text, int[] match) {
    @Nullable Object[] elements = new @Nullable Object[match.length / 2];
    @Nullable Object[] places = new @Nullable Object[elements.length];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = group(text, match, i);
      places[i] = places(match, i);
      if (elements[i] instanceof String part) {
        frame.chargeText(part.length());
      }
    }
    Object indices = flags().indices() ? JsonArray.ofValues(places) : Undefined.VALUE;
    return new MatchValue(
        JsonArray.ofValues(elements), match[0], text, groups(frame, text, match), indices);
  }

  private static Object places(int[] match, int group) {
    return match[group * 2] < 0
        ? Undefined.VALUE
        : JsonArray.of((long) match[group * 2], (long) match[group * 2 + 1]);
  }

  /** What a group matched, or undefined. */
  static Object group(String text, int[] match, int group) {
    return match[group * 2] < 0
        ? Undefined.VALUE
        : text.substring(match[group * 2], match[group * 2 + 1]);
  }

  /** A record of the named groups; undefined where there are none. */
  Object groups(Frame frame, String text, int[] match) {
    if (program.names().isEmpty()) {
      return Undefined.VALUE;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    program.names().forEach((name, numbers) -> fields.put(name, named(text, match, numbers)));
    return Records.of(frame, fields);
  }

  private static Object named(String text, int[] match, List<Integer> numbers) {
    for (int number : numbers) {
      Object found = group(text, match, number);
      if (found != Undefined.VALUE) {
        return found;
      }
    }
    return Undefined.VALUE;
  }

  @Override
  public ObjectKind<RegExpValue> kind() {
    return KIND;
  }

  @Override
  public Object primitive(Hint hint) {
    return "/" + (source.isEmpty() ? "(?:)" : escaped(source)) + "/" + flags().sorted();
  }

  @Override
  public Object data() {
    return JsonObject.empty();
  }
}
