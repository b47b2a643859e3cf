package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;

/** A server with people who have browsers, and workflows that ask them. */
abstract class InboxFixture extends ServerFixture {
  static final String PASSWORD = "correct horse battery";

  void account(String name, JsonObject roles) throws Exception {
    JsonObject account = JsonObject.of("name", name, "password", PASSWORD).with("roles", roles);
    assertThat(post("/api/v1/users", account).status()).isEqualTo(201);
  }

  Browser signedIn(String name, String role) throws Exception {
    account(name, JsonObject.of("default", role));
    Browser browser = new Browser(client, server.port());
    assertThat(browser.signIn(name, PASSWORD)).isEqualTo("/inbox");
    return browser;
  }

  /** Asks for a yes or a no. */
  static WorkflowBuilder asking(String id, Map<String, Object> settings) {
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

  long asked(String title) throws Exception {
    live(asking("ask", Map.of("title", "={{ $json.title }}")));
    long run = run("ask", JsonObject.of("title", title));
    assertThat(ended(run).get("status")).isEqualTo("waiting");
    return run;
  }

  Map<String, String> filled(Browser browser, String path) throws Exception {
    Map<String, String> fields = Browser.hidden(browser.get(path).body());
    fields.put("/decision", "approved");
    fields.put("/comment", "what was typed");
    fields.put("do", "submit");
    return fields;
  }
}
