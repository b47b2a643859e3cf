package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code splitOut}: one item for each element of lists. */
final class SplitOutMapping implements NodeMapping {
  static final String OURS = "data.splitOut";
  private static final String THEIRS = "n8n-nodes-base.splitOut";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    return Optional.of(Mapped.of(OURS, settings(node, findings, "values", false)));
  }

  /**
   * Our settings.
   *
   * @param noList what a value becomes that is no list, as our setting has it
   * @param mustExist whether a missing field is an error
   */
  static JsonObject settings(
      ForeignNode node, Findings findings, String noList, boolean mustExist) {
    Options options = new Options(node, findings);
    String include =
        switch (options.choice("include", "noOtherFields")) {
          case "allOtherFields" -> "all";
          case "selectedOtherFields" -> "selected";
          default -> "none";
        };
    return new Settings()
        .put("field", files(FieldNames.text(node.value("fieldToSplitOut"))))
        .put("include", include, "none")
        .put(
            "includeFields",
            include.equals("selected") ? FieldNames.of(node.value("fieldsToInclude")) : null)
        .put("as", FieldNames.text(node.value("options.destinationFieldName")))
        .put("noList", noList, "one")
        .put("mustExist", mustExist, false)
        .put("keepFiles", options.flag("options.includeBinary", false), true)
        .put("wholeNames", true, false)
        .put("dots", !options.flag("options.disableDotNotation", false), true)
        .build();
  }

  private static String files(String names) {
    return FieldNames.isDynamic(names) ? names : names.replace("$binary", "$files");
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    ForeignNode ours = new ForeignNode(JsonObject.of("parameters", parameters));
    String include = ours.text("include", "none");
    if (include.equals("except")) {
      findings.approximated("include", "n8n cannot leave out single fields here: all go along");
    }
    JsonObject options =
        new Settings()
            .put("destinationFieldName", ours.text("as", ""))
            .put("includeBinary", ours.flag("keepFiles", true), false)
            .put("disableDotNotation", !ours.flag("dots", true), false)
            .build();
    JsonObject theirs =
        new Settings()
            .put("fieldToSplitOut", ours.text("field", "").replace("$files", "$binary"))
            .put(
                "include",
                switch (include) {
                  case "all", "except" -> "allOtherFields";
                  case "selected" -> "selectedOtherFields";
                  default -> "noOtherFields";
                },
                "noOtherFields")
            .put(
                "fieldsToInclude",
                include.equals("selected") ? FieldNames.joined(ours.value("includeFields")) : null)
            .build()
            .with("options", options);
    return Optional.of(new Written(THEIRS, 1, theirs, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
