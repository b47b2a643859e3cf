package io.concertmaster.nodes.condition;

import io.concertmaster.node.data.Json;
import org.jspecify.annotations.Nullable;

/** Settings in a few words, for the line under a node's name. */
public final class Caption {
  private static final int LONGEST = 40;

  private Caption() {}

  /**
   * A setting as it stands in the file; of an expression that is one field of the item, the field's
   * name: {@code ={{ $json.total }}} reads {@code total}.
   */
  public static String of(@Nullable Object setting) {
    String text =
        switch (setting) {
          case null -> "";
          case String s when s.startsWith("=") -> expression(s.substring(1).strip());
          case String s -> s;
          default -> Json.write(setting);
        };
    String line = text.replace('\n', ' ').strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }

  private static String expression(String text) {
    boolean one = text.startsWith("{{") && text.indexOf("}}") == text.length() - 2;
    String inner = one ? text.substring(2, text.length() - 2).strip() : text;
    return inner.matches("\\$json(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)+") ? inner.substring(6) : inner;
  }
}
