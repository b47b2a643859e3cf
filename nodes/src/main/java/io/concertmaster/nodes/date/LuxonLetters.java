package io.concertmaster.nodes.date;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code yyyy-MM-dd HH:mm}: the letters of the library Luxon, which are those of Unicode for the
 * most part. Texts in single quotes stand for themselves.
 */
record LuxonLetters() implements Letters {
  @Override
  public String write(String form, ZonedDateTime date) {
    StringBuilder text = new StringBuilder();
    for (String part : parts(form)) {
      text.append(
          part.startsWith("'") ? part.substring(1) : DateParts.written(part, date).orElse(part));
    }
    return text.toString();
  }

  @Override
  public Optional<ZonedDateTime> read(String form, String text, ZoneId zone) {
    return LettersReading.exact(parts(form)).read(text, zone);
  }

  /** Runs of one letter, and literal texts that begin with a quote. */
  private static List<String> parts(String form) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < form.length()) {
      char c = form.charAt(at);
      int end = at + 1;
      if (c == '\'') {
        int close = form.indexOf('\'', end);
        close = close < 0 ? form.length() : close;
        parts.add("'" + (close == end ? "'" : form.substring(end, close)));
        at = close + 1;
        continue;
      }
      while (end < form.length() && form.charAt(end) == c) {
        end++;
      }
      String run = form.substring(at, end);
      String preset = preset(run);
      if (!preset.isEmpty()) {
        parts.addAll(parts(preset));
      } else {
        parts.add(Character.isLetter(c) ? run : "'" + run);
      }
      at = end;
    }
    return parts;
  }

  /** The form that a run of one letter stands for; empty where it stands for itself. */
  private static String preset(String run) {
    return switch (run) {
      case "D" -> "M/d/yyyy";
      case "DD" -> "MMM d, yyyy";
      case "DDD" -> "MMMM d, yyyy";
      case "DDDD" -> "EEEE, MMMM d, yyyy";
      case "t" -> "h:mm a";
      case "tt" -> "h:mm:ss a";
      case "T" -> "HH:mm";
      case "TT" -> "HH:mm:ss";
      case "f" -> "M/d/yyyy, h:mm a";
      case "ff" -> "MMM d, yyyy, h:mm a";
      case "fff" -> "MMMM d, yyyy 'at' h:mm a ZZZZ";
      case "F" -> "M/d/yyyy, h:mm:ss a";
      case "FF" -> "MMM d, yyyy, h:mm:ss a";
      case "FFF" -> "MMMM d, yyyy 'at' h:mm:ss a ZZZZ";
      default -> "";
    };
  }
}
