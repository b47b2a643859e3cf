package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code stopAndError}. */
final class StopMapping implements NodeMapping {
  private static final String OURS = "flow.stop";
  private static final String THEIRS = "n8n-nodes-base.stopAndError";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(node, findings, "errorType");
    JsonObject settings =
        node.text("errorType", "errorMessage").equals("errorObject")
            ? JsonObject.of("kind", "object", "object", node.value("errorObject", ""))
            : JsonObject.of("message", message(node));
    return Optional.of(Mapped.of(OURS, settings).withOutputs(List.of()));
  }

  /** n8n fails without a message too; here people shall see which node it was. */
  private static Object message(ForeignNode node) {
    Object message = node.value("errorMessage", "");
    return message.equals("") ? "Stopped by the node “" + node.name() + "”" : message;
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    JsonObject written =
        "object".equals(ours.get("kind"))
            ? JsonObject.of("errorType", "errorObject", "errorObject", ours.get("object"))
            : JsonObject.of("errorMessage", ours.get("message"));
    return Optional.of(new Written(THEIRS, 1, written, List.of(Port.MAIN), List.of()));
  }
}
