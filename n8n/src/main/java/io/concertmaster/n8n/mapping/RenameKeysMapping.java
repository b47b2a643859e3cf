package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code renameKeys}: other names for fields. */
final class RenameKeysMapping implements NodeMapping {
  private static final String OURS = "data.renameFields";
  private static final String THEIRS = "n8n-nodes-base.renameKeys";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    List<JsonObject> names =
        node.objects("keys.key").stream()
            .map(entry ->
                new Settings()
                    .put("field", name(entry, "currentKey"))
                    .put("as", name(entry, "newKey"))
                    .build())
            .toList();
    List<JsonObject> patterns =
        node.objects("additionalOptions.regexReplacement.replacements").stream()
            .map(entry ->
                new Settings()
                    .put("find", entry.get("searchRegex"))
                    .put("replace", entry.get("replaceRegex"))
                    .put("ignoreCase", ForeignNode.value(entry, "options.caseInsensitive"), false)
                    .put("everywhere", false, true)
                    .put("depth", ForeignNode.value(entry, "options.depth"), -1L)
                    .build())
            .toList();
    return Optional.of(
        Mapped.of(
            OURS,
            new Settings()
                .put("names", JsonArray.copyOf(names))
                .put("patterns", JsonArray.copyOf(patterns))
                .build()));
  }

  private static String name(JsonObject entry, String key) {
    return entry.get(key) instanceof String name ? FieldNames.name(name) : "";
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    ForeignNode ours = new ForeignNode(JsonObject.of("parameters", parameters));
    List<JsonObject> keys =
        ours.objects("names").stream()
            .map(entry ->
                new Settings()
                    .put("currentKey", entry.get("field"))
                    .put("newKey", entry.get("as"))
                    .build())
            .toList();
    List<JsonObject> replacements =
        ours.objects("patterns").stream()
            .map(entry -> {
              if (!Boolean.FALSE.equals(entry.get("everywhere"))) {
                findings.approximated("patterns", "n8n changes the first place of a name only");
              }
              return new Settings()
                  .put("searchRegex", entry.get("find"))
                  .put("replaceRegex", entry.get("replace"))
                  .build()
                  .with(
                      "options",
                      new Settings()
                          .put("caseInsensitive", entry.get("ignoreCase"), false)
                          .put("depth", entry.get("depth"), -1L)
                          .build());
            })
            .toList();
    JsonObject more =
        replacements.isEmpty()
            ? JsonObject.empty()
            : JsonObject.of(
                "regexReplacement", JsonObject.of("replacements", JsonArray.copyOf(replacements)));
    JsonObject theirs =
        new Settings()
            .put("keys", keys.isEmpty() ? null : JsonObject.of("key", JsonArray.copyOf(keys)))
            .build()
            .with("additionalOptions", more);
    return Optional.of(new Written(THEIRS, 1, theirs, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
