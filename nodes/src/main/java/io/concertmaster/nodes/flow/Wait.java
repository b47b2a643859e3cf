package io.concertmaster.nodes.flow;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;
import io.concertmaster.nodes.condition.LenientMoment;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets the run rest before items go on. */
public final class Wait implements NodeType {
  /** Ten years: longer is a slip of the pen. */
  private static final double LONGEST_SECONDS = 10 * 366 * 86_400.0;

  private static final Option[] UNITS = {
    Option.of("seconds", "Seconds"),
    Option.of("minutes", "Minutes"),
    Option.of("hours", "Hours"),
    Option.of("days", "Days of 24 hours")
  };

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.wait", "Wait")
          .summary("Lets items go on later")
          .family(Family.FLOW)
          .icon("mdoal-hourglass_empty")
          .keywords("sleep", "delay", "pause", "timer", "until", "later")
          .property(
              Property.of(
                      "mode",
                      "Wait",
                      PropertyKind.choice(
                          Option.of("duration", "For some time"),
                          Option.of("until", "Until a date and time"),
                          Option.of("call", "Until a program calls")))
                  .defaultsTo("duration")
                  .literalOnly())
          .property(
              Property.of("amount", "How long", new PropertyKind.Numeric(false, 0, 1e9))
                  .help("A number of the units below; fractions too.")
                  .defaultsTo(1)
                  .mandatory()
                  .when("mode", "duration"))
          .property(
              Property.of("unit", "Unit", PropertyKind.choice(UNITS))
                  .defaultsTo("seconds")
                  .when("mode", "duration"))
          .property(
              Property.of("until", "Date and time", PropertyKind.text("2026-12-31T18:00"))
                  .help("Without an offset, in the workflow's time zone. A past moment waits not.")
                  .mandatory()
                  .when("mode", "until"))
          .property(
              Property.of(
                      "limit",
                      "At most",
                      PropertyKind.choice(
                          Option.of("none", "As long as it takes"),
                          Option.of("duration", "For some time"),
                          Option.of("until", "Until a date and time")))
                  .help("When nobody called until then, the items go on as they are.")
                  .defaultsTo("none")
                  .literalOnly()
                  .when("mode", "call"))
          .property(
              Property.of(
                      "limitAmount", "How long at most", new PropertyKind.Numeric(false, 0, 1e9))
                  .help("A number of the units below; fractions too.")
                  .defaultsTo(1)
                  .when("limit", "duration"))
          .property(
              Property.of("limitUnit", "Unit", PropertyKind.choice(UNITS))
                  .defaultsTo("hours")
                  .when("limit", "duration"))
          .property(
              Property.of("limitUntil", "Until when", PropertyKind.text("2026-12-31T18:00"))
                  .help("Without an offset, in the workflow's time zone.")
                  .when("limit", "until"))
          .documentation(
              """
              Holds all items back and sends them on unchanged: after some time, counted from when
              they arrived, or at a date and time. Expressions see the first item.

              A run that waits costs nothing and survives a restart of the app or the machine. If the
              moment passes while nothing runs, the items go on as soon as the engine is back.

              *Until a program calls* waits for a call of the address that expressions know as
              `{{ $execution.resumeUrl }}`: hand it to whoever decides, in this node or one before
              it. Each wait of a run has an address of its own, and takes one answer. What the caller
              sends goes on in place of the items. The address answers while the engine runs behind a server.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    if ("until".equals(parameters.get("mode"))) {
      return "until " + Caption.of(parameters.get("until"));
    }
    if ("call".equals(parameters.get("mode"))) {
      return "for a call";
    }
    Object amount = parameters.get("amount");
    Object unit = parameters.get("unit");
    return (amount == null ? "1" : Caption.of(amount))
        + " "
        + (unit == null ? "seconds" : Caption.of(unit));
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    NodeResult result = result(context);
    EachItem.of(context, (item, position) -> context.output().add(item.pairedTo(position, 0)));
    return result;
  }

  private static NodeResult result(NodeContext context) throws NodeException {
    String mode = context.parameters().text("mode");
    return switch (mode) {
      case "until" -> NodeResult.waitUntil(moment(context, "until"));
      case "call" ->
          switch (context.parameters().text("limit")) {
            case "duration" -> NodeResult.waitForCall(later(context, "limitAmount", "limitUnit"));
            case "until" -> NodeResult.waitForCall(moment(context, "limitUntil"));
            default -> NodeResult.waitForCall();
          };
      default -> NodeResult.waitUntil(later(context, "amount", "unit"));
    };
  }

  private static Instant moment(NodeContext context, String name) throws NodeException {
    @Nullable Object value = context.parameters().value(name);
    return LenientMoment.of(value, context.zone())
        .orElseThrow(() ->
            new NodeException(
                    "“"
                        + name
                        + "” must be a date such as 2026-12-31T18:00, not "
                        + Json.write(value))
                .atProperty(name));
  }

  private static Instant later(NodeContext context, String amount, String unit)
      throws NodeException {
    Parameters settings = context.parameters();
    double seconds = settings.number(amount) * secondsOf(settings.text(unit), unit);
    if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
      throw new NodeException("“" + amount + "” must be between nothing and ten years")
          .atProperty(amount);
    }
    return context.startedAt().plus(Duration.ofMillis(Math.round(seconds * 1_000)));
  }

  private static int secondsOf(String unit, String name) throws NodeException {
    return switch (unit) {
      case "seconds" -> 1;
      case "minutes" -> 60;
      case "hours" -> 3_600;
      case "days" -> 86_400;
      default ->
          throw new NodeException(
                  "“" + name + "” must be seconds, minutes, hours or days, not “" + unit + "”")
              .atProperty(name);
    };
  }
}
