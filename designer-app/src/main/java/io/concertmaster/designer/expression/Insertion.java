package io.concertmaster.designer.expression;

/** Puts a field's expression into a template where a caret stands. */
public final class Insertion {
  private Insertion() {}

  /** What to insert: with {@code {{ }}} around it outside of a block, bare inside of one. */
  public static String at(String template, int caret, String expression) {
    int open = template.lastIndexOf("{{", Math.max(0, caret - 2));
    int close = open < 0 ? -1 : template.indexOf("}}", open);
    boolean inside = open >= 0 && open + 2 <= caret && (close < 0 || caret <= close);
    return inside ? expression : "{{ " + expression + " }}";
  }
}
