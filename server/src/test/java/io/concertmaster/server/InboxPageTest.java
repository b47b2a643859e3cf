package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunId;
import io.concertmaster.hosted.page.InboxPage;
import io.concertmaster.hosted.page.SignInPage;
import io.concertmaster.hosted.task.BoardTask;
import io.concertmaster.hosted.task.DoneTask;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The inbox as people use it, without scripts: from signing in to the run that goes on. */
class InboxPageTest extends InboxFixture {
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

  @Test
  void aRestartForgetsNeitherTasksNorAnswersNorWhoIsSignedIn() throws Exception {
    long run = asked("Order 1");
    long other = run("ask", JsonObject.of("title", "Order 2"));
    assertThat(ended(other).get("status")).isEqualTo("waiting");
    Browser anna = signedIn("anna", "runner");
    String path = "/inbox/tasks/default/" + run;
    assertThat(anna.post(path, filled(anna, path)).statusCode()).isEqualTo(303);
    assertThat(ended(run).get("status")).isEqualTo("succeeded");

    restart();

    Browser again = new Browser(client, server.port());
    again.cookies.putAll(anna.cookies);
    assertThat(again.get("/inbox").body()).contains("Order 2").doesNotContain("Order 1");
    assertThat(again.get("/inbox?show=done").body())
        .contains("Order 1", "Approved", "<span>anna</span>")
        .doesNotContain("Order 2");
  }

  @Test
  void aTaskThatIsAFormTakesFilesFromTheInbox() throws Exception {
    JsonArray fields =
        JsonArray.of(
            JsonObject.of("label", "list", "type", "file").with("required", true),
            JsonObject.of("label", "remark"));
    live(
        WorkflowBuilder.workflow("Lists")
            .id("lists")
            .node("start", "trigger.manual", "Start")
            .node("task", "flow.task", "Ask")
            .parameter("task", "title", "Send the list")
            .parameter("task", "kind", "form")
            .parameter("task", "fields", fields)
            .node("read", "file.extract", "Rows")
            .parameter("read", "format", "csv")
            .parameter("read", "binaryProperty", "list")
            .connect("start -> task")
            .connect("task:answered -> read"));
    long run = run("lists");
    assertThat(ended(run).get("status")).isEqualTo("waiting");
    Browser anna = signedIn("anna", "runner");
    String path = "/inbox/tasks/default/" + run + "?node=task";
    Map<String, String> sent = Browser.hidden(anna.get(path).body());
    sent.putAll(Map.of("do", "submit", "/remark", "as agreed"));

    Map<String, String> forged = new LinkedHashMap<>(sent);
    forged.put("confirm", "x");
    HttpResponse<String> again = anna.post(path, forged, "/list", "a.csv", "n,m\n1,2\n");
    assertThat(again.statusCode()).isEqualTo(403);
    assertThat(again.body()).contains("as agreed", "Files have to be chosen again");
    assertThat(anna.post(path, sent).statusCode()).as("the file is missing").isEqualTo(422);
    HttpResponse<String> taken = anna.post(path, sent, "/list", "a.csv", "n,m\n1,2\n3,4\n");
    assertThat(Browser.way(taken)).as(taken.body()).isEqualTo("/inbox?done=default." + run);
    assertThat(ended(run).get("status")).isEqualTo("succeeded");
    JsonObject rows = get("/api/v1/runs/" + run + "/nodes/read/items").json();
    assertThat(rows.get("total")).isEqualTo(2L);
    assertThat(anna.get("/inbox?done=default." + run).body()).contains("Answered: Send the list");
    // A body for a task that is gone is not read.
    String large = "x".repeat(200_000);
    assertThat(anna.post(path, sent, "/list", "a.csv", large).statusCode()).isEqualTo(410);
  }

  @Test
  void aTaskThatIsOverIsOpenNoMore() throws Exception {
    live(asking("ask", Map.of("title", "={{ $json.title }}", "due", "hours", "hours", 0.0003)));
    long late = run("ask", JsonObject.of("title", "Too late"));
    long cancelled = asked("Not wanted");
    Browser anna = signedIn("anna", "runner");
    assertThat(anna.get("/inbox").body()).contains("Not wanted");
    assertThat(post("/api/v1/runs/" + cancelled + "/cancel", null).status()).isLessThan(300);
    for (int i = 0; i < 200 && "waiting".equals(ended(late).get("status")); i++) {
      Thread.sleep(20);
    }
    assertThat(anna.get("/inbox").body()).doesNotContain("Too late", "Not wanted");
    String done = anna.get("/inbox?show=done").body();
    assertThat(done).contains("Too late", ">Overdue</strong> Nobody answered in time");
    assertThat(done).contains("Not wanted", "<strong>Not answered</strong>");
    assertThat(anna.get("/inbox/tasks/default/" + late).statusCode()).isEqualTo(410);
  }

  @Test
  void manyTasksComePageByPageOnesOwnFirst() throws Exception {
    live(
        asking("ask", Map.of("title", "={{ $json.title }}", "assignee", "={{ $json.who ?? '' }}")));
    long last = 0;
    for (int i = 0; i < 60; i++) {
      JsonObject item = JsonObject.of("title", "Invoice " + (100 + i));
      last = run("ask", i == 59 ? item.with("who", "Anna@example.com") : item);
    }
    assertThat(ended(last).get("status")).isEqualTo("waiting");
    Browser anna = signedIn("anna", "runner");

    String first = anna.get("/inbox").body();
    assertThat(first.split("<li class=\"task\">", -1)).hasSize(51);
    assertThat(first.indexOf("Invoice 159")).isLessThan(first.indexOf("Invoice 100"));
    assertThat(first).contains("1–50 of 60", "/inbox?show=open&amp;from=50");
    assertThat(anna.get("/inbox?show=open&from=50").body())
        .contains("51–60 of 60", "Invoice 158")
        .doesNotContain("Invoice 159");
    assertThat(anna.get("/inbox?show=mine").body())
        .contains("Invoice 159")
        .doesNotContain("Invoice 100");
    assertThat(anna.get("/inbox?q=invoice+11").body())
        .contains("10 tasks found", "Invoice 110", "Invoice 119")
        .doesNotContain("Invoice 120");
    assertThat(anna.get("/inbox?q=%3Cb%3Ex").body())
        .contains("No task has that", "value=\"&lt;b&gt;x\"");
    assertThat(anna.get("/inbox?from=99999999999").statusCode()).isEqualTo(400);
    assertThat(anna.get("/inbox?other=1").statusCode()).isEqualTo(400);
  }

  @Test
  void aTaskThatNobodySawInTheListIsAmongThoseThatWereDone() throws Exception {
    Browser anna = signedIn("anna", "runner");
    assertThat(anna.get("/inbox").body()).doesNotContain("Order 4712");
    long run = asked("Order 4712");
    assertThat(
            post("/api/v1/tasks/" + run + "/answer", JsonObject.of("decision", "approved"))
                .status())
        .isEqualTo(200);
    ended(run);

    assertThat(anna.get("/inbox?show=done").body()).contains("Order 4712");
  }

  @Test
  void anotherLanguageOfATaskIsOfTheSameTask() throws Exception {
    long run = asked("Order");
    Browser anna = signedIn("anna", "runner");
    String path = "/inbox/tasks/default/" + run;
    String page = anna.get(path + "?node=task").body();
    assertThat(page).contains("name=\"do\" value=\"lang:de\"");
    Browser viewer = signedIn("vera", "viewer");
    assertThat(viewer.get(path + "?node=task").body())
        .contains("href=\"" + path + "?node=task&amp;lang=de\"");
    assertThat(anna.get(path + "?node=task&lang=de").body()).contains("Genehmigen");
    Map<String, String> fields = Browser.hidden(page);
    fields.putAll(Map.of("/comment", "Wait", "do", "lang:de"));
    assertThat(anna.post(path + "?node=task", fields).body()).contains("Genehmigen", ">Wait<");
    assertThat(anna.get(path + "?node=other").statusCode()).isEqualTo(410);
  }

  @Test
  void theLanguageIsTheReaders() throws Exception {
    Browser anna = signedIn("anna", "runner");
    for (Map.Entry<String, String> each :
        Map.of("de", "Nichts ist offen", "fr", "Rien n&#39;est ouvert", "nl", "Er staat niets open")
            .entrySet()) {
      anna.headers.put("Accept-Language", each.getKey());
      assertThat(anna.get("/inbox").body())
          .contains("<html lang=\"" + each.getKey() + "\"", each.getValue());
    }
  }

  @Test
  void noTextOfATaskBecomesMarkup() throws Exception {
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    List<InboxPage.Line> lines = new ArrayList<>();
    for (String each : ScriptsTest.payloads()) {
      BoardTask task =
          new BoardTask(
              new RunId(1),
              each,
              each,
              each,
              Optional.of(each),
              Optional.of(now),
              Optional.of(now),
              now);
      lines.add(new InboxPage.Line(task, "default", each, Optional.empty()));
      DoneTask done = new DoneTask(task, "approved", Optional.of(each), now);
      lines.add(new InboxPage.Line(task, "default", each, Optional.of(done)));
    }
    for (String each : ScriptsTest.payloads()) {
      InboxPage.Said said = new InboxPage.Said("rejected", each);
      String page =
          InboxPage.of(
              List.of("en"),
              "/assets/",
              new InboxPage.Shown(
                  each,
                  "c",
                  InboxPage.Filter.OPEN,
                  each,
                  lines.subList(0, 2),
                  0,
                  700,
                  2,
                  1,
                  2,
                  true,
                  Optional.of(said),
                  now));
      assertThat(HarmlessPage.wrong(Jsoup.parse(page))).as(each).isEmpty();
    }
    String all =
        InboxPage.of(
            List.of("en"),
            "/assets/",
            new InboxPage.Shown(
                "p",
                "c",
                InboxPage.Filter.OPEN,
                "",
                lines,
                0,
                700,
                700,
                1,
                2,
                true,
                Optional.empty(),
                now));
    assertThat(HarmlessPage.wrong(Jsoup.parse(all))).isEmpty();
    assertThat(all).contains(">Overdue</strong> by 1 minute");
    String asked =
        SignInPage.of(
            List.of("en"),
            "/assets/",
            new SignInPage.Shown("\"><script>", "\"><script>", "\"><script>", "wrong", 0, true));
    assertThat(HarmlessPage.wrong(Jsoup.parse(asked))).isEmpty();
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
