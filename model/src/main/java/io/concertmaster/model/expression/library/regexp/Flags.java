package io.concertmaster.model.expression.library.regexp;

/**
 * A regular expression's flags.
 *
 * @param text the letters as they were written
 * @param unicode the flag u or v
 * @param sets the flag v
 */
record Flags(
    String text,
    boolean global,
    boolean ignoreCase,
    boolean multiline,
    boolean dotAll,
    boolean unicode,
    boolean sets,
    boolean sticky,
    boolean indices) {
  /** Reads flags; a letter that is none, or stands twice, is an error. */
  static Flags of(String text) throws PatternError {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("dgimsuvy".indexOf(c) < 0 || text.indexOf(c) != i) {
        throw new PatternError("'" + text + "' are no flags");
      }
    }
    if (text.contains("u") && text.contains("v")) {
      throw new PatternError("the flags u and v cannot stand together");
    }
    return new Flags(
        text,
        text.contains("g"),
        text.contains("i"),
        text.contains("m"),
        text.contains("s"),
        text.contains("u") || text.contains("v"),
        text.contains("v"),
        text.contains("y"),
        text.contains("d"));
  }

  /** The letters in the order in which JavaScript shows them. */
  String sorted() {
    StringBuilder sorted = new StringBuilder();
    "dgimsuvy".chars().filter(c -> text.indexOf(c) >= 0).forEach(c -> sorted.append((char) c));
    return sorted.toString();
  }
}
