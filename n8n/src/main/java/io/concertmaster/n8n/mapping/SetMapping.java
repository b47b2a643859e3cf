package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code set}: versions 1 and 2 with values by type that are set as they are, from 3 on with typed
 * fields or one JSON object.
 */
final class SetMapping implements NodeMapping {
  private static final String OURS = "data.editFields";
  private static final String THEIRS = "n8n-nodes-base.set";
  private static final String SAMPLE = "{\n  \"my_field_1\": \"value\",\n  \"my_field_2\": 1\n}\n";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(
        node,
        findings,
        "mode",
        "include",
        "includeOtherFields",
        "keepOnlySet",
        "duplicateItem",
        "options.dotNotation",
        "options.ignoreConversionErrors",
        "options.includeBinary",
        "options.stripBinary");
    JsonObject settings = node.version() < 3 ? early(node, findings) : typed(node, findings);
    if (!node.flag("options.dotNotation", true)) {
      settings = settings.with("dotNotation", false);
    }
    return Optional.of(Mapped.of(OURS, settings));
  }

  private static JsonObject early(ForeignNode node, Findings findings) {
    boolean only = node.flag("keepOnlySet", false);
    JsonObject settings = JsonObject.of("fields", SetFields.byType(node, findings));
    settings = only ? settings.with("keep", "none").with("keepFiles", false) : settings;
    return node.version() < 2 ? settings : settings.with("misfits", "keep");
  }

  private static JsonObject typed(ForeignNode node, Findings findings) {
    JsonObject settings = JsonObject.empty();
    if (node.text("mode", "manual").equals("raw")) {
      settings =
          settings
              .with("mode", "json")
              .with("json", JsonTemplate.of(node.value("jsonOutput", SAMPLE)));
    } else {
      settings = settings.with("fields", SetFields.typed(node, findings));
      if (node.flag("options.ignoreConversionErrors", false)) {
        settings = settings.with("misfits", "keep");
      }
    }
    String keep = keep(node);
    settings = kept(settings, keep, node, findings);
    boolean files =
        node.version() < 3.4
            ? node.flag("options.includeBinary", false)
            : !keep.equals("none") && !node.flag("options.stripBinary", false);
    settings = files ? settings : settings.with("keepFiles", false);
    if (node.flag("duplicateItem", false)) {
      findings.approximated(
          "duplicateItem", "the copies are made in all runs here, not only in those by hand");
      settings = settings.with("copies", node.value("duplicateCount", 0L));
    }
    return settings;
  }

  private static String keep(ForeignNode node) {
    return node.version() < 3.3 || node.flag("includeOtherFields", false)
        ? node.text("include", "all")
        : "none";
  }

  private static JsonObject kept(
      JsonObject settings, String keep, ForeignNode node, Findings findings) {
    if (!keep.equals("selected") && !keep.equals("except")) {
      return keep.equals("none") ? settings.with("keep", "none") : settings;
    }
    boolean selected = keep.equals("selected");
    String path = selected ? "includeFields" : "excludeFields";
    String given = node.text(path, "");
    if (given.isBlank()) {
      return selected ? settings.with("keep", "none") : settings;
    }
    if (selected && given.contains(".") && node.flag("options.dotNotation", true)) {
      findings.approximated(path, "a field inside fields stays inside them here");
    }
    Object names =
        given.startsWith("=")
            ? given
            : JsonArray.copyOf(Arrays.asList(given.strip().split("\\s*,\\s*")));
    return settings.with("keep", keep).with("keepFields", names);
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    List<String> main = List.of(Port.MAIN);
    return Optional.of(new Written(THEIRS, 3.4, SetFields.write(parameters, findings), main, main));
  }
}
