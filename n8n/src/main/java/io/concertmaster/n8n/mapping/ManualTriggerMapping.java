package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** The manual trigger, and the start node of early files. */
final class ManualTriggerMapping implements NodeMapping {
  private static final String OURS = "trigger.manual";
  private static final String THEIRS = "n8n-nodes-base.manualTrigger";

  @Override
  public List<String> types() {
    return List.of(THEIRS, "n8n-nodes-base.start");
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    return Optional.of(Mapped.trigger(OURS, JsonObject.empty()));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    return type.equals(OURS)
        ? Optional.of(new Written(THEIRS, 1, JsonObject.empty(), List.of(), List.of(Port.MAIN)))
        : Optional.empty();
  }
}
