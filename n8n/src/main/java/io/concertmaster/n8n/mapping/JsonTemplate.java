package io.concertmaster.n8n.mapping;

/**
 * A text of JSON with expressions in it, as n8n's Set node resolves it: where a block that stands
 * outside of quotes gives a list or an object, its JSON is put in, and nothing is put in as null.
 */
final class JsonTemplate {
  private static final String OPEN =
      "{{ (value => value !== null && typeof value === 'object' ? JSON.stringify(value)"
          + " : String(value))(";

  private JsonTemplate() {}

  /** The text with such blocks saying that themselves; a block alone keeps its value's type. */
  static Object of(Object given) {
    if (!(given instanceof String text) || !text.startsWith("=") || alone(text)) {
      return given;
    }
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    int at = 0;
    while (at < text.length()) {
      int end = text.startsWith("{{", at) ? text.indexOf("}}", at) : -1;
      if (end >= 0) {
        String inner = text.substring(at + 2, end).strip();
        out.append(quoted || isText(inner) ? text.substring(at, end + 2) : OPEN + inner + ") }}");
        at = end + 2;
      } else if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        out.append(text, at, at + 2);
        at += 2;
      } else {
        quoted ^= text.charAt(at) == '"';
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }

  private static boolean alone(String text) {
    String body = text.substring(1).strip();
    return body.startsWith("{{") && body.indexOf("}}") == body.length() - 2;
  }

  /** Whether a block makes JSON of its value by itself. */
  private static boolean isText(String block) {
    return block.isEmpty()
        || block.startsWith("JSON.stringify(")
        || block.endsWith(".toJsonString()")
        || block.contains(";")
        || block.contains("//");
  }
}
