package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * More than three hundred texts that become scripts where a page does not take care ({@code
 * xss.txt}), each as title, label, choice, help, Markdown, name of a file, value that is typed,
 * query, task and ending. No page has an element, an attribute or an address that is not the
 * program's own. {@code dev/script-check} has a browser look too.
 */
class ScriptsTest extends ServerFixture {
  private static final int AT_ONCE = 10;
  private static final String BOUNDARY = "----concertmaster";
  private int pages;

  static List<String> payloads() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ScriptsTest.class.getResourceAsStream("xss.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> String.valueOf(Json.parse(line)))
          .toList();
    }
  }

  /** A form's file with the texts in every place that it has. */
  private static JsonObject form(List<String> texts) {
    JsonObject.Builder properties = JsonObject.builder();
    JsonObject.Builder said = JsonObject.builder();
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      properties.put("p" + i, JsonObject.of("type", "string"));
      properties.put(
          "c" + i,
          JsonObject.of(
              "oneOf",
              JsonArray.of(
                  JsonObject.of("const", text, "title", text), JsonObject.of("const", "b"))));
      properties.put("f" + i, JsonObject.of("type", "object", "format", "file"));
      for (String each : List.of("p", "c", "f")) {
        said.put(each + i + ".label", text);
        said.put(each + i + ".description", text);
        JsonObject control = JsonObject.of("type", "Control", "scope", "#/properties/" + each + i);
        elements.add(
            each.equals("c") && i % 2 == 0
                ? control.with("options", JsonObject.of("format", "radio"))
                : control);
      }
      said.put("p" + i + ".placeholder", text);
      elements.add(
          JsonObject.of("type", "Label", "text", text)
              .with("options", JsonObject.of("format", "markdown")));
      elements.add(JsonObject.of("type", "Label", "text", text));
      elements.add(
          JsonObject.of("type", "Group", "label", text).with("elements", JsonArray.empty()));
    }
    properties.put(
        "list",
        JsonObject.of("type", "array")
            .with(
                "items",
                JsonObject.of("type", "object")
                    .with("properties", JsonObject.of("a", JsonObject.of("type", "string")))));
    properties.put("must", JsonObject.of("type", "integer"));
    elements.add(JsonObject.of("type", "Control", "scope", "#/properties/list"));
    elements.add(JsonObject.of("type", "Control", "scope", "#/properties/must"));
    said.put("list.entry", texts.getFirst());
    said.put("must.label", texts.getLast());
    said.put("form.title", texts.getFirst());
    said.put("form.description", String.join(" ", texts));
    said.put("form.submit", texts.getLast());
    return JsonObject.of("format", 1, "id", "x")
        .with("name", "X")
        .with(
            "schema",
            JsonObject.of("type", "object", "properties", properties.build())
                .with("required", JsonArray.of("must")))
        .with("ui", JsonObject.of("type", "VerticalLayout", "elements", JsonArray.copyOf(elements)))
        .with("texts", JsonObject.of("en", said.build()));
  }

  /** A text as a setting; one that begins as an expression does is none here. */
  private static String plain(String text) {
    return text.startsWith("=") ? " " + text : text;
  }

  private static JsonArray questions(List<String> texts) {
    List<Object> fields = new ArrayList<>();
    for (String each : texts) {
      String text = plain(each);
      fields.add(JsonObject.of("label", text, "placeholder", text));
      fields.add(
          JsonObject.of("label", "c " + text, "type", "dropdown")
              .with("options", JsonArray.of(text, "b")));
      fields.add(
          JsonObject.of("label", "r " + text, "type", "checkbox")
              .with("options", JsonArray.of(text, "b")));
      fields.add(JsonObject.of("label", "t", "type", "html").with("text", text));
    }
    return JsonArray.copyOf(fields);
  }

  private void deployed(List<String> texts) throws Exception {
    String all = plain(String.join(" ", texts));
    WorkflowBuilder workflow =
        WorkflowBuilder.workflow("X")
            .id("x")
            .node("form", "trigger.form", "Form")
            .parameter("form", "path", "x")
            .parameter("form", "form", "x.form.json")
            .node("task", "flow.task", "Task")
            .parameter("task", "title", plain(texts.getFirst()))
            .parameter("task", "description", all)
            .parameter("task", "kind", "form")
            .parameter("task", "fields", questions(texts))
            .node("page", "flow.form", "Page")
            .parameter("page", "title", plain(texts.getLast()))
            .parameter("page", "text", all)
            .parameter("page", "button", plain(texts.getFirst()))
            .parameter("page", "fields", questions(texts))
            .node("end", "flow.form", "End")
            .parameter("end", "kind", "end")
            .parameter("end", "title", plain(texts.getLast()))
            .parameter("end", "text", "={{ JSON.stringify($json) }}")
            .connect("form -> task")
            .connect("task:answered -> page")
            .connect("page -> end");
    JsonArray documents =
        JsonArray.of(
            JsonObject.of("kind", "form", "path", "x.form.json").with("content", form(texts)),
            JsonObject.of("kind", "workflow", "path", "x.workflow.json")
                .with("content", file(workflow)));
    Reply reply =
        post("/api/v1/deployments", JsonObject.of("documents", documents, "activate", true));
    assertThat(reply.status()).as("%s: %s", texts, reply.json()).isEqualTo(201);
  }

  private Document looked(HttpRequest request, String holds) throws Exception {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    int moves = 0;
    while (response.statusCode() == 303 && moves++ < 5) {
      String to = response.headers().firstValue("Location").orElseThrow();
      response = client.send(request(null, to).GET().build(), BodyHandlers.ofString());
    }
    Document page = Jsoup.parse(response.body());
    assertThat(HarmlessPage.wrong(page)).as("%s\n%s", request.uri(), response.body()).isEmpty();
    String policy = response.headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy)
        .as("%s: %s %s", request.uri(), response.statusCode(), response.body())
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors")
        .doesNotContain("unsafe");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.text()).contains(holds);
    pages++;
    return page;
  }

  private Document opened(String path, String holds) throws Exception {
    return looked(request(null, path).header("Accept-Language", "en").GET().build(), holds);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void part(StringBuilder body, String name, String more, String text) {
    body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"");
    body.append(name).append('"').append(more).append("\r\n\r\n").append(text).append("\r\n");
  }

  /** Sends what stands in a page, the texts in its fields and as names of files. */
  private Document sent(String path, Document page, List<String> texts, String must, String holds)
      throws Exception {
    StringBuilder body = new StringBuilder();
    for (Element each : page.select("form input[type=hidden]")) {
      part(body, each.attr("name"), "", each.attr("value"));
    }
    part(body, "do", "", "submit");
    part(body, "/must", "", must);
    for (int i = 0; i < texts.size(); i++) {
      part(body, "/p" + i, "", texts.get(i));
      if (must.isEmpty()) {
        String name = texts.get(i).replace("\"", "%22").replaceAll("\\p{Cntrl}", "%0A");
        part(body, "/f" + i, "; filename=\"" + name + "\"\r\nContent-Type: text/csv", "a,b");
      }
    }
    body.append("--").append(BOUNDARY).append("--\r\n");
    return looked(
        request(null, path)
            .header("Accept-Language", "en")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(body.toString()))
            .build(),
        holds);
  }

  /** Sends a page as it is, with a text in every field that takes one. */
  private Document answered(String path, Document page, List<String> texts) throws Exception {
    List<String> pairs = new ArrayList<>();
    int at = 0;
    for (Element each : page.select("form input, form textarea")) {
      String type = each.attr("type");
      if (type.equals("hidden")) {
        pairs.add(encoded(each.attr("name")) + "=" + encoded(each.attr("value")));
      } else if (type.equals("text") || each.normalName().equals("textarea")) {
        pairs.add(encoded(each.attr("name")) + "=" + encoded(texts.get(at++ % texts.size())));
      }
    }
    pairs.add("do=submit");
    return looked(
        request(null, path)
            .header("Accept-Language", "en")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", pairs)))
            .build(),
        "");
  }

  private String waiting() throws Exception {
    for (int i = 0; i < 500; i++) {
      JsonArray runs = (JsonArray) get("/api/v1/runs?limit=1").json().get("runs");
      JsonObject newest = (JsonObject) Objects.requireNonNull(Objects.requireNonNull(runs).get(0));
      JsonObject run = get("/api/v1/runs/" + newest.get("run")).json();
      if ("waiting".equals(run.get("status")) && run.get("answerToken") instanceof String token) {
        return "/ask/" + newest.get("run") + "." + token;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("no run waits");
  }

  @Test
  void noneOfThemBecomesMarkupAnywhere() throws Exception {
    List<String> all = payloads();
    assertThat(all).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> texts = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      deployed(texts);
      StringBuilder query = new StringBuilder("/forms/x?lang=" + encoded(texts.getFirst()));
      for (int i = 0; i < texts.size(); i++) {
        query.append("&p").append(i).append('=').append(encoded(texts.get(i)));
      }
      Document first = opened(query.toString(), "");
      Document refused = sent("/forms/x", first, texts, "", "problem");
      assertThat(refused.select("form input[type=hidden][name=answer]").attr("value"))
          .as("values and files came back")
          .contains("\"p0\"")
          .contains("\"f0\"");
      sent("/forms/x", refused, texts, "1", "Thank you");
      String task = waiting();
      Document asked = opened(task, "");
      answered(task, asked, texts);
      String next = waiting();
      assertThat(next).isNotEqualTo(task);
      answered(next, opened(next, ""), texts);
    }
    assertThat(pages).isGreaterThanOrEqualTo(7 * (all.size() / AT_ONCE));
  }

  @Test
  void aPageThatTakesNoCareWouldBeNoticed() throws Exception {
    int noticed = 0;
    List<String> missed = new ArrayList<>();
    for (String each : payloads()) {
      boolean text = !HarmlessPage.wrong(Jsoup.parse("<p>" + each + "</p>")).isEmpty();
      boolean value = !HarmlessPage.wrong(Jsoup.parse("<input value=\"" + each + "\">")).isEmpty();
      boolean link = !HarmlessPage.wrong(Jsoup.parse("<a href=\"" + each + "\">x</a>")).isEmpty();
      if (text || value || link) {
        noticed++;
      } else {
        missed.add(each);
      }
    }
    assertThat(noticed).as("%s", missed).isGreaterThan(250);
  }
}
