package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * {@code splitInBatches}: version 1 has the output of the loop only, 2 has that for the end behind
 * it, 3 before it.
 */
final class LoopMapping implements NodeMapping {
  private static final String OURS = "flow.loop";
  private static final String THEIRS = "n8n-nodes-base.splitInBatches";
  private static final String DONE = "done";
  private static final String LOOP = "loop";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    JsonObject settings =
        JsonObject.of("size", node.value("batchSize", node.version() < 3 ? 10L : 1L));
    Object reset = node.value("options.reset", false);
    settings = reset.equals(false) ? settings : settings.with("reset", reset);
    List<String> outputs =
        node.version() < 2
            ? List.of(LOOP)
            : node.version() < 3 ? List.of(LOOP, DONE) : List.of(DONE, LOOP);
    return Optional.of(Mapped.of(OURS, settings).withOutputs(outputs));
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    Object size = ours.get("size");
    JsonObject written = JsonObject.of("batchSize", size == null ? 1L : size);
    JsonObject options = Renaming.copied(ours, "reset", JsonObject.empty(), "reset");
    return Optional.of(
        new Written(
            THEIRS, 3, written.with("options", options), List.of(Port.MAIN), List.of(DONE, LOOP)));
  }
}
