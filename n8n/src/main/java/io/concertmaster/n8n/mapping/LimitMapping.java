package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code limit}: the first or the last few items. */
final class LimitMapping implements NodeMapping {
  static final String OURS = "data.limit";
  private static final String THEIRS = "n8n-nodes-base.limit";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    return Optional.of(Mapped.of(OURS, settings(node, findings)));
  }

  static JsonObject settings(ForeignNode node, Findings findings) {
    boolean last = new Options(node, findings).choice("keep", "firstItems").equals("lastItems");
    return new Settings()
        .put("count", node.value("maxItems", 1L), 1L)
        .put("keep", last ? "last" : "first", "first")
        .build();
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    JsonObject theirs =
        new Settings()
            .put("maxItems", parameters.get("count"), 1L)
            .put("keep", "last".equals(parameters.get("keep")) ? "lastItems" : null)
            .build();
    return Optional.of(new Written(THEIRS, 1, theirs, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
