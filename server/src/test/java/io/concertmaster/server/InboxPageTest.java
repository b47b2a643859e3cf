package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The inbox as people use it, without scripts: from signing in to the run that goes on. */
class InboxPageTest extends ServerFixture {
  private static final String PASSWORD = "correct horse battery";

  private void account(String name, JsonObject roles) throws Exception {
    JsonObject account = JsonObject.of("name", name, "password", PASSWORD).with("roles", roles);
    assertThat(post("/api/v1/users", account).status()).isEqualTo(201);
  }

  private Browser signedIn(String name, String role) throws Exception {
    account(name, JsonObject.of("default", role));
    Browser browser = new Browser(client, server.port());
    assertThat(browser.signIn(name, PASSWORD)).isEqualTo("/inbox");
    return browser;
  }

  /** Asks for a yes or a no. */
  private static WorkflowBuilder asking(String id, Map<String, Object> settings) {
    WorkflowBuilder workflow =
        WorkflowBuilder.workflow("Orders")
            .id(id)
            .node("start", "trigger.manual", "Start")
            .node("task", "flow.task", "Ask")
            .node("yes", "data.editFields", "Yes")
            .parameter("yes", "keep", "all")
            .connect("start -> task")
            .connect("task:approved -> yes");
    settings.forEach((name, value) -> workflow.parameter("task", name, value));
    return workflow;
  }

  @Test
  void aTaskIsFoundOpenedAndApproved() throws Exception {
    live(asking("ask", Map.of("title", "={{ 'Order ' + $json.no }}", "description", "**Please**")));
    long run = run("ask", JsonObject.of("no", 4711L));
    assertThat(ended(run).get("status")).isEqualTo("waiting");
    Browser anna = signedIn("anna", "runner");

    String list = anna.get("/inbox").body();
    assertThat(list).contains("Order 4711", "Orders", "/inbox/tasks/default/" + run);
    HttpResponse<String> task = anna.get("/inbox/tasks/default/" + run);
    assertThat(task.statusCode()).isEqualTo(200);
    assertThat(task.body()).contains("<strong>Please</strong>", "Approve", "Reject");

    Map<String, String> fields = Browser.hidden(task.body());
    fields.put("/decision", "approved");
    fields.put("/comment", "Fine");
    fields.put("do", "submit");
    HttpResponse<String> sent = anna.post("/inbox/tasks/default/" + run, fields);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    String way = Browser.way(sent);
    assertThat(way).isEqualTo("/inbox?done=default." + run);

    JsonObject view = ended(run);
    assertThat(view.get("status")).as("%s", view).isEqualTo("succeeded");
    JsonObject said = firstItem(run, "yes");
    assertThat(said.get("by")).isEqualTo("anna");
    assertThat(said.get("comment")).isEqualTo("Fine");

    String after = anna.get(way).body();
    assertThat(after).contains("Approved: Order 4711").doesNotContain("/inbox/tasks/default/");
    assertThat(anna.get("/inbox?show=done").body()).contains("Order 4711", "Approved", "anna");
    assertThat(anna.get("/inbox/tasks/default/" + run).statusCode()).isEqualTo(410);
    // The same page sent again answers nothing.
    assertThat(anna.post("/inbox/tasks/default/" + run, fields).statusCode()).isEqualTo(410);
  }

  /** What the first item that left a node says of the task. */
  private JsonObject firstItem(long run, String node) throws Exception {
    JsonObject page = get("/api/v1/runs/" + run + "/nodes/" + node + "/items").json();
    JsonArray items = (JsonArray) Objects.requireNonNull(page.get("items"));
    JsonObject item = (JsonObject) Objects.requireNonNull(items.getFirst());
    JsonObject json = (JsonObject) Objects.requireNonNull(item.get("json"));
    return (JsonObject) Objects.requireNonNull(json.get("task"));
  }
}
