package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.node.data.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A date as seen from another: {@code in 3 days}, {@code yesterday}. In English and German. */
final class Relative {
  private static final Map<Unit, String[]> GERMAN =
      Map.of(
          Unit.YEARS, new String[] {"Jahr", "Jahren"},
          Unit.QUARTERS, new String[] {"Quartal", "Quartalen"},
          Unit.MONTHS, new String[] {"Monat", "Monaten"},
          Unit.WEEKS, new String[] {"Woche", "Wochen"},
          Unit.DAYS, new String[] {"Tag", "Tagen"},
          Unit.HOURS, new String[] {"Stunde", "Stunden"},
          Unit.MINUTES, new String[] {"Minute", "Minuten"},
          Unit.SECONDS, new String[] {"Sekunde", "Sekunden"});

  private Relative() {}

  static @Nullable String relative(Frame frame, DateTimeValue date, Options options) {
    if (!date.valid()) {
      return null;
    }
    DateTimeValue base = base(frame, date, options);
    List<Unit> units =
        new ArrayList<>(
            List.of(Unit.YEARS, Unit.MONTHS, Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.SECONDS));
    Unit only = null;
    if (options.get("unit") instanceof JsonArray list) {
      units.clear();
      list.forEach(name -> units.add(Unit.of(String.valueOf(name))));
    } else if (options.has("unit")) {
      only = Unit.of(options.text("unit", ""));
    }
    double padding = options.number("padding", 0);
    DateTimeValue end =
        padding == 0
            ? date
            : date.at(date.millis() + (date.millis() < base.millis() ? -padding : padding));
    Locale locale = Locales.of(options, date.locale());
    boolean round = options.flag("round", true);
    if (only != null) {
      return written(locale, part(base, end, only), only, round, false);
    }
    for (Unit unit : units) {
      double count = part(base, end, unit);
      if (Math.abs(count) >= 1) {
        return written(locale, count, unit, round, false);
      }
    }
    double nothing = base.millis() > end.millis() ? -0.0 : 0.0;
    return written(locale, nothing, units.getLast(), round, false);
  }

  static @Nullable String calendar(Frame frame, DateTimeValue date, Options options) {
    if (!date.valid()) {
      return null;
    }
    DateTimeValue base = base(frame, date, options);
    Locale locale = Locales.of(options, date.locale());
    List<Unit> units =
        options.has("unit")
            ? List.of(Unit.of(options.text("unit", "")))
            : List.of(Unit.YEARS, Unit.MONTHS, Unit.DAYS);
    Unit last = units.getLast();
    for (Unit unit : units) {
      DateTimeValue a = DateTimeMath.startOf(base, unit, false);
      DateTimeValue b = DateTimeMath.startOf(date, unit, false);
      double count = DateTimeMath.diff(b, a, List.of(unit)).get(unit);
      if (Math.abs(count) >= 1 || unit == last) {
        return written(locale, Math.rint(count), unit, true, true);
      }
    }
    throw new IllegalStateException("no unit");
  }

  private static DateTimeValue base(Frame frame, DateTimeValue date, Options options) {
    return options.get("base") instanceof DateTimeValue given
        ? given
        : DateTimeValue.of(frame.scope().now(), date.zone(), date.locale());
  }

  private static double part(DateTimeValue base, DateTimeValue end, Unit unit) {
    return DateTimeMath.diff(end, base, List.of(unit)).get(unit);
  }

  private static String written(
      Locale locale, double count, Unit unit, boolean round, boolean words) {
    double shown = round ? Shifting.truncated(count) : Shifting.truncated(count * 100) / 100;
    boolean past = shown < 0 || (shown == 0 && 1 / shown < 0);
    double size = Math.abs(shown);
    boolean german = locale.getLanguage().equals("de");
    if (words && shown == Math.rint(shown) && size <= 1) {
      String word = german ? germanWord(unit, (int) shown) : englishWord(unit, (int) shown);
      if (!word.isEmpty()) {
        return word;
      }
    }
    String number = Numbers.text((Number) Numbers.of(size));
    if (german) {
      String[] names = GERMAN.getOrDefault(unit, new String[] {"Millisekunde", "Millisekunden"});
      return (past ? "vor " : "in ") + number + " " + names[size == 1 ? 0 : 1];
    }
    String name = size == 1 ? unit.singular() : unit.plural();
    return past ? number + " " + name + " ago" : "in " + number + " " + name;
  }

  private static String englishWord(Unit unit, int count) {
    if (unit == Unit.DAYS) {
      return count == 0 ? "today" : count < 0 ? "yesterday" : "tomorrow";
    }
    if (unit.compareTo(Unit.DAYS) > 0) {
      return unit == Unit.SECONDS && count == 0
          ? "now"
          : count == 0 ? "this " + unit.singular() : "";
    }
    return (count == 0 ? "this " : count < 0 ? "last " : "next ") + unit.singular();
  }

  private static String germanWord(Unit unit, int count) {
    return switch (unit) {
      case DAYS -> count == 0 ? "heute" : count < 0 ? "gestern" : "morgen";
      case YEARS -> count == 0 ? "dieses Jahr" : count < 0 ? "letztes Jahr" : "nächstes Jahr";
      case MONTHS -> count == 0 ? "diesen Monat" : count < 0 ? "letzten Monat" : "nächsten Monat";
      case WEEKS -> count == 0 ? "diese Woche" : count < 0 ? "letzte Woche" : "nächste Woche";
      default -> "";
    };
  }
}
