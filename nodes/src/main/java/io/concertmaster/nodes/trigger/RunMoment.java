package io.concertmaster.nodes.trigger;

import io.concertmaster.node.data.JsonObject;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the item of a scheduled run says about its moment; the names and forms are n8n's. */
final class RunMoment {
  private RunMoment() {}

  static JsonObject of(ZonedDateTime now) {
    String offset = format(now, "xxx");
    return JsonObject.empty()
        .with("timestamp", format(now, "uuuu-MM-dd'T'HH:mm:ss.SSSxxx"))
        .with(
            "Readable date",
            format(now, "MMMM ")
                + ordinal(now.getDayOfMonth())
                + format(now, " uuuu, h:mm:ss ")
                + half(now))
        .with("Readable time", format(now, "h:mm:ss ") + half(now))
        .with("Day of week", format(now, "EEEE"))
        .with("Year", format(now, "uuuu"))
        .with("Month", format(now, "MMMM"))
        .with("Day of month", format(now, "dd"))
        .with("Hour", format(now, "HH"))
        .with("Minute", format(now, "mm"))
        .with("Second", format(now, "ss"))
        .with("Timezone", now.getZone().getId() + " (UTC" + offset + ")");
  }

  private static String half(ZonedDateTime now) {
    return now.getHour() < 12 ? "am" : "pm";
  }

  private static String ordinal(int day) {
    boolean teens = day >= 11 && day <= 13;
    String end =
        switch (teens ? 0 : day % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return day + end;
  }

  private static String format(ZonedDateTime moment, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(moment);
  }
}
