package io.concertmaster.model.expression.library.time;

import io.concertmaster.node.data.JsonObject;
import java.util.Arrays;
import java.util.List;

/** Luxon's named choices of fields for {@code toLocaleString}. */
final class IntlPresets {
  private static final String DATE = "year=numeric month=numeric day=numeric";
  private static final String MED = "year=numeric month=short day=numeric";
  private static final String FULL = "year=numeric month=long day=numeric";
  private static final String TIME = " hour=numeric minute=numeric";
  private static final String SECONDS = TIME + " second=numeric";
  private static final String ZONE = " timeZoneName=short";
  private static final String LONG_ZONE = " timeZoneName=long";
  private static final String H23 = " hourCycle=h23";

  static final String[][] ALL = {
    {"DATE_SHORT", DATE},
    {"DATE_MED", MED},
    {"DATE_MED_WITH_WEEKDAY", MED + " weekday=short"},
    {"DATE_FULL", FULL},
    {"DATE_HUGE", FULL + " weekday=long"},
    {"TIME_SIMPLE", TIME},
    {"TIME_WITH_SECONDS", SECONDS},
    {"TIME_WITH_SHORT_OFFSET", SECONDS + ZONE},
    {"TIME_WITH_LONG_OFFSET", SECONDS + LONG_ZONE},
    {"TIME_24_SIMPLE", TIME + H23},
    {"TIME_24_WITH_SECONDS", SECONDS + H23},
    {"TIME_24_WITH_SHORT_OFFSET", SECONDS + H23 + ZONE},
    {"TIME_24_WITH_LONG_OFFSET", SECONDS + H23 + LONG_ZONE},
    {"DATETIME_SHORT", DATE + TIME},
    {"DATETIME_SHORT_WITH_SECONDS", DATE + SECONDS},
    {"DATETIME_MED", MED + TIME},
    {"DATETIME_MED_WITH_SECONDS", MED + SECONDS},
    {"DATETIME_MED_WITH_WEEKDAY", MED + " weekday=short" + TIME},
    {"DATETIME_FULL", FULL + TIME + ZONE},
    {"DATETIME_FULL_WITH_SECONDS", FULL + SECONDS + ZONE},
    {"DATETIME_HUGE", FULL + " weekday=long" + TIME + LONG_ZONE},
    {"DATETIME_HUGE_WITH_SECONDS", FULL + " weekday=long" + SECONDS + LONG_ZONE},
  };

  private IntlPresets() {}

  /** The words of a text. */
  static List<String> words(String text) {
    return Arrays.asList(text.strip().split(" +", -1));
  }

  /** A choice as a record of options. */
  static JsonObject options(String choice) {
    JsonObject.Builder options = JsonObject.builder();
    for (String part : words(choice)) {
      int equals = part.indexOf('=');
      options.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return options.build();
  }
}
