package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes our HTTP request as {@code httpRequest}'s newest version. */
final class HttpWriting {
  private static final Map<String, String> SLOTS =
      Map.of(
          "basic", "httpBasicAuth",
          "digest", "httpDigestAuth",
          "bearer", "httpBearerAuth",
          "header", "httpHeaderAuth",
          "query", "httpQueryAuth",
          "oauth2", "oAuth2Api");

  private final AskedSettings ours;
  private final Ours theirs = new Ours();

  HttpWriting(AskedSettings ours) {
    this.ours = ours;
  }

  JsonObject write() {
    theirs.put("method", ours.value("method"), "GET").put("url", ours.value("url", ""));
    signIn();
    query();
    headers();
    body();
    theirs.put("options", new HttpOptionsWriting(ours).write());
    for (String name : List.of("largest", "sendKey", "keyHeader")) {
      if (ours.value(name) != null) {
        ours.findings().leftOut(name, "n8n has no such setting");
      }
    }
    ours.tellRest();
    return theirs.settings();
  }

  private void signIn() {
    String kind = ours.text("authentication", "none");
    ours.ignore("slot");
    if (kind.equals("none")) {
      return;
    }
    String slot = kind.equals("credential") ? ours.text("slot", "") : SLOTS.getOrDefault(kind, "");
    boolean generic = slot.isEmpty() || slot.startsWith("http") || slot.startsWith("oAuth");
    theirs.put("authentication", generic ? "genericCredentialType" : "predefinedCredentialType");
    theirs.put(generic ? "genericAuthType" : "nodeCredentialType", slot, "");
    if (slot.isEmpty()) {
      ours.findings().leftOut("authentication", "choose the type of the credential in n8n");
    }
    if (!kind.equals("credential")) {
      ours.ignore("user", "password", "token", "secretName", "secretValue");
      ours.ignore("tokenUrl", "clientId", "clientSecret", "refreshToken", "scope");
      ours.findings()
          .leftOut("authentication", "n8n keeps who signs in as a credential: enter it there");
    }
  }

  private void query() {
    Object json = ours.value("queryJson");
    Object pairs = ours.value("query");
    if (json == null && pairs == null) {
      return;
    }
    theirs.put("sendQuery", true);
    if (json != null) {
      theirs.put("specifyQuery", "json").put("jsonQuery", json);
      alsoPairs("query", pairs);
    } else {
      theirs.put("queryParameters", JsonObject.of("parameters", pairs));
    }
  }

  private void headers() {
    Object json = ours.value("headersJson");
    Object pairs = ours.value("headers");
    if (json == null && pairs == null) {
      return;
    }
    theirs.put("sendHeaders", true);
    if (json != null) {
      theirs.put("specifyHeaders", "json").put("jsonHeaders", json);
      alsoPairs("headers", pairs);
    } else {
      theirs.put("headerParameters", JsonObject.of("parameters", pairs));
    }
  }

  private void alsoPairs(String name, @Nullable Object pairs) {
    if (pairs != null) {
      ours.findings().leftOut(name, "n8n takes entries or JSON, not both: put them into the JSON");
    }
  }

  private void body() {
    String kind = ours.text("body", "none");
    String type = ours.text("contentType", "text/plain; charset=utf-8");
    if (kind.equals("none")) {
      ours.ignore("json", "fields", "form", "parts", "text", "bodyFile");
      return;
    }
    theirs.put("sendBody", true);
    switch (kind) {
      case "json" -> theirs.put("specifyBody", "json").put("jsonBody", ours.value("json"));
      case "fields" -> theirs.put("bodyParameters", entries("fields"));
      case "form" -> {
        theirs.put("contentType", "form-urlencoded");
        theirs.put("bodyParameters", entries("form"));
      }
      case "multipart" -> {
        theirs.put("contentType", "multipart-form-data");
        theirs.put("bodyParameters", JsonObject.of("parameters", parts()));
      }
      case "file" -> {
        theirs.put("contentType", "binaryData");
        theirs.put("inputDataFieldName", ours.value("bodyFile", "data"));
      }
      default -> {
        if (type.equals("application/x-www-form-urlencoded")) {
          theirs.put("contentType", "form-urlencoded").put("specifyBody", "string");
        } else {
          theirs.put("contentType", "raw").put("rawContentType", type);
        }
        theirs.put("body", ours.value("text", ""));
      }
    }
  }

  private JsonObject entries(String name) {
    return JsonObject.of("parameters", ours.value(name, JsonArray.empty()));
  }

  private JsonArray parts() {
    List<JsonObject> parts = new ArrayList<>();
    for (JsonObject each : ours.objects("parts")) {
      Ours part = new Ours();
      if ("file".equals(each.get("kind"))) {
        Object file = each.get("file");
        part.put("parameterType", "formBinaryData").put("name", each.get("name"));
        part.put("inputDataFieldName", file == null ? "data" : file);
      } else {
        part.put("name", each.get("name")).put("value", each.get("value"));
      }
      parts.add(part.settings());
    }
    return JsonArray.copyOf(parts);
  }
}
