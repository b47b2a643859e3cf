package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the options of {@code httpRequest} from version 3 on. */
final class HttpOptionsReading {
  private static final String RESPONSE = "options.response.response.";
  private static final String PAGES = "options.pagination.pagination.";
  private static final String BATCH = "options.batching.batch.";

  private final AskedSettings asked;
  private final Ours ours;

  HttpOptionsReading(AskedSettings asked, Ours ours) {
    this.asked = asked;
    this.ours = ours;
  }

  void read() {
    response();
    connection();
    batches();
    pages();
    // Header names mean the same in small letters (RFC 9110, 5.1).
    asked.ignore("options.lowercaseHeaders", "options.queryParameterArrays");
    asked.ignore("options.allowUnauthorizedCerts", "optimizeResponse");
    asked.ignore("options.sendCredentialsOnCrossOriginRedirect");
    if (asked.flag("options.sendCredentialsOnCrossOriginRedirect", false)) {
      asked
          .findings()
          .leftOut(
              "options.sendCredentialsOnCrossOriginRedirect",
              "what proves who you are stays with the first server");
    }
  }

  private void response() {
    ours.put("full", asked.value(RESPONSE + "fullResponse", false), false);
    ours.put("neverError", asked.value(RESPONSE + "neverError", false), false);
    Object name = asked.value(RESPONSE + "outputPropertyName", "data");
    String format = asked.word(RESPONSE + "responseFormat", "autodetect");
    switch (format) {
      case "json" -> ours.put("response", "json");
      case "text" -> ours.put("response", "text").put("textField", name, "data");
      case "file" -> ours.put("response", "file").put("binaryProperty", name, "data");
      default -> {
        // Found out by the type; the names are n8n's own.
      }
    }
    if (!format.equals("json") && !format.equals("text")) {
      ours.put("fileItem", "keep");
    }
  }

  private void connection() {
    boolean follows = asked.flag("options.redirect.redirect.followRedirects", true);
    ours.put("followRedirects", follows, true);
    if (follows) {
      ours.put("mostRedirects", asked.value("options.redirect.redirect.maxRedirects"), 5L);
    } else {
      asked.ignore("options.redirect.redirect.maxRedirects");
    }
    ours.put("timeout", HttpValues.seconds(asked.value("options.timeout")), 300L);
    ours.put("proxy", asked.value("options.proxy"), "");
    ours.put("anyCertificate", asked.flag("options.allowUnauthorizedCerts", false), false);
  }

  private void batches() {
    if (!asked.has("options.batching.batch")) {
      asked.ignore("options.batching");
      return;
    }
    Object size = asked.value(BATCH + "batchSize", 50L);
    if (size instanceof Number number && number.longValue() < 1) {
      asked.ignore(BATCH + "batchInterval");
      return;
    }
    Object pause = HttpValues.seconds(asked.value(BATCH + "batchInterval", 1000L));
    ours.put("batchSize", size).put("batchPause", pause, 1L);
  }

  private void pages() {
    if (!asked.has("options.pagination.pagination")) {
      asked.ignore("options.pagination");
      return;
    }
    switch (asked.word(PAGES + "paginationMode", "updateAParameterInEachRequest")) {
      case "off" -> {
        asked.ignore("options.pagination");
        return;
      }
      case "responseContainsNextURL" -> {
        ours.put("pages", "nextUrl").put("nextUrl", asked.value(PAGES + "nextURL"));
        asked.ignore(PAGES + "parameters");
      }
      default -> {
        ours.put("pages", "parameters");
        ours.put("pageParameters", changing(asked.objects(PAGES + "parameters.parameters")));
        asked.ignore(PAGES + "nextURL");
      }
    }
    asked.ignore(
        PAGES + "webhookNotice", PAGES + "statusCodesWhenComplete", PAGES + "completeExpression");
    switch (asked.word(PAGES + "paginationCompleteWhen", "responseIsEmpty")) {
      case "receiveSpecificStatusCodes" ->
          ours.put("pagesEnd", "status")
              .put("endStatus", asked.value(PAGES + "statusCodesWhenComplete"));
      case "other" ->
          ours.put("pagesEnd", "condition")
              .put("endCondition", asked.value(PAGES + "completeExpression"));
      default -> {
        // An empty answer ends: our default too.
      }
    }
    asked.ignore(PAGES + "maxRequests");
    if (asked.flag(PAGES + "limitPagesFetched", false)) {
      ours.put("mostPages", asked.value(PAGES + "maxRequests", 100L));
    }
    ours.put("pagePause", HttpValues.seconds(asked.value(PAGES + "requestInterval")), 0L);
  }

  private static @Nullable JsonArray changing(List<JsonObject> parameters) {
    List<JsonObject> changing = new ArrayList<>();
    for (JsonObject each : parameters) {
      String place =
          switch (String.valueOf(each.get("type"))) {
            case "body" -> "body";
            case "headers" -> "header";
            default -> "query";
          };
      changing.add(
          new Ours()
              .put("place", place, "query")
              .put("name", each.get("name"))
              .put("value", each.get("value"))
              .settings());
    }
    return changing.isEmpty() ? null : JsonArray.copyOf(changing);
  }
}
