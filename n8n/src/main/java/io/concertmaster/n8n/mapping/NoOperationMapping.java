package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code noOp}: items pass. */
final class NoOperationMapping implements NodeMapping {
  private static final String OURS = "flow.noOp";
  private static final String THEIRS = "n8n-nodes-base.noOp";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    return Optional.of(Mapped.of(OURS, JsonObject.empty()));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    return type.equals(OURS)
        ? Optional.of(
            new Written(THEIRS, 1, JsonObject.empty(), List.of(Port.MAIN), List.of(Port.MAIN)))
        : Optional.empty();
  }
}
