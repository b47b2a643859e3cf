package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.ConcertMasterServer;
import io.concertmaster.server.ServerOptions;
import io.concertmaster.server.http.Address;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy} and {@code diff}, against a server on this machine. */
final class DeployTest {
  @TempDir Path folder;
  @TempDir Path home;
  private ConcertMasterServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        ConcertMasterServer.start(
            new ServerOptions(
                home, new Address("127.0.0.1", 0, Optional.empty()), Optional.empty()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path save(String id, WorkflowBuilder workflow) throws Exception {
    Path file = folder.resolve(id + ".workflow.json");
    WorkflowFiles.save(workflow.id(id).build(), file);
    return file;
  }

  private static WorkflowBuilder adding(Object value) {
    return WorkflowBuilder.workflow("Adds")
        .node("start", "trigger.manual", "Start")
        .node("set", "data.editFields", "Add")
        .parameter("set", "fields", JsonArray.of(JsonObject.of("name", "added", "value", value)))
        .connect("start -> set");
  }

  private Called deploy(Object... args) {
    List<Object> all =
        new ArrayList<>(
            List.of("deploy", "--to", "http://127.0.0.1:" + server.port(), "--home", home));
    all.addAll(List.of(args));
    return Called.with(all.toArray());
  }

  @Test
  void a_workflow_goes_there_and_runs_and_a_change_is_shown_and_comes_back() throws Exception {
    Path items = Files.writeString(folder.resolve("items.json"), "[{\"n\": 1}]");
    Path file = save("adds", adding("one"));
    Called first = deploy(file, "--smoke", items);
    assertThat(first.err()).isEmpty();
    assertThat(first.exit()).isZero();
    assertThat(first.out()).contains("new there", "Deployed as number 1", "run 1: succeeded");
    assertThat(deploy(file).out()).contains("as it is there").doesNotContain("Deployed");
    save("adds", adding("two"));
    Called shown = deploy(file, "--dry-run");
    assertThat(shown.out())
        .contains("1 change")
        .contains("~ node “Add”, parameters.fields[0].value: \"one\" → \"two\"")
        .doesNotContain("Deployed");
    assertThat(deploy(file, "--json", "--no-activate").json().get("deployment")).isEqualTo(2L);
    assertThat(deploy("--rollback", "--dry-run").out())
        .contains(
            "Deployment 2 of ",
            "brought:",
            "  workflow “Adds”, version 2; live without it: version 1, active")
        .doesNotContain("is rolled back");
    assertThat(deploy("--rollback").out()).contains(", version 2", "Deployment 2 is rolled back");
    save("adds", adding("one"));
    assertThat(deploy(file).out()).contains("as it is there");
    Called back = deploy("--rollback", "--dry-run", "--json");
    assertThat(back.json().get("documents").toString())
        .contains("\"name\":\"Adds\"", "\"version\":1")
        .doesNotContain("before");
    assertThat(deploy("--rollback", "--dry-run").out())
        .contains("“Adds”, version 1; live without it: nothing");
  }

  @Test
  void what_was_deleted_since_keeps_a_deployment_from_coming_back() throws Exception {
    deploy(save("adds", adding("one")), "--no-activate");
    try (HttpClient client = HttpClient.newHttpClient()) {
      String address = "http://127.0.0.1:" + server.port() + "/api/v1/workflows/adds";
      String token = "Bearer " + Files.readString(server.tokenFile()).strip();
      HttpRequest.Builder delete = HttpRequest.newBuilder(URI.create(address)).DELETE();
      client.send(delete.header("Authorization", token).build(), BodyHandlers.discarding());
    }
    assertThat(deploy("--rollback", "--dry-run").out())
        .contains("“Adds”, version 1; live without it: nothing, since it was deleted");
    assertThat(deploy("--rollback", "--dry-run", "--json").json().get("documents").toString())
        .contains("\"deleted\":true");
    Called back = deploy("--rollback");
    assertThat(back.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(back.err()).contains("workflow “Adds” that deployment 1 brought was deleted since");
  }

  @Test
  void what_the_server_cannot_run_does_not_go() throws Exception {
    Path file =
        save(
            "odd",
            WorkflowBuilder.workflow("Odd")
                .node("start", "trigger.manual", "Start")
                .node("x", "vendor.unknown", "X")
                .connect("start -> x"));
    Called called = deploy(file);
    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out()).contains("error: X: the node type “vendor.unknown”");
    assertThat(called.err()).contains("cannot run this as it is");
  }

  @Test
  void a_smoke_run_that_fails_is_told_with_the_way_back() throws Exception {
    Path items = Files.writeString(folder.resolve("items.json"), "[{}]");
    Path file =
        save(
            "stops",
            WorkflowBuilder.workflow("Stops")
                .node("start", "trigger.manual", "Start")
                .node("stop", "flow.stop", "Stop")
                .parameter("stop", "message", "no luck")
                .connect("start -> stop"));
    Called called = deploy(file, "--smoke", items);
    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out())
        .contains("failed", "no luck", "--rollback --to …' takes back deployment 1");
    Called again = deploy(file, "--smoke", items);
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.out())
        .as("going back would take back something else")
        .contains("as it is there", "nothing was deployed now")
        .doesNotContain("--rollback");
  }

  private JsonObject asked(String token, String path, JsonObject body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return Json.parseObject(
          client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  /** A file with a token of an editor, for these scopes. */
  private Path token(String... scopes) throws Exception {
    JsonObject anna = JsonObject.of("name", "anna", "password", "correct horse battery");
    asked(
        Files.readString(server.tokenFile()).strip(),
        "/api/v1/users",
        anna.with("roles", JsonObject.of("default", "editor")));
    String own = String.valueOf(asked("", "/api/v1/login", anna).get("token"));
    JsonObject build = JsonObject.of("name", "build", "scopes", JsonArray.copyOf(List.of(scopes)));
    Object secret = asked(own, "/api/v1/tokens", build).get("secret");
    return Files.writeString(folder.resolve("token"), String.valueOf(secret));
  }

  @Test
  void a_smoke_run_that_is_not_allowed_is_told_before_anything_goes() throws Exception {
    Path items = Files.writeString(folder.resolve("items.json"), "[{}]");
    Path token = token("read", "deploy");
    Path file = save("adds", adding("one"));
    Called refused = deploy(file, "--smoke", items, "--token-file", token);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err().lines())
        .singleElement()
        .asString()
        .contains("may not start runs", "the scope “run”", "nothing was deployed");
    assertThat(deploy("--rollback").err()).contains("nothing was deployed to");
    assertThat(deploy(file, "--token-file", token).exit()).isZero();
  }

  @Test
  void a_smoke_run_of_nothing_but_forms_is_refused_before_anything_goes() throws Exception {
    Path items = Files.writeString(folder.resolve("items.json"), "[{}]");
    Called refused = deploy(form("ask.form.json", "Name"), "--smoke", items);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("--smoke needs a workflow");
    assertThat(deploy("--rollback").err()).contains("nothing was deployed to");
  }

  @Test
  void what_is_called_goes_with_it() throws Exception {
    Path file =
        save(
            "calls",
            WorkflowBuilder.workflow("Calls")
                .node("start", "trigger.manual", "Start")
                .node("call", "flow.subworkflow", "Call")
                .parameter("call", "source", "id")
                .parameter("call", "id", "called")
                .connect("start -> call"));
    save(
        "called", WorkflowBuilder.workflow("Called").node("start", "trigger.subworkflow", "Start"));
    Path items = Files.writeString(folder.resolve("items.json"), "[{\"n\": 1}]");
    Called called = deploy(file, "--smoke", items);
    assertThat(called.out()).contains("“Called” (called.workflow.json): new there");
    assertThat(called.exit()).as(called.out() + called.err()).isZero();
  }

  private static WorkflowBuilder calling(String name, String source, String target) {
    return WorkflowBuilder.workflow(name)
        .node("start", "trigger.manual", "Start")
        .node("call", "flow.subworkflow", "Call it")
        .parameter("call", "source", source)
        .parameter("call", source, target)
        .connect("start -> call");
  }

  @Test
  void what_needs_a_file_that_is_not_there_does_not_go() throws Exception {
    Path file = save("calls", calling("Calls", "file", "gone.workflow.json"));
    String told =
        "error: Call it, file: the workflow “gone.workflow.json” that is called is not there";
    Called deployed = deploy(file);
    assertThat(deployed.exit()).isEqualTo(1);
    assertThat(deployed.out()).contains(told);
    assertThat(deployed.err()).contains("see the errors above");
    assertThat(deploy("--rollback").err()).contains("nothing was deployed");
    Called validated = Called.with("validate", file);
    assertThat(validated.exit()).isEqualTo(1);
    assertThat(validated.out()).contains(told);
  }

  @Test
  void what_is_called_is_told_with_its_address() throws Exception {
    Path file =
        save(
            "asks",
            WorkflowBuilder.workflow("Asks")
                .node("hook", "trigger.webhook", "Call")
                .parameter("hook", "path", "asks/:id"));
    assertThat(deploy(file).out())
        .containsPattern("active\\.\\R  http://127\\.0\\.0\\.1:\\d+/hooks/asks/:id\\R");
    assertThat(deploy("--no-activate", file).out()).doesNotContain("/hooks/");
  }

  @Test
  void a_form_that_is_not_there_is_an_error() throws Exception {
    Path file =
        save(
            "asks",
            WorkflowBuilder.workflow("Asks")
                .node("ask", "trigger.form", "Ask")
                .parameter("ask", "form", "gone.form.json"));
    String told = "error: Ask, form: the form “gone.form.json” is not there";
    assertThat(deploy(file).out()).contains(told);
    assertThat(Called.with("validate", file).out()).contains(told);
  }

  @Test
  void what_is_called_by_id_must_be_beside_it_or_live_there() throws Exception {
    Path file = save("calls", calling("Calls", "id", "called"));
    Called refused = deploy(file);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out())
        .contains("error: Call it, id: the workflow “called” that is called is in no file beside");
    assertThat(Called.with("validate", file).out()).contains("no problems");
    Path called = folder.resolve("other/called.workflow.json");
    Files.createDirectories(called.getParent());
    WorkflowFiles.save(
        WorkflowBuilder.workflow("Called")
            .id("called")
            .node("start", "trigger.subworkflow", "Start")
            .build(),
        called);
    assertThat(deploy(called).exit()).isZero();
    assertThat(deploy(file).exit()).isZero();
  }

  @Test
  void workflows_that_call_each_other_go_with_a_warning() throws Exception {
    Path one = save("one", calling("One", "file", "two.workflow.json"));
    save("two", calling("Two", "file", "one.workflow.json"));
    Called deployed = deploy(one);
    assertThat(deployed.exit()).as(deployed.out() + deployed.err()).isZero();
    assertThat(deployed.out()).contains("warning: Call it, file: “Two” calls this workflow again");
    Called validated = Called.with("validate", one);
    assertThat(validated.exit()).isZero();
    assertThat(validated.out()).contains("warning: Call it, file: “Two” calls this workflow again");
  }

  @Test
  void without_a_token_it_says_where_one_is_given() throws Exception {
    Path file = save("adds", adding("one"));
    Called called =
        Called.with("deploy", file, "--to", "http://127.0.0.1:" + server.port(), "--home", folder);
    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err()).contains("--token-file").contains("CONCERTMASTER_TOKEN");
    assertThat(deploy().exit()).isEqualTo(2);
    assertThat(deploy("--rollback").err()).contains("nothing was deployed");
    assertThat(Called.with("deploy", file, "--to", "nowhere").err()).contains("--to");
  }

  @Test
  void a_server_that_cannot_start_says_why() {
    Called taken = Called.with("serve", "--home", home, "--port", "0");
    assertThat(taken.exit()).isEqualTo(2);
    assertThat(taken.err()).contains("another server uses");
    Called open =
        Called.with("serve", "--home", folder.resolve("h"), "--port", "0", "--bind", "0.0.0.0");
    assertThat(open.exit()).isEqualTo(2);
    assertThat(open.err()).contains("no account yet");
  }

  private Path form(String file, String label) throws Exception {
    JsonObject name = JsonObject.of("type", "string", "title", label);
    Path path = folder.resolve(file);
    FormFiles.save(
        Form.empty("ask", "Ask", "en")
            .withSchema(JsonObject.of("type", "object", "properties", JsonObject.of("name", name)))
            .withUi(
                JsonObject.of(
                    "type",
                    "VerticalLayout",
                    "elements",
                    JsonArray.of(JsonObject.of("type", "Control", "scope", "#/properties/name")))),
        path);
    return path;
  }

  @Test
  void what_a_form_would_change_is_shown_in_plain_words() throws Exception {
    Path file = form("ask.form.json", "Name");
    assertThat(deploy(file).out()).contains("form “Ask” (ask.form.json): new there");
    assertThat(deploy(file).out()).contains("as it is there");
    form("ask.form.json", "Your name");
    assertThat(deploy(file, "--dry-run").out())
        .contains("form “Ask” (ask.form.json): 1 change")
        .contains("  ~ field “Your name”, label: “Name” → “Your name”");
  }

  @Test
  void two_forms_are_compared() throws Exception {
    Path one = form("one.form.json", "Name");
    Path two = form("two.form.json", "Your name");
    Called differs = Called.with("diff", one, two);
    assertThat(differs.exit()).isEqualTo(1);
    assertThat(differs.out().strip()).isEqualTo("~ field “Your name”, label: “Name” → “Your name”");
    Called same = Called.with("diff", one, one);
    assertThat(same.exit()).isZero();
    assertThat(same.out()).contains("They ask the same.");
    assertThat(Called.with("diff", one, two, "--json").json().get("count")).isEqualTo(1L);
    Called mixed = Called.with("diff", one, save("adds", adding("one")));
    assertThat(mixed.exit()).isEqualTo(2);
    assertThat(mixed.err()).contains("name two workflows, or two forms");
    assertThat(Called.with("diff", one, folder.resolve("gone.form.json")).exit()).isEqualTo(2);
  }

  @Test
  void two_files_are_compared() throws Exception {
    Path one = save("one", adding("one"));
    Path two = save("two", adding("two").id("one"));
    WorkflowFiles.save(adding("two").id("one").build(), two);
    Called differs = Called.with("diff", one, two);
    assertThat(differs.exit()).isEqualTo(1);
    assertThat(differs.out().strip())
        .isEqualTo("~ node “Add”, parameters.fields[0].value: \"one\" → \"two\"");
    assertThat(Called.with("diff", one, one).exit()).isZero();
    assertThat(Called.with("diff", one, two, "--json").json().get("count")).isEqualTo(1L);
    assertThat(Called.with("diff", one, folder.resolve("none")).exit()).isEqualTo(2);
  }
}
