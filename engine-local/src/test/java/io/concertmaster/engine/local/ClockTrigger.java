package io.concertmaster.engine.local;

import io.concertmaster.node.Family;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** A trigger that is due each so many seconds of real time. */
public final class ClockTrigger implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("test.clock", "Clock")
          .family(Family.TRIGGERS)
          .inputs()
          .property(Property.of("every", "Every", PropertyKind.wholeNumber(1, 100_000)))
          .property(Property.of("missed", "Missed", PropertyKind.text()).defaultsTo("once"))
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optional<Listening> listening(JsonObject parameters, ZoneId zone, Instant since)
      throws NodeException {
    if (!(parameters.get("every") instanceof Number number)) {
      throw new NodeException("it is not said how often").atProperty("every");
    }
    long every = number.longValue();
    String missed = String.valueOf(parameters.getOrDefault("missed", "once"));
    return Optional.of(
        new Listening.Clock(
            "every " + every + " seconds",
            moment ->
                Optional.of(
                    Instant.ofEpochSecond(
                        (Math.floorDiv(moment.getEpochSecond(), every) + 1) * every)),
            Listening.Missed.valueOf(missed.toUpperCase(Locale.ROOT)),
            moment -> JsonObject.of("at", moment.toString())));
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    return TestNodes.passOn(context);
  }
}
