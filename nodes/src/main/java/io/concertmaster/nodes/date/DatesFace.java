package io.concertmaster.nodes.date;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.util.List;

/** The face of {@link Dates}. */
final class DatesFace {
  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.date", "Date and time")
          .summary("Formats, moves, rounds and compares dates")
          .family(Family.DATA)
          .icon("mdoal-date_range")
          .keywords("time", "format", "now", "today", "timezone", "duration", "age", "add days")
          .property(
              Property.of(
                      "operation",
                      "Do",
                      PropertyKind.choice(
                          Option.of("format", "Format a date"),
                          Option.of("now", "Get the current date"),
                          Option.of("add", "Add to a date"),
                          Option.of("subtract", "Subtract from a date"),
                          Option.of("round", "Round a date"),
                          Option.of("between", "Get the time between two dates"),
                          Option.of("extract", "Get a part of a date")))
                  .defaultsTo("format")
                  .literalOnly())
          .property(
              Property.of("date", "Date", PropertyKind.text("{{ $json.created }}"))
                  .help("A text, or seconds or milliseconds since 1970.")
                  .mandatory()
                  .when("operation", "format", "add", "subtract", "round", "between", "extract"))
          .property(
              Property.of("end", "Until", PropertyKind.text("{{ $json.closed }}"))
                  .help("The later date.")
                  .mandatory()
                  .when("operation", "between"))
          .property(
              Property.of("format", "Format", PropertyKind.text("yyyy-MM-dd"))
                  .help("What the result looks like, by letters.")
                  .defaultsTo("yyyy-MM-dd")
                  .when("operation", "format"))
          .property(
              Property.of("withTime", "With the time", PropertyKind.flag())
                  .help("Off: the beginning of the day.")
                  .defaultsTo(true)
                  .when("operation", "now"))
          .property(
              Property.of("amount", "How many", new PropertyKind.Numeric(false, -1e12, 1e12))
                  .defaultsTo(0)
                  .when("operation", "add", "subtract"))
          .property(
              Property.of("unit", "Of unit", PropertyKind.choice(Unit.options(Unit.MILLISECONDS)))
                  .defaultsTo("days")
                  .when("operation", "add", "subtract"))
          .property(
              Property.of(
                      "rounding",
                      "Round",
                      PropertyKind.choice(
                          Option.of("down", "Down, to the beginning"),
                          Option.of("up", "Up, to the beginning of the next")))
                  .defaultsTo("down")
                  .when("operation", "round"))
          .property(
              Property.of("roundTo", "To unit", PropertyKind.choice(Unit.options(Unit.SECONDS)))
                  .defaultsTo("months")
                  .when("operation", "round"))
          .property(
              Property.of("units", "In units", new PropertyKind.FieldNames())
                  .help("Names such as `days` and `hours`: whole days, and the rest in hours.")
                  .defaultsTo(List.of("days"))
                  .when("operation", "between"))
          .property(
              Property.of(
                      "resultAs",
                      "Result as",
                      PropertyKind.choice(
                          Option.of("fields", "A field for each unit"),
                          Option.of("iso", "A text such as P2DT3H")))
                  .defaultsTo("fields")
                  .when("operation", "between"))
          .property(
              Property.of(
                      "part",
                      "Part",
                      PropertyKind.choice(
                          Option.of("year", "Year"),
                          Option.of("quarter", "Quarter"),
                          Option.of("month", "Month"),
                          Option.of("week", "Week"),
                          Option.of("day", "Day"),
                          Option.of("weekday", "Day of the week, from 1 for Monday"),
                          Option.of("hour", "Hour"),
                          Option.of("minute", "Minute"),
                          Option.of("second", "Second"),
                          Option.of("millisecond", "Millisecond")))
                  .defaultsTo("month")
                  .when("operation", "extract"))
          .property(
              Property.of("as", "Into field", new PropertyKind.FieldName())
                  .help("Empty: a name that says what it is, such as `formattedDate`."))
          .property(
              Property.of("keepFields", "Keep the other fields", PropertyKind.flag())
                  .help("Off: items have the result only.")
                  .defaultsTo(true)
                  .literalOnly())
          .property(
              Property.of(
                      "zone",
                      "Time zone of the result",
                      PropertyKind.choice(
                          Option.of("workflow", "The workflow's"),
                          Option.of("own", "That of the date; UTC where it has none"),
                          Option.of("named", "Another one…")))
                  .defaultsTo("workflow"))
          .property(
              Property.of("zoneName", "Which zone", PropertyKind.text("Europe/Berlin"))
                  .when("zone", "named"))
          .property(
              Property.of("fromFormat", "Form of the date", PropertyKind.text("dd.MM.yyyy"))
                  .help("By letters; empty: ISO 8601, or as JavaScript reads it.")
                  .when("operation", "format", "add", "subtract", "round", "between", "extract"))
          .property(
              Property.of("fromZone", "Time zone of the date", PropertyKind.text("UTC"))
                  .help("Of ISO texts that say none; empty: the workflow's.")
                  .when("operation", "format", "add", "subtract", "round", "between", "extract"))
          .property(
              Property.of(
                      "letters",
                      "Letters of forms",
                      PropertyKind.choice(
                          Option.of("luxon", "yyyy-MM-dd (Luxon)"),
                          Option.of("moment", "YYYY-MM-DD (Moment)")))
                  .defaultsTo("luxon")
                  .literalOnly())
          .documentation(
              """
              Works out one thing with dates and puts it into a field.

              Dates are read as ISO 8601 texts (`2026-01-05T09:30:00+01:00`, `2026-01-05`), as
              seconds or milliseconds since 1970, or in a form that you give. Other texts, such as
              `08/01/2022` or `Aug 1, 2022 3 PM`, are read as JavaScript reads them: month first,
              and in universal time where they say no zone.

              | letters | give |
              | --- | --- |
              | `yyyy` `yy` | 2026, 26 |
              | `MM` `M` `MMM` `MMMM` | 01, 1, Jan, January |
              | `dd` `d` | 05, 5 |
              | `EEE` `EEEE` `E` | Mon, Monday, 1 |
              | `HH` `hh` `mm` `ss` `SSS` `a` | 09, 09, 30, 00, 000, AM |
              | `WW` `q` `o` | week, quarter, day of the year |
              | `ZZ` `z` | +01:00, Europe/Berlin |
              | `X` `x` | seconds, milliseconds since 1970 |
              | `'text'` | text |

              *Add* and *Subtract* follow the calendar: a month after January 31 is the last day of
              February. *Get the time between* gives whole units and the fraction in the smallest:
              `{ "days": 2, "hours": 3.5 }`; it is negative when the first date is the later one.
              Where there is no date (null), the result is null.
              """)
          .build();

  private DatesFace() {}
}
