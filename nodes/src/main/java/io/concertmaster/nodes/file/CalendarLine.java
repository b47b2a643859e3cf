package io.concertmaster.nodes.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A content line of a calendar (RFC 5545, 3.1).
 *
 * @param name in capitals
 * @param parameters by their names in capitals
 * @param value as it is written
 */
record CalendarLine(String name, Map<String, String> parameters, String value) {
  /** The lines of a calendar, folded ones put together. */
  static List<CalendarLine> of(String text) {
    List<CalendarLine> lines = new ArrayList<>();
    for (String line : text.replaceAll("\r?\n[ \t]", "").split("\r?\n", -1)) {
      if (!line.isBlank()) {
        lines.add(parsed(line));
      }
    }
    return lines;
  }

  private static CalendarLine parsed(String line) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    int colon = line.length();
    for (int i = 0; i < line.length() && colon == line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ';' || c == ':')) {
        parts.add(line.substring(start, i));
        start = i + 1;
        colon = c == ':' ? i : colon;
      }
    }
    if (colon == line.length()) {
      parts.add(line.substring(start));
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String value = part.substring(equals + 1);
        parameters.put(part.substring(0, equals).toUpperCase(Locale.ROOT), value.replace("\"", ""));
      }
    }
    String value = colon == line.length() ? "" : line.substring(colon + 1);
    return new CalendarLine(parts.getFirst().toUpperCase(Locale.ROOT), parameters, value);
  }

  /** The value as text, its escapes undone. */
  String text() {
    return value
        .replace("\\n", "\n")
        .replace("\\N", "\n")
        .replace("\\,", ",")
        .replace("\\;", ";")
        .replace("\\\\", "\\");
  }
}
