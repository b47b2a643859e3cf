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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
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

  private long asked(String title) throws Exception {
    live(asking("ask", Map.of("title", "={{ $json.title }}")));
    long run = run("ask", JsonObject.of("title", title));
    assertThat(ended(run).get("status")).isEqualTo("waiting");
    return run;
  }

  private Map<String, String> filled(Browser browser, String path) throws Exception {
    Map<String, String> fields = Browser.hidden(browser.get(path).body());
    fields.put("/decision", "approved");
    fields.put("/comment", "what was typed");
    fields.put("do", "submit");
    return fields;
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
  void aPostOfAnotherSiteIsRefusedAndOneWithoutThePagesTextAnswersNothing() throws Exception {
    long run = asked("Order");
    String path = "/inbox/tasks/default/" + run;
    Browser anna = signedIn("anna", "runner");
    Map<String, String> fields = filled(anna, path);

    for (Map.Entry<String, String> each :
        List.of(
            Map.entry("Sec-Fetch-Site", "cross-site"),
            Map.entry("Sec-Fetch-Site", "same-site"),
            Map.entry("Origin", "https://evil.example"),
            Map.entry("Origin", "http://127.0.0.1:1"),
            Map.entry("Origin", "null"))) {
      anna.headers.clear();
      anna.headers.put(each.getKey(), each.getValue());
      assertThat(anna.post(path, fields).statusCode()).as("%s", each).isEqualTo(403);
      assertThat(anna.post("/inbox/signout", fields).statusCode()).as("%s", each).isEqualTo(403);
      assertThat(anna.post("/inbox/signin", fields).statusCode()).as("%s", each).isEqualTo(403);
    }
    anna.headers.clear();

    Browser ben = signedIn("ben", "runner");
    String others = Browser.hidden(ben.get("/inbox").body()).get("confirm");
    for (String confirm : List.of("", "a", Objects.requireNonNull(others))) {
      fields.put("confirm", confirm);
      HttpResponse<String> again = anna.post(path, fields);
      assertThat(again.statusCode()).as(confirm).isEqualTo(403);
      assertThat(again.body()).as("nothing is lost").contains("what was typed", "send it again");
      assertThat(anna.post("/inbox/signout", fields).statusCode()).isEqualTo(403);
    }
    assertThat(ended(run).get("status")).isEqualTo("waiting");

    // The control: the same from our own page.
    anna.headers.put("Sec-Fetch-Site", "same-origin");
    assertThat(anna.post(path, filled(anna, path)).statusCode()).isEqualTo(303);
    assertThat(ended(run).get("status")).isEqualTo("succeeded");
  }

  @Test
  void whatIsFilledInOutlivesASession() throws Exception {
    long run = asked("Order");
    String path = "/inbox/tasks/default/" + run;
    Browser anna = signedIn("anna", "runner");
    Map<String, String> fields = filled(anna, path);
    anna.cookies.clear();

    HttpResponse<String> out = anna.post(path, fields);
    assertThat(out.statusCode()).isEqualTo(401);
    assertThat(out.body()).contains("You are signed out", "what you filled in is kept");
    assertThat(anna.signIn("anna", PASSWORD)).isEqualTo("/inbox");
    HttpResponse<String> again = anna.post(path, fields);
    assertThat(again.body()).contains("what was typed", "send it again");
    Map<String, String> fresh = Browser.hidden(again.body());
    fresh.putAll(Map.of("/decision", "approved", "/comment", "what was typed", "do", "submit"));
    assertThat(anna.post(path, fresh).statusCode()).isEqualTo(303);
  }

  @Test
  void cookiesLieAtThePagesAloneAndChangeWithEachSignIn() throws Exception {
    Browser anna = signedIn("anna", "runner");
    String first = Objects.requireNonNull(anna.cookies.get("cm_session"));

    // Signing in anew ends the session that the browser brings.
    Browser again = new Browser(client, server.port());
    Map<String, String> asked = Browser.hidden(again.get("/inbox/signin").body());
    asked.putAll(Map.of("name", "anna", "password", PASSWORD));
    again.cookies.put("cm_session", first);
    HttpResponse<String> in = again.post("/inbox/signin", asked);
    String cookie = in.headers().firstValue("set-cookie").orElse("");
    assertThat(cookie)
        .startsWith("cm_session=cs_")
        .contains("; Path=/inbox; HttpOnly; SameSite=Lax")
        .doesNotContain("Secure", first);
    assertThat(Browser.way(anna.get("/inbox"))).startsWith("/inbox/signin?to=");

    // Behind a proxy with TLS it is another one, which browsers send over TLS only.
    Browser far = new Browser(client, server.port());
    far.headers.put("X-Forwarded-Proto", "https");
    assertThat(far.signIn("anna", PASSWORD)).isEqualTo("/inbox");
    assertThat(far.cookies).containsOnlyKeys("__Secure-cm_door", "__Secure-cm_session");
    assertThat(far.get("/inbox").statusCode()).isEqualTo(200);

    // Two at once are none.
    Browser two = new Browser(client, server.port());
    two.cookies.put("a=b; cm_session=" + first + "; cm_session", again.cookies.get("cm_session"));
    assertThat(Browser.way(two.get("/inbox"))).startsWith("/inbox/signin?to=");
  }

  @Test
  void whoSignedOutStaysOutWhateverIsSentAgain() throws Exception {
    Browser anna = signedIn("anna", "runner");
    String session = Objects.requireNonNull(anna.cookies.get("cm_session"));
    String list = anna.get("/inbox").body();
    assertThat(Browser.way(anna.post("/inbox/signout", Browser.hidden(list))))
        .isEqualTo("/inbox/signin?out=1");
    assertThat(anna.cookies).doesNotContainKey("cm_session");
    anna.cookies.put("cm_session", session);
    assertThat(Browser.way(anna.get("/inbox"))).startsWith("/inbox/signin?to=");
  }

  @Test
  void nobodyIsLedElsewhere() throws Exception {
    account("anna", JsonObject.of("default", "runner"));
    for (String to :
        List.of(
            "https://evil.example/",
            "//evil.example/inbox",
            "/\\evil.example",
            "/inbox//evil.example",
            "/inbox/../x",
            "/inbox@evil.example",
            "/inboxes",
            "/inbox\r\nSet-Cookie: a=b",
            "javascript:alert(1)",
            "/hooks/x")) {
      Browser browser = new Browser(client, server.port());
      Map<String, String> fields = Browser.hidden(browser.get("/inbox/signin").body());
      fields.putAll(Map.of("name", "anna", "password", PASSWORD, "to", to));
      assertThat(Browser.way(browser.post("/inbox/signin", fields))).as(to).isEqualTo("/inbox");
    }
    Browser browser = new Browser(client, server.port());
    String asked = Browser.way(browser.get("/inbox/tasks/default/7?lang=de"));
    Map<String, String> fields = Browser.hidden(browser.get(asked).body());
    fields.putAll(Map.of("name", "anna", "password", PASSWORD));
    assertThat(Browser.way(browser.post("/inbox/signin", fields)))
        .isEqualTo("/inbox/tasks/default/7?lang=de");
  }

  @Test
  void aViewerSeesAndDoesNotAnswerAndOthersSeeNothing() throws Exception {
    long run = asked("Order 12");
    String path = "/inbox/tasks/default/" + run;
    Browser anna = signedIn("anna", "runner");
    Browser vic = signedIn("vic", "viewer");
    assertThat(put("/api/v1/projects/sales", JsonObject.of("name", "Sales")).status())
        .isEqualTo(200);
    account("sam", JsonObject.of("sales", "admin"));
    Browser sam = new Browser(client, server.port());
    assertThat(sam.signIn("sam", PASSWORD)).isEqualTo("/inbox");

    assertThat(vic.get("/inbox").body()).contains("Order 12");
    assertThat(vic.get(path).body())
        .contains("Order 12", "You may see this task, but not answer it")
        .doesNotContain("<form", "<button", "cs_");
    Map<String, String> fields = filled(anna, path);
    fields.put("confirm", Browser.hidden(vic.get("/inbox").body()).get("confirm"));
    HttpResponse<String> refused = vic.post(path, fields);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("You may not do this");

    assertThat(sam.get("/inbox").body()).contains("Nothing is open").doesNotContain("Order 12");
    assertThat(sam.get(path).statusCode()).isEqualTo(403);
    assertThat(sam.get("/inbox/tasks/sales/" + run).statusCode()).isEqualTo(410);
    assertThat(sam.get("/inbox/tasks/none/" + run).statusCode()).isEqualTo(403);
    assertThat(sam.get("/inbox?done=default." + run).body()).doesNotContain("Order 12");
    assertThat(ended(run).get("status")).isEqualTo("waiting");
  }

  @Test
  void theLogTellsWhoCameAndWhoAnswered() throws Exception {
    long run = asked("Order");
    String path = "/inbox/tasks/default/" + run;
    Browser anna = signedIn("anna", "runner");
    Browser other = new Browser(client, server.port());
    assertThat(other.signIn("anna", "not the password")).isEqualTo("401");
    assertThat(other.signIn("my password, in the wrong field", "x")).isEqualTo("401");
    assertThat(anna.post(path, filled(anna, path)).statusCode()).isEqualTo(303);
    anna.post("/inbox/signout", Browser.hidden(anna.get("/inbox").body()));

    JsonArray lines = audit();
    for (int i = 0; i < 100 && !lines.toString().contains("signOutWithBrowser"); i++) {
      Thread.sleep(20); // it is written soon, not at once
      lines = audit();
    }
    List<String> told =
        lines.stream()
            .map(each -> (JsonObject) Objects.requireNonNull(each))
            .filter(each -> String.valueOf(each.get("path")).startsWith("/inbox"))
            .map(each -> each.get("who") + " " + each.get("what") + " " + each.get("status"))
            .toList();
    assertThat(told)
        .containsExactly(
            "anna signOutWithBrowser 303",
            "anna answerTaskWithBrowser 303",
            "nobody signInWithBrowser 401",
            "anna signInWithBrowser 401",
            "anna signInWithBrowser 303");
    assertThat(lines.toString()).doesNotContain("wrong field");
  }

  private JsonArray audit() throws Exception {
    return (JsonArray) Objects.requireNonNull(get("/api/v1/audit").json().get("lines"));
  }

  @Test
  void whoTriesTooOftenHasToWait() throws Exception {
    account("anna", JsonObject.of("default", "runner"));
    Browser browser = new Browser(client, server.port());
    for (int i = 0; i < 5; i++) {
      assertThat(browser.signIn("anna", "wrong " + i)).isEqualTo("401");
    }
    Map<String, String> fields = Browser.hidden(browser.get("/inbox/signin").body());
    fields.putAll(Map.of("name", "anna", "password", PASSWORD));
    HttpResponse<String> refused = browser.post("/inbox/signin", fields);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Too many tries went wrong. Wait");
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
  void anotherLanguageOfATaskIsOfTheSameTask() throws Exception {
    long run = asked("Order");
    Browser anna = signedIn("anna", "runner");
    String path = "/inbox/tasks/default/" + run;
    String page = anna.get(path + "?node=task").body();
    assertThat(page).contains("href=\"" + path + "?node=task&amp;lang=de\"");
    assertThat(anna.get(path + "?node=task&lang=de").body()).contains("Genehmigen");
    assertThat(anna.get(path).body()).contains("href=\"" + path + "?lang=de\"");
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
}
