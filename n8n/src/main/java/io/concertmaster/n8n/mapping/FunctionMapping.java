package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code function}: n8n's early node for a script over all items. */
final class FunctionMapping implements NodeMapping {
  private static final String THEIRS = "n8n-nodes-base.function";

  /** What n8n runs where the file has no script: its node's example. */
  private static final String EXAMPLE =
      "for (const item of items) { item.json.myNewField = 1; }\nreturn items;";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    String code = node.text("functionCode", EXAMPLE);
    Scripting.warn("functionCode", code, findings);
    return Optional.of(
        Mapped.of(
            CodeMapping.OURS, new Settings().put("dialect", "function").put("code", code).build()));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(CodeMapping.OURS) || !"function".equals(parameters.get("dialect"))) {
      return Optional.empty();
    }
    JsonObject theirs = new Settings().put("functionCode", parameters.get("code")).build();
    return Optional.of(new Written(THEIRS, 1, theirs, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
