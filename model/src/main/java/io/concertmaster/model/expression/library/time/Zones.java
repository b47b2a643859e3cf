package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Frame;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time zones by the names that Luxon knows. */
public final class Zones {
  /**
   * The ids by their names in small letters; the zones themselves are read when they are wanted.
   */
  private static final Map<String, String> IDS = ids();

  private static final Pattern FIXED =
      Pattern.compile("utc(?:([+-]\\d{1,2})(?::(\\d{2}))?)?", Pattern.CASE_INSENSITIVE);

  private Zones() {}

  private static Map<String, String> ids() {
    Map<String, String> ids = new HashMap<>();
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (!id.startsWith("SystemV/")) {
        ids.put(id.toLowerCase(Locale.ROOT), id);
      }
    }
    return Map.copyOf(ids);
  }

  /** The zone of an option: a name, minutes of offset, or nothing; null where it is unknown. */
  public static @Nullable ZoneId of(Frame frame, @Nullable Object given) {
    if (Conversions.nullish(given)) {
      return standard(frame);
    }
    if (given instanceof Number minutes) {
      return fixed(minutes.doubleValue());
    }
    if (given instanceof ZoneValue(ZoneId zone)) {
      return zone;
    }
    return given instanceof String name ? named(frame, name) : null;
  }

  /** The zone of the workflow. */
  public static ZoneId standard(Frame frame) {
    return bare(frame.scope().zone());
  }

  /** UTC as an offset, so that it is told from Greenwich. */
  public static ZoneId bare(ZoneId zone) {
    return zone.getId().equals("UTC") || zone.getId().equals("Z") ? ZoneOffset.UTC : zone;
  }

  private static @Nullable ZoneId named(Frame frame, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return switch (wanted) {
      case "default" -> standard(frame);
      case "local", "system" -> bare(frame.scope().machineZone());
      case "utc", "gmt" -> ZoneOffset.UTC;
      default -> {
        Matcher fixed = FIXED.matcher(name);
        yield fixed.matches()
            ? fixed(
                signedOffset(
                    fixed.group(1) == null ? "0" : fixed.group(1),
                    fixed.group(2) == null ? "0" : fixed.group(2)))
            : iana(name);
      }
    };
  }

  /** A zone of the tz database by its name; null where there is none. */
  static @Nullable ZoneId iana(String name) {
    String id = IDS.get(name.toLowerCase(Locale.ROOT));
    return id == null ? null : ZoneId.of(id);
  }

  /** Minutes of an offset written as hours and minutes, of which the hours carry the sign. */
  static double signedOffset(String hours, String minutes) {
    int h = Integer.parseInt(hours);
    int m = minutes.isEmpty() ? 0 : Integer.parseInt(minutes);
    return h * 60 + (hours.startsWith("-") ? -m : m);
  }

  /** A zone with an offset in minutes; null where it is beyond what a zone may have. */
  static @Nullable ZoneId fixed(double minutes) {
    return Math.abs(minutes) <= 18 * 60
        ? ZoneOffset.ofTotalSeconds((int) Math.round(minutes * 60))
        : null;
  }

  /** How Luxon calls a zone: {@code Europe/Paris}, {@code UTC}, {@code UTC+5:30}. */
  static String name(ZoneId zone) {
    return zone instanceof ZoneOffset offset
        ? offset.getTotalSeconds() == 0 ? "UTC" : "UTC" + narrow(offset)
        : zone.getId();
  }

  /** An offset in short: {@code +5:30}, {@code -3}. */
  static String narrow(ZoneOffset offset) {
    int minutes = offset.getTotalSeconds() / 60;
    int rest = Math.abs(minutes % 60);
    String sign = minutes < 0 ? "-" : "+";
    return sign + Math.abs(minutes / 60) + (rest == 0 ? "" : ":" + (rest < 10 ? "0" : "") + rest);
  }

  /** An offset with two digits each. */
  static String padded(ZoneOffset offset, String between) {
    int minutes = offset.getTotalSeconds() / 60;
    return "%s%02d%s%02d"
        .formatted(
            minutes < 0 ? "-" : "+", Math.abs(minutes / 60), between, Math.abs(minutes % 60));
  }

  /** Milliseconds that a zone is ahead at a moment. */
  static long offset(ZoneId zone, double millis) {
    return zone.getRules().getOffset(Instant.ofEpochMilli((long) millis)).getTotalSeconds() * 1000L;
  }

  /**
   * The moment at which clocks in a zone show a time: of two the one nearer to an offset that is
   * guessed, and behind a gap the time moved on by it.
   */
  static double instant(double local, long guessedOffset, ZoneId zone) {
    double guess = local - guessedOffset;
    long second = offset(zone, guess);
    if (second == guessedOffset) {
      return guess;
    }
    guess -= second - guessedOffset;
    long third = offset(zone, guess);
    return second == third ? guess : local - Math.min(second, third);
  }
}
