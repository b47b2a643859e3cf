package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code sort}: by fields or by chance; an order written as code is a script. */
final class SortMapping implements NodeMapping {
  static final String OURS = "data.sort";
  private static final String THEIRS = "n8n-nodes-base.sort";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    return Optional.of(mapped(node, findings));
  }

  /** Our node for an order. */
  static Mapped mapped(ForeignNode node, Findings findings) {
    Options options = new Options(node, findings);
    String kind = options.choice("type", "simple");
    if (kind.equals("code")) {
      return SortScript.read(node, findings);
    }
    if (kind.equals("random")) {
      return Mapped.of(OURS, JsonObject.of("order", "random"));
    }
    List<JsonObject> keys =
        node.objects("sortFieldsUi.sortField").stream()
            .map(entry ->
                new Settings()
                    .put(
                        "field",
                        entry.get("fieldName") instanceof String name ? FieldNames.name(name) : "")
                    .put("order", "descending".equals(entry.get("order")) ? "desc" : "asc", "asc")
                    .build())
            .toList();
    return Mapped.of(
        OURS,
        new Settings()
            .put("keys", JsonArray.copyOf(keys))
            .put("ignoreCase", true)
            .put("mustExist", true)
            .put("dots", !options.flag("options.disableDotNotation", false), true)
            .build());
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (type.equals(CodeMapping.OURS)) {
      return SortScript.code(parameters)
          .flatMap(code -> written(JsonObject.of("type", "code", "code", code)));
    }
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    ForeignNode ours = new ForeignNode(JsonObject.of("parameters", parameters));
    if (ours.text("order", "keys").equals("random")) {
      return written(JsonObject.of("type", "random"));
    }
    if (!ours.flag("ignoreCase", false)) {
      findings.approximated("ignoreCase", "n8n takes upper and lower case as alike");
    }
    List<JsonObject> keys =
        ours.objects("keys").stream()
            .map(key -> {
              if (key.get("as") instanceof String as && !as.equals("natural")) {
                findings.approximated("keys", "n8n compares values as they are, not as " + as);
              }
              return new Settings()
                  .put("fieldName", key.get("field"))
                  .put("order", "desc".equals(key.get("order")) ? "descending" : null)
                  .build();
            })
            .toList();
    JsonObject options =
        new Settings().put("disableDotNotation", !ours.flag("dots", true), false).build();
    return written(
        new Settings()
            .put("sortFieldsUi", JsonObject.of("sortField", JsonArray.copyOf(keys)))
            .build()
            .with("options", options));
  }

  private static Optional<Written> written(JsonObject theirs) {
    return Optional.of(new Written(THEIRS, 1, theirs, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
