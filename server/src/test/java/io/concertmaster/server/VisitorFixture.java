package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A server, and somebody with a browser without scripts who visits its forms. */
abstract class VisitorFixture extends ServerFixture {
  /** Which language the browser asks for. */
  String language = "en";

  /** Brings documents to the server, by their paths; the triggers of workflows listen then. */
  final void deployed(Map<String, Object> documents) throws Exception {
    List<Object> parts = new ArrayList<>();
    documents.forEach((path, content) ->
        parts.add(
            JsonObject.of("kind", path.contains(".form.") ? "form" : "workflow", "path", path)
                .with("content", content)));
    Reply reply =
        post(
            "/api/v1/deployments",
            JsonObject.of("documents", JsonArray.copyOf(parts), "activate", true));
    assertThat(reply.status()).as("%s", reply.json()).isEqualTo(201);
  }

  /** Brings a workflow whose id is {@code asks}. */
  final void deployed(WorkflowBuilder workflow) throws Exception {
    deployed(Map.of("asks.workflow.json", file(workflow)));
  }

  /** A workflow with a form at {@code /forms/asks}, of fields that stand in its node. */
  static WorkflowBuilder asking(JsonObject... fields) {
    return asking().parameter("form", "fields", JsonArray.of((Object[]) fields));
  }

  /** The same with a form of a file. */
  static WorkflowBuilder asking(String form) {
    return asking().parameter("form", "form", form);
  }

  private static WorkflowBuilder asking() {
    return WorkflowBuilder.workflow("Asks")
        .id("asks")
        .node("form", "trigger.form", "Form")
        .parameter("form", "path", "asks");
  }

  /** A field of a node. */
  static JsonObject field(String label, String type) {
    return JsonObject.of("label", label, "type", type);
  }

  /** A page, after all that it leads to. */
  record Page(String path, HttpResponse<String> response, Document document) {
    String heading() {
      return document.select("h1").text();
    }

    int status() {
      return response.statusCode();
    }

    /** What the first control of a name has in it. */
    String value(String name) {
      return typedIn(document.select("form [name=\"" + name + "\"]").getFirst());
    }
  }

  final Page open(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request(null, path).header("Accept-Language", language).GET().build(),
            HttpResponse.BodyHandlers.ofString());
    return followed(path, response);
  }

  final Page followed(String path, HttpResponse<String> response)
      throws IOException, InterruptedException {
    return response.statusCode() == 303
        ? open(response.headers().firstValue("Location").orElseThrow())
        : new Page(path, response, Jsoup.parse(response.body()));
  }

  final Page send(Page page, String wish, Map<String, String> typed)
      throws IOException, InterruptedException {
    return send(page.path(), fields(page, wish, typed));
  }

  final Page send(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request(null, path)
                .header("Accept-Language", language)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return followed(path, response);
  }

  /** What a browser sends of a page, with what somebody fills in. */
  static String fields(Page page, String wish, Map<String, String> typed) {
    List<String> pairs = new ArrayList<>();
    Map<String, String> left = new HashMap<>(typed);
    for (Element control : page.document().select("form input, form select, form textarea")) {
      String name = control.attr("name");
      if (typed.containsKey(name)) {
        if (left.containsKey(name)) {
          pairs.add(pair(name, left.remove(name)));
        }
      } else if (!List.of("radio", "checkbox").contains(control.attr("type"))
          || control.hasAttr("checked")) {
        pairs.add(pair(name, typedIn(control)));
      }
    }
    pairs.add(pair("do", wish));
    return String.join("&", pairs);
  }

  private static String typedIn(Element control) {
    return control.tagName().equals("textarea") ? control.wholeText() : control.attr("value");
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static final String BOUNDARY = "----concertmaster";

  /** A page's fields with one file, as a browser sends them. */
  static String multipart(Page page, String wish, String field, String name, String text) {
    StringBuilder body = new StringBuilder();
    for (Element control : page.document().select("form input[type=hidden]")) {
      part(body, control.attr("name"), "", control.attr("value"));
    }
    part(body, "do", "", wish);
    part(body, field, "; filename=\"" + name + "\"\r\nContent-Type: text/csv", text);
    return body.append("--").append(BOUNDARY).append("--\r\n").toString();
  }

  private static void part(StringBuilder body, String name, String more, String text) {
    body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"");
    body.append(name).append('"').append(more).append("\r\n\r\n").append(text).append("\r\n");
  }

  final Page sendParts(Page page, String body) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request(null, page.path())
                .header("Accept-Language", language)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return followed(page.path(), response);
  }
}
