package io.concertmaster.engine.local;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which runs that have ended are kept. A run that exceeds any of the limits goes, oldest first.
 *
 * @param olderThan how long after its end a run is kept; without end where empty
 * @param keep how many runs that have ended are kept; all where empty
 * @param maxBytes how much room runs and their items may take; runs go until they fit, or until
 *     only such are left that must stay
 */
public record Retention(Optional<Duration> olderThan, OptionalLong keep, OptionalLong maxBytes) {
  /** Everything is kept. */
  public static final Retention ALL =
      new Retention(Optional.empty(), OptionalLong.empty(), OptionalLong.empty());

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})\\s*([a-z]*)");

  public Retention {
    if (olderThan.filter(Duration::isNegative).isPresent()
        || keep.orElse(0) < 0
        || maxBytes.orElse(0) < 0) {
      throw new IllegalArgumentException("limits count from 0");
    }
  }

  /** Whether nothing ever goes. */
  public boolean keepsAll() {
    return equals(ALL);
  }

  /**
   * An age such as {@code 30d}, {@code 12h}, {@code 90m}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Duration age(String text) {
    Matcher amount = amount(text, "an age such as 30d, 12h or 90m");
    long number = Long.parseLong(amount.group(1));
    return switch (amount.group(2)) {
      case "d" -> Duration.ofDays(number);
      case "h" -> Duration.ofHours(number);
      case "m" -> Duration.ofMinutes(number);
      default -> throw wrong(text, "an age such as 30d, 12h or 90m");
    };
  }

  /**
   * A size such as {@code 2GB}, {@code 500MB}; 1 KB is 1024 bytes.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static long size(String text) {
    Matcher amount = amount(text, "a size such as 500MB or 2GB");
    long number = Long.parseLong(amount.group(1));
    return switch (amount.group(2)) {
      case "kb" -> number << 10;
      case "mb" -> number << 20;
      case "gb" -> number << 30;
      default -> throw wrong(text, "a size such as 500MB or 2GB");
    };
  }

  private static Matcher amount(String text, String wanted) {
    Matcher amount = AMOUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!amount.matches()) {
      throw wrong(text, wanted);
    }
    return amount;
  }

  private static IllegalArgumentException wrong(String text, String wanted) {
    return new IllegalArgumentException("“" + text + "” is not " + wanted);
  }
}
