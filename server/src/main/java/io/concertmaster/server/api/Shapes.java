package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.flag;
import static io.concertmaster.server.http.Schema.integer;
import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.map;
import static io.concertmaster.server.http.Schema.named;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;
import static io.concertmaster.server.http.Schema.time;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Schema;
import io.concertmaster.server.http.Schema.Member;
import java.util.List;
import java.util.Map;

/** Schemas that several routes share, by name. */
final class Shapes {
  static final JsonObject WORKFLOW_FILE =
      Schema.anyObject("A workflow as its file says it; see workflow.schema.json");

  static final JsonObject PROBLEM_OF_WORKFLOW =
      object(
          Member.of("severity", Schema.choice("How bad", List.of("error", "warning"))),
          Member.of("code", text("What kind, for programs")),
          Member.maybe("node", text("Id of the node")),
          Member.maybe("property", text("Path of the parameter; of a form the place in its file")),
          Member.of("message", text("What is wrong and what to do")));

  static final JsonObject VERSION =
      object(
          Member.of("number", integer("From 1")),
          Member.of("hash", text("SHA-256 of its text")),
          Member.of("name", text("What it calls itself")),
          Member.of("path", text("Of its file within the project")),
          Member.of("created", time("When it came")),
          Member.of("author", text("Who brought it")));

  private static final JsonObject TRIGGER =
      object(
          Member.of("node", text("Its id")),
          Member.of("name", text("Its name")),
          Member.of("awaits", text("What it waits for, for people")),
          Member.maybe("path", text("Its path at this server, where it is called")),
          Member.maybe("next", time("The moment for which it waits")),
          Member.maybe("last", time("The moment of its newest run")),
          Member.maybe("lastRun", integer("The number of that run")),
          Member.maybe(
              "problem", text("Why it does not listen, or why its newest run could not begin")));

  private static final JsonObject LISTENING =
      object(
          Member.of("since", time("When it began to, in this version")),
          Member.of("running", integer("How many runs that it began go on")),
          Member.of("waiting", integer("How many are due and wait for others to end")),
          Member.of("triggers", list(TRIGGER)));

  static final JsonObject WORKFLOW =
      object(
          Member.of("id", text("Its id")),
          Member.of("name", text("What it is called")),
          Member.of("draft", named("Version")),
          Member.maybe("live", integer("Number of the version that runs")),
          Member.of("active", flag("Whether its triggers are to listen")),
          Member.maybe("listening", LISTENING));

  static final JsonObject DIFFERENCE =
      object(
          Member.of("same", flag("Whether both do the same")),
          Member.of("moved", flag("Whether something stands elsewhere on the canvas")),
          Member.of("count", integer("How many things differ")),
          Member.of("lines", list(text("One thing that differs, for people"))),
          Member.of("workflow", list(Schema.anyObject("A value of the whole that differs"))),
          Member.of("nodes", list(Schema.anyObject("A node that differs"))),
          Member.of("connections", Schema.anyObject("Connections that are new or gone")));

  static final JsonObject FORM_DIFFERENCE =
      object(
          Member.of("same", flag("Whether both ask the same in the same words")),
          Member.of("count", integer("How many parts differ")),
          Member.of("lines", list(text("One thing that differs, for people"))),
          Member.of("parts", list(Schema.anyObject("A field, page, text or language"))));

  private static final JsonObject KIND = Schema.choice("What it is", List.of("workflow", "form"));

  static final JsonObject BUNDLE_DOCUMENT =
      object(
          Member.of("kind", KIND),
          Member.of("path", text("Of its file, from the folder of all")),
          Member.of("content", Schema.anyObject("What the file says")));

  static final JsonObject EXPECTED_DOCUMENT =
      object(
          Member.of("kind", KIND),
          Member.of("id", text("Its id")),
          Member.maybe("live", text("SHA-256 of what is live; missing for nothing")));

  static final JsonObject BUNDLE =
      object(
          Member.of("documents", list(named("BundleDocument"))),
          Member.maybe("expected", list(named("ExpectedDocument"))),
          Member.maybe("activate", flag("Whether triggers are to listen")));

  static final JsonObject DOCUMENT_CHANGE =
      object(
          Member.of("kind", KIND),
          Member.of("id", text("Its id")),
          Member.of("name", text("What it is called")),
          Member.of("path", text("Of its file")),
          Member.of("change", Schema.choice("What happens", List.of("new", "changed", "same"))),
          Member.maybe("live", text("SHA-256 of what is live")),
          Member.of("active", flag("Whether its triggers listen")),
          Member.maybe("difference", named("Difference")),
          Member.maybe("formDifference", named("FormDifference")),
          Member.of("problems", list(named("WorkflowProblem"))),
          Member.of("missingCredentials", list(text("Name of a credential that is not here"))));

  static final JsonObject DEPLOYED_DOCUMENT =
      object(
          Member.of("kind", KIND),
          Member.of("id", text("Its id")),
          Member.of("name", text("What it is called")),
          Member.of("version", integer("The version that became live")),
          Member.maybe("before", integer("The version that was live before; missing for none")),
          Member.maybe("activeBefore", flag("Whether the triggers of that listened")),
          Member.maybe(
              "activeAfterwards",
              flag("Whether they listen when the deployment is rolled back now")),
          Member.maybe(
              "deleted",
              flag("Whether it was deleted since: the deployment cannot be rolled back then")));

  static final JsonObject RUN =
      object(
          Member.of("run", integer("Its number")),
          Member.of("workflow", text("Id of its workflow")),
          Member.of("name", text("What the workflow was called")),
          Member.of("status", text("How it stands")),
          Member.of("started", time("When it began")),
          Member.maybe("ended", time("When it ended")),
          Member.maybe("error", Schema.anyObject("Why it failed")),
          Member.of("resumed", flag("Whether it went on after a crash")));

  static final JsonObject RUN_DETAIL =
      object(
          Member.of("run", integer("Its number")),
          Member.of("workflow", text("Id of its workflow")),
          Member.of("name", text("What the workflow was called")),
          Member.of("status", text("How it stands")),
          Member.of("started", time("When it began")),
          Member.maybe("ended", time("When it ended")),
          Member.maybe("error", Schema.anyObject("Why it failed")),
          Member.of("resumed", flag("Whether it went on after a crash")),
          Member.of("mode", text("Why it began")),
          Member.maybe("caller", integer("The run that called it")),
          Member.maybe("lastNode", text("Id of the node that worked last")),
          Member.maybe("waitingUntil", time("When it goes on by itself")),
          Member.maybe("answerToken", text("With which its first wait can be ended")),
          Member.maybe(
              "answerTokens",
              map("With which its waits can be ended, by id of the node", text("A token"))),
          Member.of("definition", text("SHA-256 of the definition to which it is pinned")),
          Member.of("customData", map("What nodes marked it with", text("A value"))),
          Member.of("nodes", map("What nodes did, by id", Schema.anyObject("A node"))),
          Member.of("log", list(Schema.anyObject("A line that a node wrote"))));

  static final JsonObject ITEM_PAGE =
      object(
          Member.of("from", integer("Position of the first, from 0")),
          Member.of("total", integer("How many there are")),
          Member.of("items", list(Schema.anyObject("An item: json, binary, paired"))));

  static final JsonObject PROBLEM =
      object(
          Member.of("type", text("What went wrong, as a URI")),
          Member.of("title", text("The words of the status")),
          Member.of("status", integer("Of HTTP")),
          Member.of("detail", text("What went wrong, for people")));

  /** All of them, as the document of the API names them. */
  static final Map<String, JsonObject> ALL =
      Map.ofEntries(
          Map.entry("WorkflowFile", WORKFLOW_FILE),
          Map.entry("WorkflowProblem", PROBLEM_OF_WORKFLOW),
          Map.entry("Version", VERSION),
          Map.entry("Workflow", WORKFLOW),
          Map.entry("Difference", DIFFERENCE),
          Map.entry("FormDifference", FORM_DIFFERENCE),
          Map.entry("BundleDocument", BUNDLE_DOCUMENT),
          Map.entry("ExpectedDocument", EXPECTED_DOCUMENT),
          Map.entry("Bundle", BUNDLE),
          Map.entry("DocumentChange", DOCUMENT_CHANGE),
          Map.entry("DeployedDocument", DEPLOYED_DOCUMENT),
          Map.entry("Run", RUN),
          Map.entry("RunDetail", RUN_DETAIL),
          Map.entry("ItemPage", ITEM_PAGE),
          Map.entry("Problem", PROBLEM));

  private Shapes() {}
}
