package io.concertmaster.simulation.disk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a statement, one after the other. */
final class Words {
  private static final Pattern WORD =
      Pattern.compile("\\s+|--[^\\n]*|('[^']*'|\\w+(?:\\.\\w+)?|<>|<=|>=|\\S)");

  private final String text;
  private final List<String> words = new ArrayList<>();
  private int at;

  Words(String text) {
    this.text = text;
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        words.add(matcher.group(1));
      }
    }
  }

  boolean more() {
    return at < words.size();
  }

  /** Whether these words come next, in any case of letters; they are taken then. */
  boolean take(String... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (at + i >= words.size() || !words.get(at + i).equalsIgnoreCase(expected[i])) {
        return false;
      }
    }
    at += expected.length;
    return true;
  }

  void need(String... expected) throws SQLException {
    for (String each : expected) {
      if (!take(each)) {
        throw unknown();
      }
    }
  }

  String next() throws SQLException {
    if (!more()) {
      throw unknown();
    }
    return words.get(at++);
  }

  /** The next word as a name. */
  String name() throws SQLException {
    return next().toLowerCase(Locale.ROOT);
  }

  /** Names in parentheses. */
  List<String> names() throws SQLException {
    List<String> names = new ArrayList<>();
    need("(");
    do {
      names.add(name());
    } while (take(","));
    need(")");
    return names;
  }

  /** Whether the next word ends a column's definition. */
  boolean ends() {
    return words.get(at).equals(",") || words.get(at).equals(")");
  }

  SQLException unknown() {
    return new SQLException(
        "the simulated disk does not know this at word " + at + ", teach it: " + text);
  }
}
