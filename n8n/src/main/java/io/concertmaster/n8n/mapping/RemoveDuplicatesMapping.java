package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code removeDuplicates}: the first of equal items. */
final class RemoveDuplicatesMapping implements NodeMapping {
  static final String OURS = "data.removeDuplicates";
  private static final String THEIRS = "n8n-nodes-base.removeDuplicates";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Options options = new Options(node, findings);
    String operation = options.choice("operation", "removeDuplicateInputItems");
    if (node.version() >= 2 && !operation.equals("removeDuplicateInputItems")) {
      return SeenItems.read(operation, node, findings);
    }
    return Optional.of(Mapped.of(OURS, settings(node, findings)));
  }

  static JsonObject settings(ForeignNode node, Findings findings) {
    Options options = new Options(node, findings);
    String compare =
        switch (options.choice("compare", "allFields")) {
          case "selectedFields" -> "selected";
          case "allFieldsExcept" -> "except";
          default -> "all";
        };
    Object fields =
        switch (compare) {
          case "selected" -> FieldNames.of(node.value("fieldsToCompare"));
          case "except" -> FieldNames.of(node.value("fieldsToExclude"));
          default -> null;
        };
    return new Settings()
        .put("compare", compare, "all")
        .put("fields", fields)
        .put("removeOthers", options.flag("options.removeOtherFields", false), false)
        .put("mustExist", compare.equals("selected"), false)
        .put("types", types(node), "any")
        .put("dots", !options.flag("options.disableDotNotation", false), true)
        .build();
  }

  /** Item Lists takes any types; version 1 of the node of its own takes null for an object. */
  private static String types(ForeignNode node) {
    if (!node.type().equals(THEIRS)) {
      return "any";
    }
    return node.version() > 1 ? "same" : "strict";
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (type.equals(SeenItems.OURS)) {
      return Optional.of(SeenItems.write(THEIRS, parameters));
    }
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    ForeignNode ours = new ForeignNode(JsonObject.of("parameters", parameters));
    String compare = ours.text("compare", "all");
    String fields = FieldNames.joined(ours.value("fields"));
    if (ours.text("types", "any").equals("any")) {
      findings.approximated("types", "n8n fails where the type of a compared field changes");
    }
    JsonObject options =
        new Settings()
            .put("disableDotNotation", !ours.flag("dots", true), false)
            .put("removeOtherFields", ours.flag("removeOthers", false), false)
            .build();
    JsonObject theirs =
        new Settings()
            .put(
                "compare",
                switch (compare) {
                  case "selected" -> "selectedFields";
                  case "except" -> "allFieldsExcept";
                  default -> "allFields";
                },
                "allFields")
            .put("fieldsToCompare", compare.equals("selected") ? fields : null)
            .put("fieldsToExclude", compare.equals("except") ? fields : null)
            .build()
            .with("options", options);
    return Optional.of(new Written(THEIRS, 2, theirs, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
