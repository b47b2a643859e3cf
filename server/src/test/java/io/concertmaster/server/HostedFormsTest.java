package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * People fill in forms of active workflows, and answer their tasks, in a browser without scripts.
 */
class HostedFormsTest extends VisitorFixture {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("concertmaster.root", ".."), "docs", "examples");

  private void sample() throws Exception {
    Map<String, Object> documents = new LinkedHashMap<>();
    for (String each : List.of("order-approval.workflow.json", "order.form.json")) {
      documents.put(each, Json.parse(Files.readString(EXAMPLES.resolve(each))));
    }
    deployed(documents);
  }

  private static final Map<String, String> ORDER =
      Map.of(
          "/company",
          "Van Dam",
          "/contact/name",
          "Ria",
          "/contact/email",
          "r@example.com",
          "/items/0/article",
          "A",
          "/items/0/quantity",
          "3");

  private Page ordered(String price) throws Exception {
    Map<String, String> typed = new HashMap<>(ORDER);
    typed.put("/items/0/price", price);
    Page page = send(open("/forms/order"), "next", typed);
    assertThat(page.document().select(".progress").text()).isEqualTo("Page 2 of 2");
    return page;
  }

  private static final Map<String, String> COLLECTED =
      Map.of("/delivery", "collect", "/payment", "card", "/terms", "true");

  private JsonArray responses(String more) throws Exception {
    Reply page = get("/api/v1/forms/order/responses" + more);
    assertThat(page.status()).as("%s", page.json()).isEqualTo(200);
    return (JsonArray) Objects.requireNonNull(page.json().get("responses"));
  }

  @Test
  void whatPeopleAnsweredToAFormIsListedByTheApi() throws Exception {
    sample();
    send(ordered("12.50"), "submit", COLLECTED);
    send(ordered("99"), "submit", COLLECTED);
    // What a program begins is no response: nobody saw the form.
    post(
        "/api/v1/runs",
        JsonObject.of("workflow", "order-approval", "input", JsonArray.of(JsonObject.empty())));

    JsonArray all = responses("");
    assertThat(all).hasSize(2);
    JsonObject newest = (JsonObject) all.getFirst();
    assertThat(newest).containsEntry("workflow", "order-approval").containsKeys("at", "status");
    JsonObject answer = (JsonObject) Objects.requireNonNull(newest.get("answer"));
    assertThat(answer).containsEntry("company", "Van Dam").doesNotContainKey("formMode");
    assertThat(answer.get("items").toString()).contains("99");

    assertThat(responses("?limit=1&before=" + newest.get("run")))
        .isEqualTo(JsonArray.of(all.get(1)));
    assertThat(get("/api/v1/forms/nothing/responses").status()).isEqualTo(404);
  }

  @Test
  void aSmallOrderEndsWithThanksInTheWordsOfTheWorkflow() throws Exception {
    sample();

    Page end = send(ordered("12.50"), "submit", COLLECTED);

    assertThat(end.heading()).isEqualTo("Thank you for your order");
    assertThat(end.document().text()).contains("37.5 €");
  }

  @Test
  void aLargeOrderWaitsForAPersonWhoseAnswerHoldsOnce() throws Exception {
    sample();
    assertThat(send(ordered("5000"), "submit", COLLECTED).heading()).isEqualTo("Thank you");
    JsonObject run = onlyRun();
    String link = "/ask/" + run.get("run") + "." + run.get("answerToken");

    restart(); // links still work
    Page task = open(link);
    assertThat(task.heading()).isEqualTo("Order of Van Dam over 15000 €");
    assertThat(task.document().select("strong").eachText()).contains("15000 €");
    assertThat(send(task, "submit", Map.of()).document().select(".summary a").text())
        .contains("Decision");
    assertThat(
            send(task, "submit", Map.of("decision", "approved", "/decision", "approved")).heading())
        .isEqualTo("Thank you");

    assertThat(open(link).response().statusCode()).isEqualTo(410);
    assertThat(send(task, "submit", Map.of("/decision", "rejected")).response().statusCode())
        .isEqualTo(410);
    awaitStatus("succeeded");
  }

  @Test
  void whoWaitsForMoreIsToldThatARunWasCalledOff() throws Exception {
    sample();
    Page waiting = send(ordered("5000"), "submit", COLLECTED);

    assertThat(post("/api/v1/runs/" + onlyRun().get("run") + "/cancel", null).status())
        .isEqualTo(204);

    assertThat(open(waiting.path()).heading()).isEqualTo("This was called off");
  }

  private void askingForAFile() throws Exception {
    JsonArray fields =
        JsonArray.of(
            JsonObject.of("label", "list", "type", "file")
                .with("required", true)
                .with("fileTypes", ".csv"));
    deployed(
        Map.of(
            "files.workflow.json",
            file(
                WorkflowBuilder.workflow("Files")
                    .id("files")
                    .node("form", "trigger.form", "Form")
                    .parameter("form", "path", "files")
                    .parameter("form", "fields", fields)
                    .node("read", "file.extract", "Rows")
                    .parameter("read", "format", "csv")
                    .parameter("read", "binaryProperty", "list")
                    .connect("form -> read"))));
  }

  @Test
  void aFileThatIsSentTravelsWithTheItemUnderItsField() throws Exception {
    askingForAFile();
    Page page = open("/forms/files");
    assertThat(page.document().select("form").attr("enctype")).isEqualTo("multipart/form-data");

    Page end =
        sendParts(page, multipart(page, "submit", "/list", "../../a list.csv", "n,m\n1,2\n3,4\n"));

    assertThat(end.heading()).isEqualTo("Thank you");
    awaitStatus("succeeded");
    JsonArray rows =
        (JsonArray)
            get("/api/v1/runs/" + onlyRun().get("run") + "/nodes/read/items").json().get("items");
    assertThat(String.valueOf(rows)).contains("\"n\"").contains("\"m\"");
    assertThat(rows).hasSize(2);
  }

  @Test
  void aFileOfAnotherKindOrWithAForgedReferenceIsRefused() throws Exception {
    askingForAFile();
    Page page = open("/forms/files");

    Page refused = sendParts(page, multipart(page, "submit", "/list", "a.exe", "MZ"));
    assertThat(refused.response().statusCode()).isEqualTo(422);
    assertThat(refused.document().select(".problem").text()).contains(".csv");

    String forged =
        "{\"list\": {\"name\": \"a.csv\", \"type\": \"text/csv\", \"size\": 3, \"ref\": \""
            + "0".repeat(48)
            + "-"
            + "0".repeat(32)
            + "\"}}";
    Page again = open("/forms/files");
    Page missing = send(again, "submit", Map.of("answer", forged));
    assertThat(missing.response().statusCode()).isEqualTo(422);
    assertThat((JsonArray) get("/api/v1/runs").json().get("runs")).isEmpty();
  }

  @Test
  void tasksAreListedAndAnsweredByProgramsToo() throws Exception {
    sample();
    send(ordered("5000"), "submit", COLLECTED);
    JsonArray tasks = (JsonArray) get("/api/v1/tasks").json().get("tasks");
    assertThat(tasks).hasSize(1);
    JsonObject task = (JsonObject) java.util.Objects.requireNonNull(tasks.get(0));
    assertThat(task)
        .containsEntry("title", "Order of Van Dam over 15000 €")
        .containsEntry("asks", "approval")
        .containsKeys("due", "remind", "link");

    String path = "/api/v1/tasks/" + task.get("run") + "/answer";
    Reply refused = post(path, JsonObject.of("decision", "perhaps"));
    assertThat(refused.json().get("accepted")).isEqualTo(false);
    assertThat(post(path, JsonObject.of("decision", "approved")).json().get("accepted"))
        .isEqualTo(true);

    assertThat(post(path, JsonObject.of("decision", "approved")).status()).isEqualTo(409);
    awaitStatus("succeeded");
    assertThat((JsonArray) get("/api/v1/tasks").json().get("tasks")).isEmpty();
  }

  @Test
  void theTenAnswersAreJudgedByTheApiAsTheySay() throws Exception {
    sample();
    JsonArray answers = example("order.answers.json");
    JsonArray expected = example("order.answers.expected.json");
    assertThat(answers).hasSameSizeAs(expected).hasSize(10);
    for (int i = 0; i < answers.size(); i++) {
      JsonObject sample = (JsonObject) java.util.Objects.requireNonNull(expected.get(i));
      JsonObject judged = post("/api/v1/forms/order/check", answers.get(i)).json();
      JsonArray problems = (JsonArray) judged.get("problems");
      assertThat(
              problems.stream().map(problem -> ((JsonObject) problem).without("message")).toList())
          .as(String.valueOf(sample.get("why")))
          .isEqualTo(sample.get("problems"));
      assertThat(judged.get("accepted")).isEqualTo(problems.isEmpty());
    }
  }

  private static JsonArray example(String file) throws Exception {
    return (JsonArray) Json.parse(Files.readString(EXAMPLES.resolve(file)));
  }

  private JsonObject onlyRun() throws Exception {
    JsonArray runs = (JsonArray) get("/api/v1/runs").json().get("runs");
    assertThat(runs).hasSize(1);
    Object id = ((JsonObject) java.util.Objects.requireNonNull(runs.get(0))).get("run");
    return get("/api/v1/runs/" + id).json();
  }

  private void awaitStatus(String status) throws Exception {
    for (int i = 0; i < 200 && !status.equals(onlyRun().get("status")); i++) {
      Thread.sleep(25);
    }
    assertThat(onlyRun().get("status")).isEqualTo(status);
  }

  @Test
  void aFormThatIsSentTwiceBeginsOneRun() throws Exception {
    sample();
    Page last = ordered("1");
    String body = fields(last, "submit", COLLECTED);

    assertThat(send("/forms/order", body).heading()).isEqualTo("Thank you for your order");
    assertThat(send("/forms/order", body).heading()).isEqualTo("Thank you for your order");

    onlyRun();
  }

  @Test
  void aForgedKeyAndAForgedTicketAreRefused() throws Exception {
    sample();
    String body = fields(ordered("1"), "submit", COLLECTED);

    String forged =
        body.replaceFirst("key=[^&]*", "key=9999999999-" + "0".repeat(32) + "-" + "0".repeat(32));
    assertThat(send("/forms/order", forged).response().statusCode()).isEqualTo(409);
    assertThat(open("/ask/after/1-" + "0".repeat(32)).response().statusCode()).isEqualTo(404);
    assertThat(open("/ask/1.1-" + "0".repeat(32)).response().statusCode()).isEqualTo(410);
    assertThat((JsonArray) get("/api/v1/runs").json().get("runs")).isEmpty();
  }

  @Test
  void aBodyThatIsNoFormIsRefusedByItsType() throws Exception {
    sample();
    for (String type :
        List.of("application/json", "text/plain", "multipart/mixed; boundary=a", "image/png")) {
      HttpResponse<String> response =
          client.send(
              request(null, "/forms/order")
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString("{\"do\": \"submit\"}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(type).isEqualTo(415);
    }
  }

  @Test
  void anAnswerThatIsNotRightIsRefusedHoweverItTravels() throws Exception {
    sample();
    Page page = ordered("1");
    String body =
        fields(page, "submit", COLLECTED)
            .replaceFirst(
                "answer=[^&]*",
                "answer=" + URLEncoder.encode("{\"company\": 7}", StandardCharsets.UTF_8));

    Page again = send("/forms/order", body);

    assertThat(again.response().statusCode()).isEqualTo(422);
    assertThat(again.document().select(".summary a").eachText())
        .anyMatch(each -> each.startsWith("Company"));
  }

  private static final List<String> PAYLOADS =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "'><svg/onload=alert(1)>",
          "</textarea><script>alert(1)</script>",
          "</title><script>alert(1)</script>",
          "</option></select><script>alert(1)</script>",
          "javascript:alert(1)",
          "[x](javascript:alert(1))",
          "![x](javascript:alert(1))",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<iframe srcdoc=\"<script>alert(1)</script>\">",
          "${alert(1)}{{alert(1)}}",
          "\u0000<script>alert(1)</script>",
          "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
          "&lt;script&gt;alert(1)&lt;/script&gt;");

  @Test
  void noLabelChoiceOrValueBecomesMarkup() throws Exception {
    for (String payload : PAYLOADS) {
      JsonArray fields =
          JsonArray.of(
              JsonObject.of("label", payload),
              JsonObject.of("label", "b " + payload, "type", "dropdown")
                  .with("options", JsonArray.of(payload, "b")),
              JsonObject.of("label", "c " + payload, "type", "radio")
                  .with("options", JsonArray.of(payload, "b")),
              JsonObject.of("label", "d", "type", "html").with("text", payload),
              JsonObject.of("label", "e", "type", "hiddenField").with("text", payload),
              JsonObject.of("label", "f", "placeholder", payload).with("required", true));
      deployed(
          Map.of(
              "x.workflow.json",
              file(
                  WorkflowBuilder.workflow("X")
                      .id("x")
                      .node("form", "trigger.form", "Form")
                      .parameter("form", "path", "x")
                      .parameter("form", "title", payload)
                      .parameter("form", "description", payload)
                      .parameter("form", "button", payload)
                      .parameter("form", "fields", fields))));
      Page page = open("/forms/x?f=" + URLEncoder.encode(payload, StandardCharsets.UTF_8));
      harmless(page, payload);
      harmless(send(page, "submit", Map.of("/" + payload, payload, "answer", payload)), payload);
    }
  }

  private static void harmless(Page page, String payload) {
    Document document = page.document();
    assertThat(document.select("script")).as(payload).hasSizeLessThanOrEqualTo(1);
    assertThat(document.select("script").eachAttr("src"))
        .as(payload)
        .allMatch("/assets/form.js"::equals);
    assertThat(document.select("img, svg, iframe, math, object, embed, style"))
        .as(payload)
        .isEmpty();
    for (Element each : document.getAllElements()) {
      assertThat(each.attributes().asList())
          .as(payload)
          .noneMatch(attribute -> attribute.getKey().startsWith("on"))
          .noneMatch(attribute ->
              List.of("href", "src", "action").contains(attribute.getKey())
                  && attribute.getValue().startsWith("javascript"));
    }
    assertThat(page.response().headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe");
  }
}
