package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A node's own title, text and button are on the page of its form, also of a form's file. */
class OwnWordsTest extends ServerFixture {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("concertmaster.root", ".."), "docs", "examples");

  private void deployed(WorkflowBuilder workflow) throws Exception {
    JsonArray documents =
        JsonArray.of(
            JsonObject.of("kind", "form", "path", "order.form.json")
                .with("content", Json.parse(Files.readString(EXAMPLES.resolve("order.form.json")))),
            JsonObject.of("kind", "workflow", "path", "asks.workflow.json")
                .with("content", file(workflow)));
    Reply reply =
        post("/api/v1/deployments", JsonObject.of("documents", documents, "activate", true));
    assertThat(reply.status()).as("%s", reply.json()).isEqualTo(201);
  }

  private Document page(String path, String language) throws Exception {
    return Jsoup.parse(
        client
            .send(
                request(null, path).header("Accept-Language", language).GET().build(),
                BodyHandlers.ofString())
            .body());
  }

  private Document taskPage(WorkflowBuilder workflow) throws Exception {
    deployed(
        workflow
            .node("form", "trigger.form", "Form")
            .parameter("form", "path", "begin")
            .parameter("form", "fields", JsonArray.of(JsonObject.of("label", "name")))
            .connect("form -> task"));
    Reply started = post("/api/v1/runs", JsonObject.of("workflow", "asks"));
    assertThat(started.status()).as("%s", started.json()).isEqualTo(201);
    for (int i = 0; i < 400; i++) {
      JsonArray tasks = (JsonArray) get("/api/v1/tasks").json().get("tasks");
      if (!tasks.isEmpty()) {
        return page(String.valueOf(((JsonObject) tasks.get(0)).get("link")), "en");
      }
      Thread.sleep(25);
    }
    throw new AssertionError("no task came");
  }

  private static WorkflowBuilder task() {
    return WorkflowBuilder.workflow("Asks")
        .id("asks")
        .node("task", "flow.task", "Task")
        .parameter("task", "title", "Check order 4711")
        .parameter("task", "description", "Look **closely** <i>now</i>")
        .parameter("task", "kind", "form");
  }

  private static void isDescribed(Document page) {
    assertThat(page.select("h1").text()).contains("Check order 4711");
    assertThat(page.select("strong").text()).contains("closely");
    assertThat(page.select("main i, form i")).isEmpty();
  }

  @Test
  void aTaskWithAFormsFileShowsItsOwnTitleAndDescription() throws Exception {
    Document page = taskPage(task().parameter("task", "form", "order.form.json"));
    isDescribed(page);
    assertThat(page.select(".progress").text()).isEqualTo("Page 1 of 2");
  }

  @Test
  void theDescriptionOfATaskWithFieldsIsMarkdown() throws Exception {
    isDescribed(
        taskPage(
            task().parameter("task", "fields", JsonArray.of(JsonObject.of("label", "amount")))));
  }

  @Test
  void aFormTriggersWordsGoBeforeThoseOfTheFileInEveryLanguage() throws Exception {
    deployed(
        WorkflowBuilder.workflow("Asks")
            .id("asks")
            .node("form", "trigger.form", "Form")
            .parameter("form", "path", "own")
            .parameter("form", "form", "order.form.json")
            .parameter("form", "title", "Orders of Van Dam")
            .parameter("form", "description", "By Friday, please")
            .node("last", "flow.noOp", "Last")
            .connect("form -> last"));
    for (String language : new String[] {"en", "de"}) {
      Document page = page("/forms/own", language);
      assertThat(page.select("h1").text()).isEqualTo("Orders of Van Dam");
      assertThat(page.body().text()).contains("By Friday, please");
    }
  }
}
