package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code wait}: its time is in hours unless told in version 1, in seconds since. */
final class WaitMapping implements NodeMapping {
  private static final String OURS = "flow.wait";
  private static final String THEIRS = "n8n-nodes-base.wait";
  private static final List<String> UNITS = List.of("seconds", "minutes", "hours", "days");

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    boolean first = node.version() < 1.1;
    return switch (node.text("resume", "timeInterval")) {
      case "specificTime" ->
          Optional.of(
              Mapped.of(OURS, JsonObject.of("mode", "until", "until", node.value("dateTime", ""))));
      case "webhook" -> Optional.of(Mapped.of(OURS, byCall(node, findings)));
      case "form" -> Optional.of(Mapped.of(FormPageMapping.OURS, byForm(node, findings)));
      default ->
          Optional.of(
              Mapped.of(
                  OURS,
                  JsonObject.of(
                      "amount",
                      node.value("amount", first ? 1L : 5L),
                      "unit",
                      unit(node.text("unit", first ? "hours" : "seconds")))));
    };
  }

  /** What is no unit is taken for seconds there; an expression stays. */
  private static String unit(String given) {
    return UNITS.contains(given) || given.contains("{{") ? given : "seconds";
  }

  private static JsonObject byCall(ForeignNode node, Findings findings) {
    for (String option : List.of("incomingAuthentication", "responseMode", "options")) {
      if (node.has(option) && !node.object(option).equals(node.value(option))) {
        findings.leftOut(option, "it is kept for the file, and not in force here");
      }
    }
    JsonObject settings = JsonObject.of("mode", "call");
    if (!node.flag("limitWaitTime", false)) {
      return settings;
    }
    return node.text("limitType", "afterTimeInterval").equals("atSpecifiedTime")
        ? settings.with("limit", "until").with("limitUntil", node.value("maxDateAndTime", ""))
        : settings
            .with("limit", "duration")
            .with("limitAmount", node.value("resumeAmount", 1L))
            .with("limitUnit", unit(node.text("resumeUnit", "hours")));
  }

  private static JsonObject byForm(ForeignNode node, Findings findings) {
    if (node.flag("limitWaitTime", false)) {
      findings.leftOut("limitWaitTime", "a form waits as long as it takes here");
    }
    JsonObject settings =
        JsonObject.of("title", node.value("formTitle", ""))
            .with("fields", FormFields.read(node.objects("formFields.values"), findings));
    return Renaming.unless(settings, "text", node.text("formDescription", ""), "");
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    List<String> main = List.of(Port.MAIN);
    return type.equals(OURS)
        ? Optional.of(new Written(THEIRS, 1.1, written(ours), main, main))
        : Optional.empty();
  }

  private static JsonObject written(JsonObject ours) {
    return switch (ours.get("mode") instanceof String mode ? mode : "duration") {
      case "until" -> JsonObject.of("resume", "specificTime", "dateTime", ours.get("until"));
      case "call" -> limited(JsonObject.of("resume", "webhook"), ours);
      default -> {
        Object amount = ours.get("amount");
        Object unit = ours.get("unit");
        yield JsonObject.of(
            "amount", amount == null ? 1L : amount, "unit", unit == null ? "seconds" : unit);
      }
    };
  }

  private static JsonObject limited(JsonObject written, JsonObject ours) {
    JsonObject limited = written.with("limitWaitTime", true);
    return switch (ours.get("limit") instanceof String limit ? limit : "none") {
      case "until" ->
          Renaming.copied(
              ours, "limitUntil", limited.with("limitType", "atSpecifiedTime"), "maxDateAndTime");
      case "duration" ->
          Renaming.copied(
              ours,
              "limitUnit",
              Renaming.copied(
                  ours,
                  "limitAmount",
                  limited.with("limitType", "afterTimeInterval"),
                  "resumeAmount"),
              "resumeUnit");
      default -> written;
    };
  }
}
