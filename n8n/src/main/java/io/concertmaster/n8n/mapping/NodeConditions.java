package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;

/** The settings around the typed conditions of If and Filter: letter case and strictness. */
final class NodeConditions {
  static final String UNKNOWN = "a condition compares in a way that is not known here";

  private NodeConditions() {}

  static Optional<ConditionSet> read(ForeignNode node) {
    return TypedConditions.read(
        node.object("conditions"), node.flag("options.ignoreCase", false), loose(node, 2.1));
  }

  /**
   * Whether a node converts types.
   *
   * @param since the version since which that is a setting of its own and no option
   */
  static boolean loose(ForeignNode node, double since) {
    return node.flag(
        node.version() < since ? "options.looseTypeValidation" : "looseTypeValidation", false);
  }

  static JsonObject write(JsonObject parameters, Findings findings) {
    JsonObject conditions = TypedConditions.write(parameters, parameters, findings);
    return loosened(JsonObject.of("conditions", conditions), parameters);
  }

  /** Settings with those that say how values compare. */
  static JsonObject loosened(JsonObject written, JsonObject parameters) {
    boolean ignoreCase = Boolean.TRUE.equals(parameters.get("ignoreCase"));
    JsonObject options = written.get("options") instanceof JsonObject o ? o : JsonObject.empty();
    JsonObject all =
        "strict".equals(parameters.get("types"))
            ? written
            : written.with("looseTypeValidation", true);
    return all.with("options", ignoreCase ? options.with("ignoreCase", true) : options);
  }
}
