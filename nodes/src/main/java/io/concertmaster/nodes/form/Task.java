package io.concertmaster.nodes.form;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;
import io.concertmaster.nodes.condition.LenientMoment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a person something to decide or to fill in; the run rests until that is done. */
public final class Task implements NodeType {
  /** The output of what was approved, or of an answered form. */
  static final Port ANSWERED = new Port("answered", "Answered");

  private static final Port APPROVED = new Port("approved", "Approved");
  private static final Port REJECTED = new Port("rejected", "Rejected");
  private static final Port OVERDUE = new Port("overdue", "Overdue");

  /** Ten years: longer is a slip of the pen. */
  private static final double LONGEST_HOURS = 10 * 366 * 24.0;

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.task", "Task")
          .summary("Asks a person to decide or to fill in a form, and waits")
          .family(Family.FLOW)
          .icon("mdoal-assignment_turned_in")
          .outputs(APPROVED, REJECTED)
          .keywords("approval", "approve", "human", "person", "inbox", "review", "sign off")
          .property(
              Property.of("title", "Title", PropertyKind.text("Approve order 4711"))
                  .help("What the person reads in the inbox; expressions see the first item.")
                  .mandatory())
          .property(
              Property.of("description", "Description", new PropertyKind.Text("", 4))
                  .help("What there is to know; Markdown."))
          .property(
              Property.of(
                      "kind",
                      "Asks for",
                      PropertyKind.choice(
                          Option.of("approval", "A yes or a no"),
                          Option.of("form", "A form that is filled in")))
                  .defaultsTo("approval")
                  .literalOnly())
          .property(Questions.FORM.when("kind", "form"))
          .property(Questions.FIELDS.when("kind", "form"))
          .property(
              Property.of("assignee", "For", PropertyKind.text("ria@example.com"))
                  .help("Whose inbox it lies in: a name or an address. Empty: everybody's."))
          .property(
              Property.of(
                      "due",
                      "Due",
                      PropertyKind.choice(
                          Option.of("never", "Any time"),
                          Option.of("hours", "Some hours from now"),
                          Option.of("moment", "At a date and time")))
                  .defaultsTo("never")
                  .literalOnly())
          .property(
              Property.of("hours", "Hours", new PropertyKind.Numeric(false, 0, LONGEST_HOURS))
                  .help("Fractions too.")
                  .defaultsTo(24)
                  .when("due", "hours"))
          .property(
              Property.of("moment", "Date and time", PropertyKind.text("2026-12-31T18:00"))
                  .help("Without an offset, in the workflow's time zone.")
                  .mandatory()
                  .when("due", "moment"))
          .property(
              Property.of(
                      "reminder",
                      "Due soon before",
                      new PropertyKind.Numeric(false, 0, LONGEST_HOURS))
                  .help(
                      "So many hours before it is due the inboxes say “Due soon”; nobody is written"
                          + " to. 0: not at all.")
                  .defaultsTo(0)
                  .when("due", "hours", "moment"))
          .documentation(
              """
              Puts a task into the inbox of the window, or of the server on which the workflow is
              active, and rests until a person has answered it: for days if need be, over restarts,
              without using anything. One task is made for all items that come; the files of the
              first one are there to be kept, on its page and in the window.

              What leaves is the first item with `task`: `{decision, comment, by, at}` for a yes or a
              no, and `answer` too for a form. *Approved* and *Rejected* (`approved`, `rejected`), or
              *Answered* (`answered`), say which way; *Overdue* (`overdue`), there where it has a due
              time, is taken when the time is over and nobody answered.

              The address of the task is `{{ $execution.resumeFormUrl }}`: send it to whoever decides.
              `concertmaster runs resume RUN --input FILE` answers it too, with `{"decision": "approved"}`
              or `{"decision": "rejected"}`, or the fields of its form.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Port> outputs(JsonObject parameters) {
    boolean form = "form".equals(parameters.get("kind"));
    boolean due = parameters.get("due") instanceof String when && !when.equals("never");
    List<Port> ways = form ? List.of(ANSWERED) : List.of(APPROVED, REJECTED);
    return due ? Stream.concat(ways.stream(), Stream.of(OVERDUE)).toList() : ways;
  }

  @Override
  public String caption(JsonObject parameters) {
    return Caption.of(parameters.get("title"));
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    boolean form = settings.text("kind").equals("form");
    Optional<Instant> due = due(context, settings);
    JsonObject told =
        JsonObject.of("kind", "task", "title", settings.requiredText("title"))
            .with("asks", form ? "form" : "approval");
    told = Questions.unlessEmpty(told, "text", settings.text("description"));
    told = Questions.unlessEmpty(told, "assignee", settings.text("assignee"));
    if (form) {
      told = told.withAll(Questions.asked(context));
    }
    if (due.isEmpty()) {
      context.tell(told);
      return NodeResult.waitForCall();
    }
    told = told.with("due", due.get().toString());
    double before = settings.number("reminder");
    if (before > 0) {
      Instant remind = due.get().minus(Duration.ofSeconds(Math.round(before * 3_600)));
      told = told.with("remind", remind.toString());
    }
    context.tell(told);
    int overdue = context.outputCount() - 1;
    EachItem.of(
        context, (item, position) -> context.output(overdue).add(item.pairedTo(position, 0)));
    return NodeResult.waitForCall(due.get());
  }

  private static Optional<Instant> due(NodeContext context, Parameters settings)
      throws NodeException {
    return switch (settings.text("due")) {
      case "hours" -> {
        double hours = settings.number("hours");
        if (!(hours >= 0 && hours <= LONGEST_HOURS)) {
          throw new NodeException("“hours” must be between nothing and ten years")
              .atProperty("hours");
        }
        yield Optional.of(context.startedAt().plus(Duration.ofSeconds(Math.round(hours * 3_600))));
      }
      case "moment" -> {
        @Nullable Object value = settings.value("moment");
        yield Optional.of(
            LenientMoment.of(value, context.zone())
                .orElseThrow(() ->
                    new NodeException(
                            "“moment” must be a date such as 2026-12-31T18:00, not "
                                + Json.write(value))
                        .atProperty("moment")));
      }
      default -> Optional.empty();
    };
  }
}
