package io.concertmaster.nodes.sql;

import io.concertmaster.node.NodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as a person wrote it, cut into what is code and what is not (texts, quoted names,
 * comments, PostgreSQL's dollar quotes), so that a colon or a question mark inside a text stays
 * what it is.
 *
 * @param jdbc the statement with {@code ?} for each parameter
 * @param names the names of the parameters in their order; empty names where they have none
 * @param reads whether it only reads, as far as its words tell
 */
record SqlText(String jdbc, List<String> names, boolean reads) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<skip>'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n]*|/\\*.*?\\*/|\\$(\\w*)\\$.*?\\$\\2\\$|::)"
              + "|(?<named>:[A-Za-z_]\\w*)|(?<mark>\\?\\??)|(?<word>[A-Za-z_]\\w*)|(?<end>;)",
          Pattern.DOTALL);

  private static final Set<String> READING =
      Set.of("SELECT", "VALUES", "WITH", "EXPLAIN", "SHOW", "TABLE");
  private static final Set<String> WRITING =
      Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "INTO", "ANALYZE");

  SqlText {
    names = List.copyOf(names);
  }

  /**
   * Reads a statement.
   *
   * @param named whether parameters are {@code :name}; they are {@code ?} otherwise
   * @throws NodeException when it is empty, or more than one statement
   */
  static SqlText parse(String text, boolean named, Dialect dialect) throws NodeException {
    StringBuilder jdbc = new StringBuilder();
    List<String> names = new ArrayList<>();
    String first = "";
    boolean writes = false;
    Matcher token = TOKEN.matcher(text);
    int done = 0;
    while (token.find()) {
      jdbc.append(text, done, token.start());
      done = token.end();
      String found = token.group();
      if (token.group("end") != null && !isBlank(text.substring(done))) {
        throw new NodeException(
                "The statement is more than one: use a node for each, or take out the “;”")
            .atProperty("statement");
      }
      if (token.group("word") != null) {
        String word = found.toUpperCase(Locale.ROOT);
        first = first.isEmpty() ? word : first;
        writes |= WRITING.contains(word);
      }
      if (named && token.group("named") != null) {
        names.add(found.substring(1));
        jdbc.append('?');
      } else if (token.group("mark") != null && !found.equals("??")) {
        // With names, a question mark is an operator of PostgreSQL's.
        jdbc.append(named && dialect == Dialect.POSTGRESQL ? "??" : "?");
        if (!named) {
          names.add("");
        }
      } else {
        jdbc.append(found);
      }
    }
    jdbc.append(text, done, text.length());
    if (first.isEmpty()) {
      throw new NodeException("“Statement” has no SQL in it").atProperty("statement");
    }
    return new SqlText(jdbc.toString(), names, READING.contains(first) && !writes);
  }

  private static boolean isBlank(String text) {
    return text.replaceAll("(?s)--[^\\n]*|/\\*.*?\\*/|;", "").isBlank();
  }
}
