package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code code}: JavaScript; scripts in Python become placeholders. */
final class CodeMapping implements NodeMapping {
  static final String OURS = "code.javascript";
  private static final String THEIRS = "n8n-nodes-base.code";

  /** What n8n runs where the file has no script: its node's example. */
  private static final String ALL =
      "for (const item of $input.all()) { item.json.myNewField = 1; }\nreturn $input.all();";

  private static final String EACH = "$input.item.json.myNewField = 1;\nreturn $input.item;";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    String language = node.text("language", "javaScript");
    if (!language.equals("javaScript")) {
      findings.leftOut(
          "language",
          "scripts in " + language + " do not run here: write the script in JavaScript");
      return Optional.empty();
    }
    boolean each = node.text("mode", "runOnceForAllItems").equals("runOnceForEachItem");
    String code = node.text("jsCode", each ? EACH : ALL);
    Scripting.warn("jsCode", code, findings);
    return Optional.of(
        Mapped.of(
            OURS,
            new Settings().put("mode", each ? "each" : "all", "all").build().with("code", code)));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS) || !"code".equals(parameters.getOrDefault("dialect", "code"))) {
      return Optional.empty();
    }
    JsonObject theirs =
        new Settings()
            .put("mode", "each".equals(parameters.get("mode")) ? "runOnceForEachItem" : null)
            .put("jsCode", parameters.get("code"))
            .build();
    return Optional.of(new Written(THEIRS, 2, theirs, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
