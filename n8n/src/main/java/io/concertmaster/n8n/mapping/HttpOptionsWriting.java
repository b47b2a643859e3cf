package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the options of {@code httpRequest}'s newest version. */
final class HttpOptionsWriting {
  private final AskedSettings ours;
  private final Ours options = new Ours();

  HttpOptionsWriting(AskedSettings ours) {
    this.ours = ours;
  }

  JsonObject write() {
    batches();
    options.put("allowUnauthorizedCerts", ours.value("anyCertificate"), false);
    String lists = ours.text("queryLists", "repeat");
    if (ours.has("query") || ours.has("queryJson")) {
      options.put("queryParameterArrays", lists, "brackets");
    }
    redirects();
    response();
    pages();
    options.put("proxy", ours.value("proxy"), "");
    options.put("timeout", HttpValues.millis(ours.value("timeout")));
    return options.settings();
  }

  private void batches() {
    Object size = ours.value("batchSize", 0L);
    Object pause = HttpValues.millis(ours.value("batchPause", 1L));
    if (!size.equals(0L)) {
      JsonObject batch =
          new Ours().put("batchSize", size, 50L).put("batchInterval", pause, 1000L).settings();
      options.put("batching", JsonObject.of("batch", batch));
    }
  }

  private void redirects() {
    Ours redirect =
        new Ours()
            .put("followRedirects", ours.value("followRedirects"), true)
            .put("maxRedirects", ours.value("mostRedirects"));
    if (!redirect.settings().isEmpty()) {
      options.put("redirect", JsonObject.of("redirect", redirect.settings()));
    }
  }

  private void response() {
    String format = ours.text("response", "auto");
    Ours response =
        new Ours()
            .put("fullResponse", ours.value("full"), false)
            .put("neverError", ours.value("neverError"), false);
    Object text = ours.value("textField", "data");
    Object file = ours.value("binaryProperty", "data");
    if (!format.equals("auto")) {
      response.put("responseFormat", format);
    }
    if (format.equals("text")) {
      response.put("outputPropertyName", text, "data");
    } else if (format.equals("file")) {
      response.put("outputPropertyName", file, "data");
    } else if (!text.equals("data") || !file.equals("data")) {
      ours.findings().leftOut("textField", "n8n puts it under “data” here");
    }
    if (!ours.text("fileItem", "about").equals("keep") && format.equals("file")) {
      ours.findings()
          .approximated("fileItem", "in n8n the item goes on as it came, with the file added");
    }
    if (!ours.flag("split", true)) {
      ours.findings().leftOut("split", "n8n makes items of a list always");
    }
    if (!response.settings().isEmpty()) {
      options.put("response", JsonObject.of("response", response.settings()));
    }
  }

  private void pages() {
    String kind = ours.text("pages", "one");
    ours.ignore("nextUrl", "pageParameters", "endStatus", "endCondition");
    String end = ours.text("pagesEnd", "empty");
    Object most = ours.value("mostPages", 0L);
    Object pause = HttpValues.millis(ours.value("pagePause", 0L));
    if (kind.equals("one")) {
      return;
    }
    Ours pages = new Ours();
    if (kind.equals("nextUrl")) {
      pages.put("paginationMode", "responseContainsNextURL").put("nextURL", ours.value("nextUrl"));
    } else {
      pages.put("parameters", JsonObject.of("parameters", changing()));
    }
    switch (end) {
      case "status" ->
          pages
              .put("paginationCompleteWhen", "receiveSpecificStatusCodes")
              .put("statusCodesWhenComplete", ours.value("endStatus"));
      case "condition" ->
          pages
              .put("paginationCompleteWhen", "other")
              .put("completeExpression", ours.value("endCondition"));
      default -> {
        // An empty answer ends: n8n's default too.
      }
    }
    if (!most.equals(0L)) {
      pages.put("limitPagesFetched", true).put("maxRequests", most, 100L);
    }
    pages.put("requestInterval", pause, 0L);
    options.put("pagination", JsonObject.of("pagination", pages.settings()));
  }

  private JsonArray changing() {
    List<JsonObject> changing = new ArrayList<>();
    for (JsonObject each : ours.objects("pageParameters")) {
      changing.add(
          new Ours()
              .put("type", place(each.get("place")), "qs")
              .put("name", each.get("name"))
              .put("value", each.get("value"))
              .settings());
    }
    return JsonArray.copyOf(changing);
  }

  private static String place(@Nullable Object place) {
    return switch (String.valueOf(place)) {
      case "body" -> "body";
      case "header" -> "headers";
      default -> "qs";
    };
  }
}
