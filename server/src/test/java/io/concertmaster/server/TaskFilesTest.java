package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What visitors of a form sent is there for whoever decides on it, and for nobody else. */
class TaskFilesTest extends InboxFixture {
  /** What a browser would run, were it shown. */
  private static final String PAGE = "<script>alert(1)</script>";

  /** The run of a form that was sent with two files, and now waits at a task. */
  private long sent() throws Exception {
    JsonArray fields =
        JsonArray.of(
            JsonObject.of("label", "offer", "type", "file"),
            JsonObject.of("label", "bill", "type", "file"));
    WorkflowBuilder workflow =
        WorkflowBuilder.workflow("Offers")
            .id("offers")
            .node("form", "trigger.form", "Form")
            .parameter("form", "path", "offers")
            .parameter("form", "fields", fields)
            .node("task", "flow.task", "Decide")
            .parameter("task", "title", "Take the offer")
            .node("end", "flow.noOp", "End")
            .connect("form -> task", "task:approved -> end");
    live(workflow);
    assertThat(post("/api/v1/workflows/offers/activate", null).status()).isLessThan(300);
    Browser visitor = new Browser(client, server.port());
    Map<String, String> sent = Browser.hidden(visitor.get("/forms/offers").body());
    sent.put("do", "add:/nothing"); // keeps the first file, and shows the page again
    String again = visitor.post("/forms/offers", sent, "/offer", "an “offer”.html", PAGE).body();
    sent = Browser.hidden(again);
    sent.put("do", "submit");
    HttpResponse<String> done = visitor.post("/forms/offers", sent, "/bill", "b.csv", "n\n1\n");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    JsonArray runs = (JsonArray) get("/api/v1/runs").json().get("runs");
    long run = (Long) ((JsonObject) Objects.requireNonNull(runs.get(0))).get("run");
    assertThat(ended(run).get("status")).isEqualTo("waiting");
    return run;
  }

  private static void isKept(HttpResponse<String> file, String name, String text) {
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(text);
    assertThat(file.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment; filename=")
        .endsWith("filename*=UTF-8''" + name);
    assertThat(file.headers().firstValue("content-type")).contains("application/octet-stream");
    assertThat(file.headers().allValues("x-content-type-options")).containsExactly("nosniff");
    assertThat(file.headers().firstValue("content-security-policy").orElse(""))
        .startsWith("default-src 'none'; sandbox;");
    assertThat(file.headers().firstValue("cache-control").orElse("")).contains("no-store");
  }

  @Test
  void theTasksPageGivesOutWhatTheVisitorSent() throws Exception {
    long run = sent();
    String link = "/ask/" + run + "." + get("/api/v1/runs/" + run).json().get("answerToken");
    Browser person = new Browser(client, server.port());

    var page = Jsoup.parse(person.get(link).body(), "http://x");

    assertThat(page.select(".files li").eachText())
        .containsExactly("b.csv 4 bytes", "an “offer”.html 25 bytes");
    assertThat(page.select(".files a").eachAttr("href"))
        .containsExactly(link + "/files/0", link + "/files/1");
    isKept(person.get(link + "/files/0"), "b.csv", "n\n1\n");
    isKept(person.get(link + "/files/1"), "an%20%E2%80%9Coffer%E2%80%9D.html", PAGE);
    var head =
        client.send(request(null, link + "/files/0").HEAD().build(), BodyHandlers.ofString());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("content-length")).contains("4");
    assertThat(person.get(link + "/files/2").statusCode()).isEqualTo(404);
    assertThat(person.get(link + "/files/x").statusCode()).isEqualTo(404);
    assertThat(person.get(link.substring(0, link.length() - 1) + "/files/0").statusCode())
        .isEqualTo(404);
    assertThat(person.get("/ask/" + run + ".task/files/0").statusCode()).isEqualTo(404);
    var posted =
        client.send(
            request(null, link + "/files/0").POST(BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());
    assertThat(posted.statusCode()).isEqualTo(405);
    assertThat(posted.headers().firstValue("allow")).contains("GET, HEAD");

    String api = "/api/v1/tasks/" + run;
    assertThat(post(api + "/answer", JsonObject.of("decision", "approved")).json())
        .containsEntry("accepted", true);
    assertThat(person.get(link + "/files/0").statusCode()).isEqualTo(404);
    assertThat(get(api + "/files/0").status()).isEqualTo(404);
  }

  @Test
  void theInboxGivesThemToThoseWhoMaySeeTheProject() throws Exception {
    long run = sent();
    String path = "/inbox/tasks/default/" + run;
    Browser looker = signedIn("looker", "viewer");

    var page = Jsoup.parse(looker.get(path).body());
    Element first = Objects.requireNonNull(page.selectFirst(".files a"));

    assertThat(first.attr("href")).isEqualTo(path + "/files/0?node=task");
    isKept(looker.get(first.attr("href")), "b.csv", "n\n1\n");
    assertThat(looker.get(path + "/files/9").statusCode()).isEqualTo(404);
    Browser nobody = new Browser(client, server.port());
    assertThat(Browser.way(nobody.get(path + "/files/0"))).startsWith("/inbox/signin?to=");
    JsonObject stranger =
        JsonObject.of("name", "stranger", "password", "correct horse battery")
            .with("roles", JsonObject.empty());
    assertThat(post("/api/v1/users", stranger).status()).isEqualTo(201);
    Browser elsewhere = new Browser(client, server.port());
    elsewhere.signIn("stranger", "correct horse battery");
    assertThat(elsewhere.get(path + "/files/0").statusCode()).isEqualTo(403);
  }

  @Test
  void theApiListsAndGivesThem() throws Exception {
    long run = sent();
    String path = "/api/v1/tasks/" + run + "/files";

    JsonArray files = (JsonArray) get(path).json().get("files");

    assertThat(files)
        .containsExactly(
            JsonObject.of("file", 0L, "field", "bill")
                .with("name", "b.csv")
                .with("type", "text/csv")
                .with("size", 4L),
            JsonObject.of("file", 1L, "field", "offer")
                .with("name", "an “offer”.html")
                .with("type", "text/csv")
                .with("size", 25L));
    isKept(get(path + "/0?node=task").response(), "b.csv", "n\n1\n");
    assertThat(get(path + "/2").status()).isEqualTo(404);
    assertThat(get(path + "/0?node=form").status()).isEqualTo(404);
    assertThat(call(null, "GET", path + "/0", null).status()).isEqualTo(401);
  }
}
