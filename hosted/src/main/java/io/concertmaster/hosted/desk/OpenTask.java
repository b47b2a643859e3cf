package io.concertmaster.hosted.desk;

import io.concertmaster.engine.RunId;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Something that a person is to do, because of which a run waits.
 *
 * @param node id of the node that asks
 * @param workflow name of the run's workflow
 * @param token of the wait; with the run's number it makes the link
 * @param told what the node said of it
 */
public record OpenTask(RunId run, String node, String workflow, String token, JsonObject told) {
  /** What there is to do, in a line. */
  public String title() {
    return told.get("title") instanceof String title ? title : workflow;
  }

  /** Whose it is; empty for everybody's. */
  public Optional<String> assignee() {
    return told.get("assignee") instanceof String name ? Optional.of(name) : Optional.empty();
  }

  /** When it is overdue; empty where it may wait. */
  public Optional<Instant> due() {
    return moment("due");
  }

  /** From when on it is shown as due soon. */
  public Optional<Instant> remind() {
    return moment("remind");
  }

  private Optional<Instant> moment(String name) {
    try {
      return told.get(name) instanceof String text
          ? Optional.of(Instant.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Where it is answered, from the root of the server. */
  public String link() {
    return "/ask/" + run + "." + token;
  }
}
