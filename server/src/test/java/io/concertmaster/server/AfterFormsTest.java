package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a person sees after a form, by its setting “Afterwards”. */
class AfterFormsTest extends ServerFixture {
  private static WorkflowBuilder form(String respond) {
    return WorkflowBuilder.workflow("Asks")
        .id("asks")
        .node("form", "trigger.form", "Form")
        .parameter("form", "path", "asks")
        .parameter("form", "fields", JsonArray.of(JsonObject.of("label", "name")))
        .parameter("form", "respond", respond);
  }

  private static WorkflowBuilder answering(String with, String key, Object value) {
    WorkflowBuilder workflow =
        form("responseNode").node("answer", "http.respond", "Answer").connect("form -> answer");
    workflow.parameter("answer", "with", with);
    return key.isEmpty() ? workflow : workflow.parameter("answer", key, value);
  }

  /** The first answer that is no page of this server's to come. */
  private HttpResponse<String> sent(WorkflowBuilder workflow) throws Exception {
    live(workflow);
    assertThat(post("/api/v1/workflows/asks/activate", null).status()).isEqualTo(200);
    Document page = Jsoup.parse(page("/forms/asks").body());
    StringBuilder body = new StringBuilder("do=submit&%2Fname=Ria");
    for (Element each : page.select("form input[type=hidden]")) {
      body.append('&').append(each.attr("name")).append('=').append(each.attr("value"));
    }
    HttpResponse<String> response =
        client.send(
            request(null, "/forms/asks")
                .header("Accept-Language", "en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build(),
            BodyHandlers.ofString());
    while (response.statusCode() == 303) {
      String to = response.headers().firstValue("Location").orElseThrow();
      if (!to.startsWith("/")) {
        return response;
      }
      response = page(to);
    }
    return response;
  }

  private HttpResponse<String> page(String path) throws Exception {
    return client.send(
        request(null, path).header("Accept-Language", "en").GET().build(), BodyHandlers.ofString());
  }

  private String text(WorkflowBuilder workflow) throws Exception {
    return Jsoup.parse(sent(workflow).body()).body().text();
  }

  @Test
  void whatANodeRespondsIsShown() throws Exception {
    assertThat(text(answering("text", "body", "={{ 'Hello ' + $json.name + ' <b>!</b>' }}")))
        .contains("Hello Ria <b>!</b>");
    assertThat(text(answering("json", "body", "{\"seats\": 4711}"))).contains("\"seats\": 4711");
    assertThat(text(answering("firstIncomingItem", "", ""))).contains("\"name\": \"Ria\"");
    HttpResponse<String> moved = sent(answering("redirect", "address", "https://example.org/on"));
    assertThat(moved.headers().firstValue("Location")).contains("https://example.org/on");
    assertThat(text(answering("noData", "", ""))).contains("Thank you");
  }

  /** Browsers hold the way on after a form against what its page may send to. */
  @Test
  void thePageOfAFormLetsBrowsersGoOnToAnyWebAddress() throws Exception {
    HttpResponse<String> moved = sent(answering("redirect", "address", "http://intranet/on"));

    assertThat(moved.headers().firstValue("Location")).contains("http://intranet/on");
    String policy =
        page("/forms/asks").headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy.replaceFirst(".*form-action ([^;]*);.*", "$1").split(" "))
        .containsExactlyInAnyOrder("'self'", "http:", "https:");
  }

  @Test
  void aFileWithWhichANodeRespondsIsThereToBeKept() throws Exception {
    WorkflowBuilder workflow =
        form("responseNode")
            .node("make", "file.convert", "As a file")
            .parameter("make", "format", "json")
            .parameter("make", "fileName", "an offer.json")
            .node("answer", "http.respond", "Answer")
            .parameter("answer", "with", "binary")
            .connect("form -> make", "make -> answer");

    Document page = Jsoup.parse(sent(workflow).body());

    String address = page.select(".notice a").attr("href");
    assertThat(address).matches("/ask/after/\\d+-[0-9a-f]{32}/file");
    assertThat(page.select(".notice").text()).contains("Thank you", "an offer.json, ");
    assertThat(page.select("meta[http-equiv=refresh]").attr("content"))
        .isEqualTo("0;url=" + address);
    HttpResponse<String> file = page(address);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).contains("\"name\":\"Ria\"");
    assertThat(file.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment; filename=\"an offer.json\"");
    assertThat(file.headers().firstValue("x-content-type-options")).contains("nosniff");
    String forged = address.replaceFirst("[0-9a-f]{32}", "0".repeat(32));
    assertThat(page(forged).statusCode()).isEqualTo(404);

    assertThat(text(answering("binary", "fileField", "none"))).contains("Something went wrong");
  }

  @Test
  void aFormSaysThanksInItsOwnWords() throws Exception {
    JsonObject said =
        JsonObject.of("form.thanks.title", "Well done", "form.thanks", "We write to you soon.");
    JsonObject form =
        JsonObject.of("format", 1, "id", "asks")
            .with("name", "Asks")
            .with(
                "schema",
                JsonObject.of("type", "object")
                    .with("properties", JsonObject.of("name", JsonObject.of("type", "string"))))
            .with("texts", JsonObject.of("en", said));
    WorkflowBuilder workflow = form("onReceived").parameter("form", "form", "asks.form.json");
    JsonArray documents =
        JsonArray.of(
            JsonObject.of("kind", "form", "path", "asks.form.json").with("content", form),
            JsonObject.of("kind", "workflow", "path", "asks.workflow.json")
                .with("content", file(workflow)));
    assertThat(post("/api/v1/deployments", JsonObject.of("documents", documents)).status())
        .isEqualTo(201);

    assertThat(text(workflow)).isEqualTo("Well done We write to you soon.");
  }

  @Test
  void whoWaitsForARunThatFailsIsToldSo() throws Exception {
    for (String respond : new String[] {"lastNode", "responseNode"}) {
      String text =
          text(
              form(respond)
                  .node("stop", "flow.stop", "Stop")
                  .parameter("stop", "message", "because")
                  .connect("form -> stop"));
      assertThat(text).as(respond).doesNotContain("Thank you").doesNotContain("because");
    }
    assertThat(text(form("lastNode").node("last", "flow.noOp", "Last").connect("form -> last")))
        .contains("Thank you");
  }
}
