package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code httpRequest} from version 3 on. */
final class HttpReading {
  private final AskedSettings asked;
  private final Ours ours;

  HttpReading(AskedSettings asked, Ours ours) {
    this.asked = asked;
    this.ours = ours;
  }

  void read() {
    ours.put("method", HttpValues.method(asked.value("method")), "GET");
    ours.put("url", asked.value("url", ""));
    signIn();
    query();
    headers();
    body();
    new HttpOptionsReading(asked, ours).read();
    asked.ignore(
        "curlImport", "httpVariantWarning", "infoMessage", "preBuiltAgentsCalloutHttpRequest");
  }

  private void signIn() {
    String kind = asked.word("authentication", "none");
    asked.ignore("nodeCredentialType", "genericAuthType");
    String slot =
        switch (kind) {
          case "predefinedCredentialType" -> asked.text("nodeCredentialType", "");
          case "genericCredentialType" -> asked.text("genericAuthType", "");
          default -> "";
        };
    if (!kind.equals("none")) {
      HttpValues.credential(asked, ours, slot);
    }
    asked.ignore("provideSslCertificates", "sslCertificatesNotice");
    if (asked.flag("provideSslCertificates", false)) {
      asked
          .findings()
          .leftOut("provideSslCertificates", "certificates of clients are not sent yet");
    }
  }

  private void query() {
    asked.ignore("sendQuery", "specifyQuery", "queryParameters", "jsonQuery");
    if (!asked.flag("sendQuery", false)) {
      return;
    }
    if (asked.word("specifyQuery", "keypair").equals("json")) {
      ours.put("queryJson", asked.value("jsonQuery"));
    } else {
      ours.put("query", HttpValues.pairs(asked.objects("queryParameters.parameters")));
    }
    ours.put("queryLists", asked.text("options.queryParameterArrays", "brackets"), "repeat");
  }

  private void headers() {
    asked.ignore("sendHeaders", "specifyHeaders", "headerParameters", "jsonHeaders");
    if (!asked.flag("sendHeaders", false)) {
      return;
    }
    if (asked.word("specifyHeaders", "keypair").equals("json")) {
      ours.put("headersJson", asked.value("jsonHeaders"));
    } else {
      ours.put("headers", HttpValues.pairs(asked.objects("headerParameters.parameters")));
    }
  }

  private void body() {
    asked.ignore(
        "sendBody",
        "contentType",
        "specifyBody",
        "bodyParameters",
        "jsonBody",
        "body",
        "rawContentType",
        "inputDataFieldName");
    if (!asked.flag("sendBody", false)) {
      return;
    }
    boolean pairs = asked.word("specifyBody", "keypair").equals("keypair");
    List<JsonObject> parameters = asked.objects("bodyParameters.parameters");
    switch (asked.word("contentType", "json")) {
      case "form-urlencoded" -> {
        if (pairs) {
          ours.put("body", "form").put("form", HttpValues.pairs(parameters));
        } else {
          ours.put("body", "text").put("text", asked.value("body", ""));
          ours.put("contentType", "application/x-www-form-urlencoded");
        }
      }
      case "multipart-form-data" -> ours.put("body", "multipart").put("parts", parts(parameters));
      case "binaryData" ->
          ours.put("body", "file")
              .put("bodyFile", asked.value("inputDataFieldName", "data"), "data");
      case "raw" ->
          ours.put("body", "text")
              .put("text", asked.value("body", ""))
              .put("contentType", asked.value("rawContentType", "text/html"));
      default -> {
        if (pairs) {
          ours.put("body", "fields").put("fields", HttpValues.pairs(parameters));
        } else {
          ours.put("body", "json").put("json", asked.value("jsonBody", ""));
        }
      }
    }
  }

  private static @Nullable JsonArray parts(List<JsonObject> parameters) {
    List<JsonObject> parts = new ArrayList<>();
    for (JsonObject each : parameters) {
      Ours part = new Ours().put("name", each.get("name"));
      if ("formBinaryData".equals(each.get("parameterType"))) {
        Object file = each.get("inputDataFieldName");
        part.put("kind", "file").put("file", file, "data");
      } else {
        part.put("value", each.get("value"));
      }
      parts.add(part.settings());
    }
    return parts.isEmpty() ? null : JsonArray.copyOf(parts);
  }
}
