package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code httpRequest} of versions 1 and 2. */
final class HttpOldReading {
  private static final Map<String, String> SLOTS =
      Map.of(
          "basicAuth", "httpBasicAuth",
          "digestAuth", "httpDigestAuth",
          "headerAuth", "httpHeaderAuth",
          "queryAuth", "httpQueryAuth",
          "oAuth1", "oAuth1Api",
          "oAuth2", "oAuth2Api");

  private final AskedSettings asked;
  private final Ours ours;

  HttpOldReading(AskedSettings asked, Ours ours) {
    this.asked = asked;
    this.ours = ours;
  }

  /** The slot of a way to sign in. */
  static String slot(String kind) {
    return SLOTS.getOrDefault(kind, kind.equals("customAuth") ? "httpCustomAuth" : kind);
  }

  void read() {
    ours.put("method", HttpValues.method(asked.value("requestMethod")), "GET");
    ours.put("url", asked.value("url", ""));
    signIn();
    boolean json = asked.flag("jsonParameters", false);
    asked.ignore(
        "queryParametersJson",
        "queryParametersUi",
        "headerParametersJson",
        "headerParametersUi",
        "bodyParametersJson",
        "bodyParametersUi",
        "sendBinaryData",
        "binaryPropertyName",
        "infoMessage");
    if (json) {
      ours.put("queryJson", asked.value("queryParametersJson"), "");
      ours.put("headersJson", asked.value("headerParametersJson"), "");
    } else {
      ours.put("query", HttpValues.pairs(asked.objects("queryParametersUi.parameter")));
      ours.put("headers", HttpValues.pairs(asked.objects("headerParametersUi.parameter")));
    }
    ours.put("queryLists", asked.text("options.queryParameterArrays", "brackets"), "repeat");
    body(json);
    response();
    options();
  }

  private void signIn() {
    String kind = asked.word("authentication", "none");
    asked.ignore("nodeCredentialType", "genericAuthType");
    String slot =
        switch (kind) {
          case "none" -> "";
          case "predefinedCredentialType", "existingCredentialType" ->
              asked.text("nodeCredentialType", "");
          case "genericCredentialType", "genericAuth" -> asked.text("genericAuthType", "");
          default -> slot(kind);
        };
    if (!kind.equals("none")) {
      HttpValues.credential(asked, ours, slot);
    }
  }

  private void body(boolean json) {
    String method = asked.text("requestMethod", "GET");
    String content = asked.word("options.bodyContentType", "json");
    asked.ignore("options.bodyContentCustomMimeType");
    if (!List.of("POST", "PUT", "PATCH", "DELETE").contains(method) && !method.startsWith("=")) {
      return;
    }
    if (json && asked.flag("sendBinaryData", false)) {
      if (content.equals("multipart-form-data")) {
        ours.put("body", "multipart").put("parts", files(asked.text("binaryPropertyName", "data")));
      } else {
        ours.put("body", "file");
        ours.put("bodyFile", asked.value("binaryPropertyName", "data"), "data");
      }
      return;
    }
    if (!json) {
      JsonArray pairs = HttpValues.pairs(asked.objects("bodyParametersUi.parameter"));
      if (pairs == null) {
        return;
      }
      switch (content) {
        case "form-urlencoded" -> ours.put("body", "form").put("form", pairs);
        case "multipart-form-data" -> ours.put("body", "multipart").put("parts", pairs);
        default -> ours.put("body", "fields").put("fields", pairs);
      }
      return;
    }
    Object body = asked.value("bodyParametersJson", "");
    if (body.equals("")) {
      return;
    }
    if (content.equals("raw")) {
      ours.put("body", "text").put("text", body);
      ours.put("contentType", asked.value("options.bodyContentCustomMimeType", "text/plain"));
      return;
    }
    ours.put("body", "json").put("json", body);
    if (!content.equals("json")) {
      asked
          .findings()
          .approximated(
              "options.bodyContentType",
              "a body given as JSON is sent as JSON: give form fields one by one instead");
    }
  }

  /** {@code name:property} pairs with commas, or the name of one property. */
  private static JsonArray files(String names) {
    List<JsonObject> parts = new ArrayList<>();
    for (String each : names.split(",", -1)) {
      int colon = each.indexOf(':');
      String name = colon < 0 ? each : each.substring(0, colon);
      String file = each.substring(colon + 1);
      parts.add(
          new Ours()
              .put("name", name.strip())
              .put("kind", "file")
              .put("file", file.strip(), "data")
              .settings());
    }
    return JsonArray.copyOf(parts);
  }

  private void response() {
    Object name = asked.value("dataPropertyName", "data");
    switch (asked.word("responseFormat", "json")) {
      case "string" -> ours.put("response", "text").put("textField", name, "data");
      case "file" ->
          ours.put("response", "file").put("binaryProperty", name, "data").put("fileItem", "keep");
      default -> {
        ours.put("response", "json");
        boolean split = asked.flag("options.splitIntoItems", false);
        ours.put("split", split, true);
        if (!split) {
          asked
              .findings()
              .approximated(
                  "options.splitIntoItems", "an answer that is a list stands in the field “data”");
        }
      }
    }
    asked.ignore("options.splitIntoItems");
    ours.put("full", asked.value("options.fullResponse", false), false);
    ours.put("neverError", asked.value("options.ignoreResponseCode", false), false);
  }

  private void options() {
    asked.ignore("options.followAllRedirects", "options.useStream");
    boolean follows =
        asked.flag("options.followRedirect", true)
            || asked.flag("options.followAllRedirects", false);
    ours.put("followRedirects", follows, true);
    ours.put("timeout", HttpValues.seconds(asked.value("options.timeout", 3_600_000L)), 300L);
    ours.put("proxy", asked.value("options.proxy"), "");
    ours.put("anyCertificate", asked.flag("allowUnauthorizedCerts", false), false);
    Object size = asked.value("options.batchSize", -1L);
    Object pause = HttpValues.seconds(asked.value("options.batchInterval", 1000L));
    if (!(size instanceof Number number && number.longValue() < 1)) {
      ours.put("batchSize", size).put("batchPause", pause, 1L);
    }
  }
}
