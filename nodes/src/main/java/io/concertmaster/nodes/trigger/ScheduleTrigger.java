package io.concertmaster.nodes.trigger;

import io.concertmaster.node.Defaults;
import io.concertmaster.node.Family;
import io.concertmaster.node.Listening;
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
import io.concertmaster.nodes.trigger.schedule.ScheduleTimes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

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
    Property.of(
            "weekdays",
            "Days of the week",
            new PropertyKind.Several(
                List.of(
                    Option.of("1", "Mon"),
                    Option.of("2", "Tue"),
                    Option.of("3", "Wed"),
                    Option.of("4", "Thu"),
                    Option.of("5", "Fri"),
                    Option.of("6", "Sat"),
                    Option.of("0", "Sun")),
                true))
        .help("None: Sunday.")
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
          .property(
              Property.of(
                      "missed",
                      "Times that were missed",
                      PropertyKind.choice(
                          Option.of("once", "Run once for all of them"),
                          Option.of("all", "Run for each of them"),
                          Option.of("skip", "Leave them out")))
                  .help("What to do about times at which the program did not run.")
                  .defaultsTo("once")
                  .literalOnly())
          .documentation(
              """
              The place where runs begin by the clock, in the workflow's time zone. It sends one item
              with the moment: `timestamp`, `Readable date`, `Readable time`, `Day of week`, `Year`,
              `Month`, `Day of month`, `Hour`, `Minute`, `Second` and `Timezone`.

              A cron expression has five parts (minute, hour, day, month, day of the week) or six,
              with seconds in front: `0 9 * * 1-5` is nine o'clock from Monday to Friday, `*/10 * * *
              * *` every ten seconds, `0 6 L * *` the last day of the month, `0 6 * * MON#1` the
              first Monday.

              When the clock is put forward, a time of the day that it leaps over comes right after
              the leap; when it is put back, one that it shows twice comes once. Every hour and every
              minute go on as real time does.

              Press Run to try the workflow now. By the clock it begins while the workflow is
              active.
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
  public Optional<Listening> listening(JsonObject parameters, ZoneId zone, Instant since)
      throws NodeException {
    JsonObject settings = Defaults.apply(DESCRIPTOR.properties(), parameters);
    ScheduleTimes times = ScheduleTimes.read(settings, zone, since);
    boolean empty = "empty".equals(settings.get("item"));
    return Optional.of(
        new Listening.Clock(
            times.words(),
            times.times(),
            missed(settings),
            moment -> empty ? JsonObject.empty() : RunMoment.of(moment.atZone(zone))));
  }

  private static Listening.Missed missed(JsonObject settings) {
    return switch (String.valueOf(settings.get("missed"))) {
      case "all" -> Listening.Missed.ALL;
      case "skip" -> Listening.Missed.SKIP;
      default -> Listening.Missed.ONCE;
    };
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    boolean empty = context.parameters().text("item").equals("empty");
    ZonedDateTime now = context.startedAt().atZone(context.zone());
    return GivenItems.orSample(context, empty ? JsonObject.empty() : RunMoment.of(now));
  }
}
