package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Versions of workflows, what is live, and bundles that go together. */
class WorkflowsTest extends ServerFixture {
  private static final String ONE = "/api/v1/workflows/adds";

  private static JsonObject document(WorkflowBuilder workflow) {
    JsonObject content = file(workflow);
    return JsonObject.of("kind", "workflow", "path", content.get("id") + ".workflow.json")
        .with("content", content);
  }

  private static JsonObject bundle(JsonObject... documents) {
    return JsonObject.of("documents", JsonArray.of((Object[]) documents));
  }

  @Test
  void aFileIsKeptOnceAndComparedWithWhatIsLive() throws Exception {
    live(adding("adds", "one"));
    put(ONE, file(adding("adds", "one")));
    assertThat(get(ONE + "/versions").json().get("versions").toString()).contains("\"number\":1");
    Reply second = put(ONE, file(adding("adds", "two")));
    assertThat(((JsonObject) second.json().get("version")).get("number")).isEqualTo(2L);
    Reply diff = get(ONE + "/diff");
    assertThat(diff.json().get("lines").toString())
        .contains("Adds one", "Adds two", "parameters.fields[0].value");
    Reply file = post(ONE + "/diff", file(adding("adds", "one")));
    assertThat(file.json().get("same")).isEqualTo(true);
    Reply version = get(ONE + "/versions/live");
    assertThat(version.json().get("workflow")).isEqualTo(file(adding("adds", "one")));
  }

  @Test
  void whatCannotRunHereIsKeptAsADraftAndDoesNotGoLive() throws Exception {
    WorkflowBuilder foreign =
        WorkflowBuilder.workflow("Foreign")
            .id("foreign")
            .node("start", "trigger.manual", "Start")
            .node("x", "vendor.unknown", "X")
            .connect("start -> x");
    Reply kept = put("/api/v1/workflows/foreign", file(foreign));
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.json().get("problems").toString()).contains("unknown_type");
    Reply live = post("/api/v1/workflows/foreign/live", JsonObject.empty());
    assertThat(live.status()).isEqualTo(422);
    assertThat(live.json().get("detail").toString()).contains("vendor.unknown");
    assertThat(put("/api/v1/workflows/other", file(foreign)).status()).isEqualTo(400);
    assertThat(put("/api/v1/workflows/foreign", JsonObject.of("format", 99L)).status())
        .isEqualTo(422);
  }

  /** Its settings are in order; only who listens finds out that the folder is not there. */
  private static WorkflowBuilder deaf() {
    return WorkflowBuilder.workflow("Hears nothing")
        .id("deaf")
        .node("watch", "trigger.file", "Watch", JsonObject.of("folder", "/nowhere/at/all"));
  }

  @Test
  void thatAWorkflowCannotListenIsToldOfItsOwnDeploymentOnly() throws Exception {
    Reply first = post("/api/v1/deployments", bundle(document(deaf())).with("activate", true));
    assertThat(first.status()).isEqualTo(409);
    assertThat(first.json().get("detail").toString())
        .contains("deployment 1 is live, but “Hears nothing”: the trigger “Watch” cannot listen");

    Reply other =
        post("/api/v1/deployments", bundle(document(adding("adds", "one"))).with("activate", true));
    assertThat(other.status()).isEqualTo(201);
    assertThat(post("/api/v1/deployments/2/rollback", null).status()).isEqualTo(204);
    assertThat(get("/api/v1/deployments").json().get("deployments").toString())
        .containsOnlyOnce("rolledBack");
  }

  @Test
  void aTriggerThatCanNeverListenDoesNotGoLiveActive() throws Exception {
    JsonObject times = JsonObject.of("unit", "cron", "cron", "61 25 * * *");
    WorkflowBuilder never =
        WorkflowBuilder.workflow("Never")
            .id("never")
            .node(
                "clock", "trigger.schedule", "Clock", JsonObject.of("times", JsonArray.of(times)));
    JsonObject bundle = bundle(document(never));

    Reply refused = post("/api/v1/deployments", bundle.with("activate", true));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("detail").toString())
        .contains("Clock", "the hours go from 0 to 23");
    assertThat(get("/api/v1/deployments").json().get("deployments")).isEqualTo(JsonArray.of());
    assertThat(post("/api/v1/deployments", bundle).status())
        .as("it may still be started by hand")
        .isEqualTo(201);
    Reply active = post("/api/v1/workflows/never/activate", null);
    assertThat(active.status()).isEqualTo(422);
    assertThat(get("/api/v1/workflows/never").json().get("active")).isEqualTo(false);
  }

  private static JsonObject form(long least) {
    JsonObject name = JsonObject.of("type", "string", "minLength", least);
    JsonObject schema =
        JsonObject.of("type", "object", "properties", JsonObject.of("name", name))
            .with("required", JsonArray.of("name"));
    JsonObject control = JsonObject.of("type", "Control", "scope", "#/properties/name");
    JsonObject content =
        JsonObject.of("format", 1L, "id", "visit")
            .with("name", "Visit")
            .with("schema", schema)
            .with("ui", JsonObject.of("type", "VerticalLayout", "elements", JsonArray.of(control)));
    return JsonObject.of("kind", "form", "path", "visit.form.json").with("content", content);
  }

  private static JsonObject content(JsonObject document) {
    return (JsonObject) document.get("content");
  }

  private static JsonObject withContent(JsonObject document, String name, Object value) {
    return document.with("content", content(document).with(name, value));
  }

  @Test
  void aFormThatCannotBeUsedDoesNotGoLive() throws Exception {
    JsonObject name = JsonObject.of("type", "string", "pattern", "[");
    JsonObject schema = JsonObject.of("type", "object", "properties", JsonObject.of("name", name));
    JsonObject broken = bundle(withContent(form(1), "schema", schema));

    Reply shown = post("/api/v1/deployments/preview", broken);
    assertThat(shown.json().get("deployable")).isEqualTo(false);
    assertThat(shown.json().get("documents").toString())
        .contains("\"severity\":\"error\"", "bad_form", "schema.properties.name.pattern");

    Reply refused = post("/api/v1/deployments", broken);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("type")).isEqualTo("urn:concertmaster:problem:invalid-form");
    assertThat(refused.json().get("detail").toString())
        .contains(
            "visit.form.json: schema.properties.name.pattern: the pattern “[” is not right",
            "correct it");
    assertThat(get("/api/v1/forms").json().get("forms")).isEqualTo(JsonArray.empty());
  }

  @Test
  void whatIsNoFormIsRefusedWithItsFileAndPlace() throws Exception {
    Reply refused = post("/api/v1/deployments", bundle(withContent(form(1), "schema", "none")));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("type")).isEqualTo("urn:concertmaster:problem:not-a-form");
    assertThat(refused.json().get("detail").toString()).startsWith("visit.form.json: schema");
  }

  @Test
  void whatCouldBeBetterInAFormIsShownAndGoesLive() throws Exception {
    JsonObject pale = bundle(withContent(form(1), "theme", JsonObject.of("accent", "yellow")));
    Reply shown = post("/api/v1/deployments/preview", pale);
    assertThat(shown.json().get("deployable")).isEqualTo(true);
    assertThat(shown.json().get("documents").toString())
        .contains("\"severity\":\"warning\"", "The accent colour “yellow” is none");
    assertThat(post("/api/v1/deployments", pale).status()).isEqualTo(201);
  }

  @Test
  void anAnswerIsJudgedByTheFormThatIsLive() throws Exception {
    JsonObject answer = JsonObject.of("name", "Jo");
    assertThat(post("/api/v1/deployments", bundle(form(1))).status()).isEqualTo(201);
    assertThat(post("/api/v1/deployments", bundle(form(5))).status()).isEqualTo(201);
    assertThat(post("/api/v1/forms/visit/check", answer).json().get("accepted")).isEqualTo(false);

    post("/api/v1/deployments/2/rollback", null);
    assertThat(post("/api/v1/forms/visit/check", answer).json().get("accepted")).isEqualTo(true);
    assertThat(get("/api/v1/forms/visit").json()).isEqualTo(form(1).get("content"));

    post("/api/v1/deployments/1/rollback", null);
    assertThat(post("/api/v1/forms/visit/check", answer).status()).isEqualTo(409);
  }

  private static WorkflowBuilder asking(String form) {
    return WorkflowBuilder.workflow("Asks")
        .id("asks")
        .node("ask", "trigger.form", "Ask")
        .parameter("ask", "form", form);
  }

  @Test
  void aFormIsTakenAwayWhenNothingLiveAsksByIt() throws Exception {
    JsonObject asks = document(asking("../visit.form.json")).with("path", "in/asks.workflow.json");
    assertThat(post("/api/v1/deployments", bundle(form(1), asks)).status()).isEqualTo(201);
    String form = "/api/v1/forms/visit";
    Reply used = call(owner, "DELETE", form, null);
    assertThat(used.status()).isEqualTo(409);
    assertThat(used.json().get("type")).isEqualTo("urn:concertmaster:problem:in-use");
    assertThat(used.json().get("detail").toString())
        .startsWith("the form “Visit” is asked by the workflow “Asks”, which is live");
    assertThat(get(form).status()).isEqualTo(200);

    assertThat(call(owner, "DELETE", "/api/v1/workflows/asks", null).status()).isEqualTo(204);
    assertThat(call(owner, "DELETE", form, null).status()).isEqualTo(204);
    assertThat(get(form).status()).isEqualTo(404);
    assertThat(call(owner, "DELETE", form, null).status()).isEqualTo(404);
    assertThat(home.resolve("workflows/visit.form.json")).doesNotExist();
    assertThat(get("/api/v1/deployments").json().toString()).contains("\"name\":\"Visit\"");
  }

  @Test
  void whatAFormWouldChangeIsToldInPlainWords() throws Exception {
    post("/api/v1/deployments", bundle(form(1)));
    JsonObject shown = post("/api/v1/deployments/preview", bundle(form(5))).json();
    JsonObject difference =
        (JsonObject)
            ((JsonObject) ((JsonArray) shown.get("documents")).getFirst()).get("formDifference");
    assertThat(difference.get("count")).isEqualTo(1L);
    assertThat(difference.get("lines"))
        .isEqualTo(JsonArray.of("~ field “Name”, fewest characters: 1 → 5"));
    assertThat(difference.get("parts").toString()).contains("\"what\":\"fewest characters\"");
  }

  @Test
  void rollingBackGoesDownStepByStep() throws Exception {
    for (String value : new String[] {"one", "two", "three"}) {
      live(adding("adds", value));
    }
    assertThat(get(ONE).json().get("live")).isEqualTo(3L);
    assertThat(post(ONE + "/rollback", null).json().get("live")).isEqualTo(2L);
    assertThat(post(ONE + "/rollback", null).json().get("live")).isEqualTo(1L);
    ended(run("adds"));
    assertThat(get("/api/v1/runs/1/nodes/set/items").response().body()).contains("one");
    assertThat(post(ONE + "/rollback", null).json().containsKey("live")).isFalse();
    assertThat(post(ONE + "/rollback", null).status()).isEqualTo(409);
    assertThat(Files.exists(home.resolve("workflows/adds.workflow.json"))).isFalse();
  }

  @Test
  void goingBackSwitchesNothingOnThatIsOff() throws Exception {
    live(adding("adds", "one"));
    post(ONE + "/activate", null);
    live(adding("adds", "two"));
    post("/api/v1/deployments", bundle(document(adding("adds", "three"))));
    assertThat(get("/api/v1/deployments").json().toString())
        .contains("\"activeBefore\":true,\"activeAfterwards\":true");
    post(ONE + "/deactivate", null);
    assertThat(get("/api/v1/deployments").json().toString())
        .contains("\"activeBefore\":true,\"activeAfterwards\":false");

    assertThat(post("/api/v1/deployments/1/rollback", null).status()).isEqualTo(204);
    JsonObject back = get(ONE).json();
    assertThat(back.get("live")).isEqualTo(2L);
    assertThat(back.get("active")).isEqualTo(false);
    back = post(ONE + "/rollback", null).json();
    assertThat(back.get("live")).isEqualTo(1L);
    assertThat(back.get("active")).isEqualTo(false);
  }

  @Test
  void goingBackLeavesOnWhatListenedThenToo() throws Exception {
    live(adding("adds", "one"));
    live(adding("adds", "two"));
    post(ONE + "/activate", null);
    live(adding("adds", "three"));
    assertThat(post(ONE + "/rollback", null).json().get("active")).isEqualTo(true);
    assertThat(post(ONE + "/rollback", null).json().get("active"))
        .as("version 1 did not listen")
        .isEqualTo(false);
  }

  @Test
  void anActiveWorkflowIsNotTakenAway() throws Exception {
    assertThat(post(ONE + "/activate", null).status()).isEqualTo(404);
    live(adding("adds", "one"));
    assertThat(post(ONE + "/activate", null).json().get("active")).isEqualTo(true);
    assertThat(call(owner, "DELETE", ONE, null).status()).isEqualTo(409);
    assertThat(post(ONE + "/deactivate", null).json().get("active")).isEqualTo(false);
    assertThat(call(owner, "DELETE", ONE, null).status()).isEqualTo(204);
    assertThat(get(ONE).status()).isEqualTo(404);
  }

  @Test
  void nothingOfADeletedWorkflowIsLeftWhereItLayBefore() throws Exception {
    JsonObject one = document(adding("adds", "one"));
    post("/api/v1/deployments", bundle(one));
    post("/api/v1/deployments", bundle(one.with("path", "moved/adds.workflow.json")));
    post(ONE + "/rollback", null);
    assertThat(home.resolve("workflows/adds.workflow.json")).exists();
    assertThat(call(owner, "DELETE", ONE, null).status()).isEqualTo(204);
    assertThat(home.resolve("workflows/adds.workflow.json")).doesNotExist();
    assertThat(home.resolve("workflows/moved/adds.workflow.json")).doesNotExist();
  }

  @Test
  void aBundleGoesLiveWholeAndComesBackWhole() throws Exception {
    WorkflowBuilder calls =
        WorkflowBuilder.workflow("Calls")
            .id("calls")
            .node("start", "trigger.manual", "Start")
            .node("call", "flow.subworkflow", "Call")
            .parameter("call", "source", "file")
            .parameter("call", "file", "called.workflow.json")
            .connect("start -> call");
    WorkflowBuilder called =
        WorkflowBuilder.workflow("Called")
            .id("called")
            .node("start", "trigger.subworkflow", "Start")
            .node("set", "data.editFields", "Add")
            .parameter(
                "set", "fields", JsonArray.of(JsonObject.of("name", "called", "value", true)))
            .connect("start -> set");
    JsonObject form =
        JsonObject.of("kind", "form", "path", "ask.form.json")
            .with("content", content(form(1)).with("id", "ask"));
    JsonObject bundle = bundle(document(calls), document(called), form);
    Reply preview = post("/api/v1/deployments/preview", bundle);
    assertThat(preview.json().get("deployable")).isEqualTo(true);
    assertThat(preview.json().get("documents").toString()).contains("\"change\":\"new\"");
    assertThat(get("/api/v1/workflows").json().get("workflows")).isEqualTo(JsonArray.empty());
    Reply deployed = post("/api/v1/deployments", bundle.with("activate", true));
    assertThat(deployed.status()).as("%s", deployed.json()).isEqualTo(201);
    long run = run("calls", JsonObject.of("n", 1L));
    JsonObject view = ended(run);
    for (int i = 0; i < 200 && view.get("status").equals("waiting"); i++) {
      Thread.sleep(20);
      view = ended(run);
    }
    assertThat(view.get("status")).as("%s", view).isEqualTo("succeeded");
    assertThat(get("/api/v1/runs/" + run + "/nodes/call/items").response().body())
        .contains("\"called\":true");
    assertThat(get("/api/v1/forms/ask").json().get("id")).isEqualTo("ask");
    String back = "/api/v1/deployments/" + deployed.json().get("deployment") + "/rollback";
    assertThat(post(back, null).status()).isEqualTo(204);
    assertThat(post(back, null).status()).isEqualTo(409);
    assertThat(get("/api/v1/workflows/calls").json().get("active")).isEqualTo(false);
    assertThat(post("/api/v1/runs", JsonObject.of("workflow", "calls")).status()).isEqualTo(409);
  }

  @Test
  void aDeploymentOfWhichSomethingWasDeletedDoesNotComeBackByHalves() throws Exception {
    post("/api/v1/deployments", bundle(form(1)));
    post("/api/v1/deployments", bundle(document(adding("adds", "one")), form(5)));
    assertThat(call(owner, "DELETE", ONE, null).status()).isEqualTo(204);

    Reply back = post("/api/v1/deployments/2/rollback", null);
    assertThat(back.status()).isEqualTo(409);
    assertThat(back.json().get("type")).isEqualTo("urn:concertmaster:problem:deleted");
    assertThat(back.json().get("detail").toString())
        .startsWith("the workflow “Adds one” that deployment 2 brought was deleted since");
    assertThat(get("/api/v1/forms/visit").json()).isEqualTo(form(5).get("content"));
    assertThat(get("/api/v1/deployments").json().get("deployments").toString())
        .as("what it brought stays known")
        .contains("\"name\":\"Adds one\",\"version\":1,\"deleted\":true")
        .doesNotContain("rolledBack");

    live(adding("adds", "two"));
    assertThat(post("/api/v1/deployments/2/rollback", null).status())
        .as("another one under its id is not what it brought")
        .isEqualTo(409);
  }

  private static List<Object> numbers(Reply page) {
    return ((JsonArray) Objects.requireNonNull(page.json().get("deployments")))
        .stream().map(each -> ((JsonObject) each).get("deployment")).collect(Collectors.toList());
  }

  @Test
  void theListOfDeploymentsGoesOnWhereAPageEnded() throws Exception {
    for (int i = 1; i <= 5; i++) {
      post("/api/v1/deployments", bundle(form(i)));
    }
    Reply first = get("/api/v1/deployments?limit=2");
    assertThat(numbers(first)).containsExactly(5L, 4L);
    assertThat(first.json().get("next")).isEqualTo(4L);
    Reply second = get("/api/v1/deployments?limit=2&before=4");
    assertThat(numbers(second)).containsExactly(3L, 2L);
    Reply last = get("/api/v1/deployments?limit=2&before=" + second.json().get("next"));
    assertThat(numbers(last)).containsExactly(1L);
    assertThat(last.json().containsKey("next")).isFalse();
    assertThat(get("/api/v1/deployments?limit=5").json().containsKey("next")).isFalse();
    assertThat(numbers(get("/api/v1/deployments"))).hasSize(5);
    assertThat(get("/api/v1/deployments?limit=0").status()).isEqualTo(400);
    assertThat(get("/api/v1/deployments?before=x").status()).isEqualTo(400);
  }

  @Test
  void aBundleWithAnErrorChangesNothing() throws Exception {
    WorkflowBuilder broken =
        WorkflowBuilder.workflow("Broken").id("broken").node("x", "vendor.unknown", "X");
    Reply deployed =
        post("/api/v1/deployments", bundle(document(adding("adds", "one")), document(broken)));
    assertThat(deployed.status()).isEqualTo(422);
    assertThat(deployed.json().get("problems").toString()).contains("vendor.unknown");
    assertThat(get(ONE).status()).isEqualTo(404);
  }

  @Test
  void whatWasChangedSinceItWasShownIsNotOverwritten() throws Exception {
    live(adding("adds", "one"));
    JsonObject bundle = bundle(document(adding("adds", "two")));
    Reply shown = post("/api/v1/deployments/preview", bundle);
    JsonObject part = (JsonObject) ((JsonArray) shown.json().get("documents")).getFirst();
    assertThat(part.get("change")).isEqualTo("changed");
    JsonArray expected =
        JsonArray.of(
            JsonObject.of("kind", "workflow", "id", "adds").with("live", part.get("live")));
    live(adding("adds", "three"));
    Reply late = post("/api/v1/deployments", bundle.with("expected", expected));
    assertThat(late.status()).isEqualTo(409);
    assertThat(get(ONE + "/versions/live").response().body()).contains("Adds three");
  }

  @Test
  void pathsThatLeadElsewhereAreRefused() throws Exception {
    for (String path :
        new String[] {
          "../x.json",
          "/etc/x.json",
          "a/../../x.json",
          "x.txt",
          "a//b.json",
          "C:\\x.json",
          ".hidden.json",
          "a/./b.json",
          "x.json\0",
          "\u202Ex.json"
        }) {
      JsonObject document = document(adding("adds", "one")).with("path", path);
      assertThat(post("/api/v1/deployments", bundle(document)).status()).as(path).isEqualTo(400);
    }
  }

  @Test
  void aRunDoesNotCallFilesOutsideOfItsProject() throws Exception {
    Path outside = home.resolve("outside.workflow.json");
    Files.writeString(outside, file(adding("outside", "secret")).toString());
    WorkflowBuilder calls =
        WorkflowBuilder.workflow("Calls")
            .id("calls")
            .node("start", "trigger.manual", "Start")
            .node("call", "flow.subworkflow", "Call")
            .parameter("call", "source", "file")
            .parameter("call", "file", outside.toString())
            .connect("start -> call");
    live(calls);
    JsonObject view = ended(run("calls"));
    assertThat(view.get("status")).isEqualTo("failed");
    assertThat(view.get("error").toString()).contains("lies outside of what workflows");
  }
}
