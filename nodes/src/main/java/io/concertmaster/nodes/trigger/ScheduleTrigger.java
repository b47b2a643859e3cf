package io.concertmaster.nodes.trigger;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Begins a run at set times. */
public final class ScheduleTrigger implements NodeType {
  private static final Property[] TIME = {
    Property.of(
            "unit",
            "Every",
            PropertyKind.choice(
                Option.of("seconds", "Some seconds"),
                Option.of("minutes", "Some minutes"),
                Option.of("hours", "Some hours"),
                Option.of("days", "Some days"),
                Option.of("weeks", "Some weeks"),
                Option.of("months", "Some months"),
                Option.of("cron", "As a cron expression says")))
        .defaultsTo("days")
        .literalOnly(),
    Property.of("every", "How many", PropertyKind.wholeNumber(1, 10_000))
        .help("2 with days: every other day.")
        .defaultsTo(1)
        .when("unit", "seconds", "minutes", "hours", "days", "weeks", "months"),
    Property.of("weekdays", "Days of the week", new PropertyKind.Data())
        .help("A list of numbers, 0 for Sunday to 6 for Saturday: [1, 3].")
        .when("unit", "weeks"),
    Property.of("dayOfMonth", "Day of the month", PropertyKind.wholeNumber(1, 31))
        .help("In shorter months, the last day.")
        .defaultsTo(1)
        .when("unit", "months"),
    Property.of("hour", "At hour", PropertyKind.wholeNumber(0, 23))
        .help("0 to 23.")
        .defaultsTo(0)
        .when("unit", "days", "weeks", "months"),
    Property.of("minute", "At minute", PropertyKind.wholeNumber(0, 59))
        .help("0 to 59.")
        .defaultsTo(0)
        .when("unit", "hours", "days", "weeks", "months"),
    Property.of("cron", "Cron expression", PropertyKind.text("0 9 * * 1-5"))
        .help("Minute, hour, day, month, day of the week; a sixth part at the front is seconds.")
        .mandatory()
        .when("unit", "cron")
  };

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("trigger.schedule", "Schedule")
          .summary("Begins a run at set times")
          .family(Family.TRIGGERS)
          .icon("mdomz-schedule")
          .inputs()
          .keywords("cron", "interval", "timer", "daily", "hourly", "every", "recurring")
          .property(
              Property.of("times", "Times", PropertyKind.entries("time", TIME))
                  .help("When runs begin; each entry counts by itself.")
                  .mandatory())
          .property(
              Property.of(
                      "item",
                      "Item",
                      PropertyKind.choice(
                          Option.of("moment", "Says the moment of the run"),
                          Option.of("empty", "Has no fields")))
                  .defaultsTo("moment")
                  .literalOnly())
          .documentation(
              """
              The place where runs begin by the clock, in the workflow's time zone. It sends one item
              with the moment: `timestamp`, `Readable date`, `Readable time`, `Day of week`, `Year`,
              `Month`, `Day of month`, `Hour`, `Minute`, `Second` and `Timezone`.

              Press Run to try the workflow now. By the clock it begins once it is deployed to a
              server.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    if (!(parameters.get("times") instanceof JsonArray times)
        || times.isEmpty()
        || !(times.get(0) instanceof JsonObject first)) {
      return "";
    }
    String unit = first.get("unit") instanceof String text ? text : "days";
    String every = first.get("every") instanceof Number number ? number.toString() : "1";
    String caption =
        unit.equals("cron")
            ? String.valueOf(first.getOrDefault("cron", "cron"))
            : every.equals("1")
                ? "every " + unit.substring(0, unit.length() - 1)
                : "every " + every + " " + unit;
    return times.size() > 1 ? caption + " …" : caption;
  }

  @Override
  public boolean makesSample() {
    return true;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    boolean empty = context.parameters().text("item").equals("empty");
    ZonedDateTime now = context.startedAt().atZone(context.zone());
    return GivenItems.orSample(context, empty ? JsonObject.empty() : moment(now));
  }

  private static JsonObject moment(ZonedDateTime now) {
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
