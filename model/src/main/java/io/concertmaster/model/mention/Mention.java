package io.concertmaster.model.mention;

import java.util.Locale;

/**
 * A place in a parameter at which an expression names a node.
 *
 * @param name the node's name
 * @param form how it is written
 * @param start the first character that a rename replaces, from 0, counted in the whole parameter
 * @param end the character after the last one
 */
public record Mention(String name, Form form, int start, int end) {
  /** How a name is written; the place holds the quotes, or the dot. */
  public enum Form {
    /** {@code $('Name')}, {@code $node['Name']}. */
    SINGLE('\''),
    /** {@code $("Name")}, {@code $node["Name"]}. */
    DOUBLE('"'),
    /** The same between backticks. */
    TEMPLATE('`'),
    /** {@code $node.Name}. */
    MEMBER('"');

    private final char quote;

    Form(char quote) {
      this.quote = quote;
    }
  }

  /** The text that has to stand at this place for a node of another name. */
  String rewritten(String other) {
    StringBuilder text = new StringBuilder().append(form.quote);
    for (int i = 0; i < other.length(); i++) {
      char c = other.charAt(i);
      char before = i == 0 ? 0 : other.charAt(i - 1);
      if (c == form.quote || c == '\\' || (c == '}' && before == '}')) {
        text.append('\\').append(c);
      } else if (c == '{' && before == '$' && form == Form.TEMPLATE) {
        text.append('\\').append(c);
      } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append(form.quote);
    return form == Form.MEMBER ? "[" + text + "]" : text.toString();
  }
}
