package io.concertmaster.cli;

import io.concertmaster.deploy.Bundle;
import io.concertmaster.deploy.Deployments;
import io.concertmaster.deploy.Part;
import io.concertmaster.deploy.Preview;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalLong;

/**
 * Tells what a deployment changes and did: in lines as it goes, or as one JSON object at the end.
 */
final class DeployReport {
  private final PrintWriter out;
  private final boolean json;
  private JsonObject told = JsonObject.empty();

  /** What was deployed by this call; empty for nothing. */
  private OptionalLong deployment = OptionalLong.empty();

  DeployReport(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void shown(Bundle bundle, Preview preview) {
    told =
        told.with("deployable", preview.deployable())
            .with(
                "documents",
                JsonArray.copyOf(preview.changes().stream().map(DeployReport::json).toList()))
            .with("remarks", JsonArray.copyOf(bundle.remarks()));
    for (Preview.Change each : preview.changes()) {
      line(each.kind() + " “" + each.name() + "” (" + each.path() + "): " + words(each));
      each.lines().forEach(one -> line("  " + one));
      each.problems().forEach(one -> line("  " + one.line()));
      each.missing().forEach(one -> line("  warning: the credential “" + one + "” is not there"));
    }
    bundle.remarks().forEach(one -> line("note: " + one));
  }

  private static String words(Preview.Change change) {
    return switch (change.change()) {
      case "same" -> "as it is there";
      case "new" -> "new there";
      default ->
          switch (change.lines().size()) {
            case 0 -> change.isCompared() ? "changed, but " + same(change) : "changed";
            case 1 -> "1 change";
            default -> change.lines().size() + " changes";
          };
    };
  }

  private static String same(Preview.Change change) {
    return change.kind().equals(Part.Kind.FORM.id()) ? "asks the same" : "does the same";
  }

  private static JsonObject json(Preview.Change change) {
    return JsonObject.of("kind", change.kind(), "id", change.id())
        .with("name", change.name())
        .with("path", change.path())
        .with("change", change.change())
        .with("lines", JsonArray.copyOf(change.lines()))
        .with(
            "problems",
            JsonArray.copyOf(change.problems().stream().map(Preview.Finding::line).toList()))
        .with("missingCredentials", JsonArray.copyOf(change.missing()));
  }

  void deployed(long number, boolean active) {
    deployment = OptionalLong.of(number);
    told = told.with("deployment", number).with("activated", active);
    line("Deployed as number " + number + (active ? ", active." : ", not active."));
  }

  /** Where the triggers of what was deployed are called. */
  void listens(List<String> addresses) {
    told = told.with("addresses", JsonArray.copyOf(addresses));
    addresses.forEach(each -> line("  " + each));
  }

  void smoked(Deployments.Run run) {
    JsonObject smoke = JsonObject.of("run", run.number(), "status", run.status());
    told = told.with("smoke", run.message().isEmpty() ? smoke : smoke.with("error", run.message()));
    line(
        "The smoke run is run "
            + run.number()
            + ": "
            + run.status()
            + (run.message().isEmpty() ? "" : ", " + run.message())
            + (run.isWell() ? "" : advice()));
  }

  /** How to go back, where there is something to go back from. */
  private String advice() {
    return deployment.isEmpty()
        ? "; nothing was deployed now, it was there as it is before"
        : "; 'concertmaster deploy --rollback --to …' takes back deployment "
            + deployment.getAsLong();
  }

  /** What a roll back takes back: what a deployment brought, and what is live without it. */
  void takesBack(Deployments.Made made) {
    told =
        told.with("takesBack", made.number())
            .with(
                "documents",
                JsonArray.copyOf(made.documents().stream().map(DeployReport::json).toList()));
    line("Deployment " + made.number() + " of " + made.author() + " brought:");
    for (Deployments.Brought each : made.documents()) {
      line(
          "  "
              + each.kind()
              + " “"
              + each.name()
              + "”, version "
              + each.version()
              + "; live without it: "
              + each.afterwards());
    }
  }

  private static JsonObject json(Deployments.Brought document) {
    JsonObject json =
        JsonObject.of("kind", document.kind(), "id", document.id())
            .with("name", document.name())
            .with("version", document.version());
    if (document.deleted()) {
      json = json.with("deleted", true);
    }
    return document.before().isPresent()
        ? json.with("before", document.before().getAsLong())
            .with("activeBefore", document.activeBefore())
            .with("activeAfterwards", document.activeAfterwards())
        : json;
  }

  void rolledBack(long number) {
    told = told.with("rolledBack", number);
    line("Deployment " + number + " is rolled back.");
    end();
  }

  void end() {
    if (json) {
      out.print(Json.writePretty(told));
    }
    out.flush();
  }

  private void line(String text) {
    if (!json) {
      out.println(text);
      out.flush();
    }
  }
}
