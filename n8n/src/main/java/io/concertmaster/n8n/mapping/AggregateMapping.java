package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code aggregate}: all items in one. */
final class AggregateMapping implements NodeMapping {
  static final String OURS = "data.aggregate";
  private static final String THEIRS = "n8n-nodes-base.aggregate";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    return Optional.of(Mapped.of(OURS, settings(node, findings)));
  }

  static JsonObject settings(ForeignNode node, Findings findings) {
    Options options = new Options(node, findings);
    Settings ours = new Settings();
    if (options.choice("aggregate", "aggregateIndividualFields").equals("aggregateAllItemData")) {
      items(node, options, ours);
    } else {
      boolean dots = !options.flag("options.disableDotNotation", false);
      ours.put("mode", "fields")
          .put("fields", fields(node, dots))
          .put("keepMissing", options.flag("options.keepMissing", false), false)
          .put("mergeLists", options.flag("options.mergeLists", false), false)
          .put("dots", dots, true);
    }
    String files =
        !options.flag("options.includeBinaries", false)
            ? "none"
            : options.flag("options.keepOnlyUnique", false) ? "different" : "all";
    return ours.put("files", files, "none").build();
  }

  /** n8n takes names here as they are, dots included. */
  private static void items(ForeignNode node, Options options, Settings ours) {
    String include = options.choice("include", "allFields");
    Object names =
        switch (include) {
          case "specifiedFields" -> FieldNames.of(node.value("fieldsToInclude"));
          case "allFieldsExcept" -> FieldNames.of(node.value("fieldsToExclude"));
          default -> JsonArray.empty();
        };
    boolean all = names instanceof JsonArray list && list.isEmpty();
    ours.put("as", options.text("destinationFieldName", "data"), "data");
    if (!all) {
      ours.put("include", include.equals("specifiedFields") ? "selected" : "except")
          .put("includeFields", names)
          .put("skipEmpty", true);
    }
    ours.put("dots", false, true);
  }

  private static JsonArray fields(ForeignNode node, boolean dots) {
    List<JsonObject> fields = new ArrayList<>();
    for (JsonObject entry : node.objects("fieldsToAggregate.fieldToAggregate")) {
      String field = entry.get("fieldToAggregate") instanceof String text ? text : "";
      if (field.isEmpty()) {
        continue;
      }
      String name = FieldNames.name(field);
      String renamed =
          Boolean.TRUE.equals(entry.get("renameField"))
                  && entry.get("outputFieldName") instanceof String text
              ? text
              : "";
      String target =
          !renamed.isEmpty()
              ? renamed
              : dots && !FieldNames.isDynamic(name)
                  ? name.substring(name.lastIndexOf('.') + 1)
                  : name;
      fields.add(new Settings().put("field", name).put("as", target, name).build());
    }
    return JsonArray.copyOf(fields);
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    ForeignNode ours = new ForeignNode(JsonObject.of("parameters", parameters));
    boolean fields = ours.text("mode", "items").equals("fields");
    Settings theirs = new Settings();
    if (fields) {
      theirs.put(
          "fieldsToAggregate", JsonObject.of("fieldToAggregate", written(ours.objects("fields"))));
    } else {
      String include = ours.text("include", "all");
      Object names = FieldNames.joined(ours.value("includeFields"));
      theirs
          .put("aggregate", "aggregateAllItemData")
          .put("destinationFieldName", ours.text("as", "data"), "data")
          .put(
              "include",
              switch (include) {
                case "selected" -> "specifiedFields";
                case "except" -> "allFieldsExcept";
                default -> "allFields";
              },
              "allFields")
          .put("fieldsToInclude", include.equals("selected") ? names : null)
          .put("fieldsToExclude", include.equals("except") ? names : null);
    }
    String files = ours.text("files", "none");
    JsonObject options =
        new Settings()
            .put("disableDotNotation", fields && !ours.flag("dots", true), false)
            .put("mergeLists", ours.flag("mergeLists", false), false)
            .put("keepMissing", ours.flag("keepMissing", false), false)
            .put("includeBinaries", !files.equals("none"), false)
            .put("keepOnlyUnique", files.equals("different"), false)
            .build();
    return Optional.of(
        new Written(
            THEIRS,
            1,
            theirs.build().with("options", options),
            List.of(Port.MAIN),
            List.of(Port.MAIN)));
  }

  private static JsonArray written(List<JsonObject> fields) {
    return JsonArray.copyOf(
        fields.stream()
            .map(entry -> {
              @Nullable Object as = entry.get("as");
              return new Settings()
                  .put("fieldToAggregate", entry.get("field"))
                  .put("renameField", as != null, false)
                  .put("outputFieldName", as)
                  .build();
            })
            .toList());
  }
}
