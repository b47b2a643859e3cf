package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where documents of a project lie, and at which addresses its workflows listen. */
class PlacesTest extends ServerFixture {
  private static final String DEPLOY = "/api/v1/deployments";

  private static JsonObject at(String path, WorkflowBuilder workflow) {
    return JsonObject.of("kind", "workflow", "path", path).with("content", file(workflow));
  }

  private static JsonObject bundle(JsonObject... documents) {
    return JsonObject.of("documents", JsonArray.of((Object[]) documents));
  }

  private static JsonObject active(JsonObject... documents) {
    return bundle(documents).with("activate", true);
  }

  private Reply deployed(JsonObject bundle) throws Exception {
    Reply reply = post(DEPLOY, bundle);
    assertThat(reply.status()).as("%s", reply.json()).isEqualTo(201);
    return reply;
  }

  private void refused(JsonObject bundle, String... why) throws Exception {
    String before = get(DEPLOY).json().toString();
    assertThat(post(DEPLOY + "/preview", bundle).json()).containsEntry("deployable", false);
    Reply reply = post(DEPLOY, bundle);
    assertThat(reply.status()).as("%s", reply.json()).isEqualTo(422);
    assertThat(reply.json().get("detail").toString()).contains(why);
    assertThat(get(DEPLOY).json().toString()).as("nothing is changed").isEqualTo(before);
  }

  private Path workflows() {
    return home.resolve("workflows");
  }

  @Test
  void aFileIsNoFolderOfAnother() throws Exception {
    deployed(bundle(at("orders.json", adding("a", "one"))));
    refused(bundle(at("orders.json/b.json", adding("b", "two"))), "orders.json", "“Adds one” (a)");
    refused(
        bundle(at("c.json/c.json", adding("c", "two")), at("c.json", adding("d", "two"))),
        "c.json");
    deployed(bundle(at("c.json", adding("c", "three"))));
    deployed(bundle(at("elsewhere.json", adding("a", "one"))));
    deployed(bundle(at("orders.json/b.json", adding("b", "two"))));
    assertThat(workflows().resolve("orders.json/b.json")).isRegularFile();
    assertThat(post("/api/v1/workflows/b/rollback", null).status()).isEqualTo(200);
    deployed(bundle(at("orders.json", adding("e", "five"))));
    assertThat(workflows().resolve("orders.json")).isRegularFile();
    restart();
    assertThat(ended(run("e"))).containsEntry("status", "succeeded");
  }

  @Test
  void aNameThatIsTooLongForAFileIsRefused() throws Exception {
    Reply refused = post(DEPLOY, bundle(at("你".repeat(90) + ".json", adding("a", "one"))));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("detail").toString()).contains("too long for a file");
    deployed(bundle(at("你".repeat(60) + ".json", adding("a", "one"))));
  }

  @Test
  void whatRunsHaveMadeInTheWayIsTold() throws Exception {
    Files.createDirectories(workflows().resolve("out.json/data"));
    Files.writeString(workflows().resolve("reports"), "made by a run");
    refused(bundle(at("out.json", adding("a", "one"))), "a folder of this name lies there");
    refused(bundle(at("reports/b.json", adding("b", "two"))), "“reports” is a file there");
    assertThat(workflows().resolve("reports")).hasContent("made by a run");
  }

  @Test
  void aFileThatCannotBeWrittenKeepsNothingElseFromWorking() throws Exception {
    deployed(bundle(at("a.json", adding("a", "one")), at("b.json", adding("b", "two"))));
    server.close();
    Files.delete(workflows().resolve("a.json"));
    Files.delete(workflows().resolve("b.json"));
    Files.createDirectories(workflows().resolve("a.json/data"));
    start();
    assertThat(ended(run("b"))).containsEntry("status", "succeeded");
    assertThat(workflows().resolve("b.json")).isRegularFile();
    Reply other = post(DEPLOY, bundle(at("c.json", adding("c", "three"))));
    assertThat(other.status()).isEqualTo(500);
    assertThat(other.json().get("detail").toString())
        .contains("deployment 2 is live, but", "a.json of the project cannot be written");
    assertThat(ended(run("c"))).containsEntry("status", "succeeded");
    assertThat(call(owner, "DELETE", "/api/v1/workflows/a", null).status()).isEqualTo(204);
    assertThat(workflows().resolve("a.json/data")).as("no file of ours").isDirectory();
    deployed(bundle(at("d.json", adding("d", "four"))));
  }

  @Test
  void twoDocumentsDoNotShareAFile() throws Exception {
    deployed(bundle(at("same.json", adding("p", "one"))));
    refused(bundle(at("same.json", adding("q", "two"))), "“Adds one” (p)", "same.json already");
    deployed(bundle(at("y.workflow.json", adding("z", "three"))));
    put("/api/v1/workflows/y", file(adding("y", "four")));
    Reply live = post("/api/v1/workflows/y/live", JsonObject.empty());
    assertThat(live.status()).isEqualTo(409);
    assertThat(live.json().get("detail").toString()).contains("“Adds three” (z)");
    deployed(bundle(at("p.json", adding("p", "one")), at("same.json", adding("q", "two"))));
    Reply back = post("/api/v1/workflows/p/rollback", null);
    assertThat(back.status()).as("there is another one now").isEqualTo(409);
    assertThat(post(DEPLOY + "/3/rollback", null).status()).isEqualTo(204);
    assertThat(Files.readString(workflows().resolve("same.json"))).contains("\"id\": \"p\"");
  }

  private static WorkflowBuilder calling(String id, String file) {
    return WorkflowBuilder.workflow("Calls")
        .id(id)
        .node("start", "trigger.manual", "Start")
        .node("call", "flow.subworkflow", "Call", JsonObject.of("file", file))
        .connect("start -> call");
  }

  private static WorkflowBuilder called(String value) {
    return WorkflowBuilder.workflow("Called")
        .id("mail")
        .node("start", "trigger.subworkflow", "Start")
        .node("set", "data.editFields", "Add")
        .parameter("set", "fields", JsonArray.of(JsonObject.of("name", "added", "value", value)))
        .connect("start -> set");
  }

  private String sent(long run) throws Exception {
    assertThat(ended(run)).containsEntry("status", "succeeded");
    return get("/api/v1/runs/" + run + "/nodes/call/items").json().toString();
  }

  @Test
  void aCalledWorkflowThatIsDeployedAloneStaysWhereItsCallersLookForIt() throws Exception {
    deployed(
        bundle(
            at("main.workflow.json", calling("main", "shared/mail.workflow.json")),
            at("shared/mail.workflow.json", called("one"))));
    deployed(bundle(at("mail.workflow.json", called("two"))));
    assertThat(workflows().resolve("mail.workflow.json")).doesNotExist();
    assertThat(sent(run("main", JsonObject.of("n", 1L)))).contains("two");
    JsonObject shown =
        post(DEPLOY + "/preview", bundle(at("mail.workflow.json", called("two")))).json();
    assertThat(shown.toString())
        .contains("\"change\":\"same\"", "\"path\":\"shared/mail.workflow.json\"");
  }

  @Test
  void thatAFileMovesIsToldAndRefusedWhereSomethingLiveNeedsIt() throws Exception {
    deployed(
        bundle(
            at("main.workflow.json", calling("main", "shared/mail.workflow.json")),
            at("shared/mail.workflow.json", called("one"))));
    refused(
        bundle(at("shared/post.workflow.json", called("one"))),
        "“Calls”, which is live, needs it at shared/mail.workflow.json");
    JsonObject both =
        bundle(
            at("main.workflow.json", calling("main", "shared/post.workflow.json")),
            at("shared/post.workflow.json", called("one")));
    assertThat(post(DEPLOY + "/preview", both).json().toString())
        .contains("it lies at shared/mail.workflow.json there", "\"deployable\":true")
        .doesNotContain("\"change\":\"same\"");
    deployed(both);
    assertThat(sent(run("main", JsonObject.of("n", 1L)))).contains("one");
    assertThat(workflows().resolve("shared/mail.workflow.json")).doesNotExist();
  }

  private static JsonObject hook(String id, String path) {
    return at(
        id + ".workflow.json",
        WorkflowBuilder.workflow("Hook " + id)
            .id(id)
            .node("hook", "trigger.webhook", "Call", JsonObject.of("path", path)));
  }

  private String listens(String id) throws Exception {
    return String.valueOf(get("/api/v1/workflows/" + id).json().get("listening"));
  }

  @Test
  void addressesGoFromOneWorkflowToAnother() throws Exception {
    deployed(active(hook("aa", "x"), hook("bb", "y")));
    deployed(active(hook("aa", "y"), hook("bb", "z")));
    assertThat(listens("aa")).contains("/hooks/y");
    assertThat(listens("bb")).contains("/hooks/z");
    deployed(active(hook("aa", "z"), hook("bb", "y")));
    assertThat(listens("aa")).contains("/hooks/z");
    assertThat(listens("bb")).contains("/hooks/y");
    assertThat(post(DEPLOY + "/3/rollback", null).status()).isEqualTo(204);
    assertThat(post(DEPLOY + "/2/rollback", null).status()).isEqualTo(204);
    assertThat(listens("aa")).contains("/hooks/x");
    assertThat(listens("bb")).contains("/hooks/y");
  }

  @Test
  void anAddressThatAnotherWorkflowHasIsRefusedBeforeAnythingIsLive() throws Exception {
    deployed(active(hook("aa", "same")));
    refused(active(hook("bb", "same")), "“Hook aa” listens already");
    refused(active(hook("cc", "one"), hook("dd", "one")), "listens already");
    deployed(bundle(hook("bb", "same")));
  }

  @Test
  void whatWasRefusedListensWhenThePlaceIsFree() throws Exception {
    deployed(active(hook("aa", "same")));
    deployed(bundle(hook("bb", "same")));
    assertThat(post("/api/v1/workflows/bb/activate", null).status()).isEqualTo(409);
    assertThat(post("/api/v1/workflows/aa/deactivate", null).status()).isEqualTo(200);
    assertThat(listens("bb")).contains("/hooks/same");
  }

  @Test
  void whatStaysAsItIsListensSinceTheSameMoment() throws Exception {
    deployed(active(hook("aa", "x")));
    String before = listens("aa");
    assertThat(before).contains("since");
    Thread.sleep(5);
    deployed(active(hook("bb", "y")));
    restart();
    assertThat(listens("aa")).isEqualTo(before);
  }
}
