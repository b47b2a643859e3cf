package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code graphql}: a query that goes out as an HTTP request. */
final class GraphqlMapping implements NodeMapping {
  @Override
  public List<String> types() {
    return List.of("n8n-nodes-base.graphql");
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    Ours ours = new Ours();
    boolean get = asked.word("requestMethod", "POST").equals("GET");
    ours.put("method", get ? "GET" : "POST", "GET").put("url", asked.value("endpoint", ""));
    String signIn = asked.word("authentication", "none");
    if (!signIn.equals("none")) {
      HttpValues.credential(asked, ours, HttpOldReading.slot(signIn));
    }
    ours.put("headers", HttpValues.pairs(asked.objects("headerParametersUi.parameter")));
    Object query = asked.value("query", "");
    asked.ignore("requestFormat", "variables", "operationName", "dataPropertyName");
    if (get) {
      ours.put("query", JsonArray.of(JsonObject.of("name", "query", "value", query)));
    } else if (asked
        .word("requestFormat", asked.version() < 1.1 ? "graphql" : "json")
        .equals("graphql")) {
      ours.put("body", "text").put("text", query).put("contentType", "application/graphql");
    } else {
      ours.put("body", "fields").put("fields", fields(asked, query));
    }
    ours.put("anyCertificate", asked.flag("allowUnauthorizedCerts", false), false);
    if (asked.word("responseFormat", "json").equals("string")) {
      ours.put("response", "text")
          .put("textField", asked.value("dataPropertyName", "data"), "data");
    } else {
      ours.put("response", "json").put("split", false);
      findings.approximated(
          "responseFormat", "an answer with “errors” is no error here: look for them yourself");
    }
    asked.tellRest();
    return Optional.of(Mapped.of(HttpRequestMapping.OURS, ours.settings()));
  }

  private static JsonArray fields(AskedSettings asked, Object query) {
    List<JsonObject> fields = new ArrayList<>();
    fields.add(JsonObject.of("name", "query", "value", query));
    Object variables = asked.value("variables", "");
    if (!variables.equals("")) {
      fields.add(JsonObject.of("name", "variables", "value", parsed(variables)));
    }
    Object operation = asked.value("operationName", "");
    if (!operation.equals("")) {
      fields.add(JsonObject.of("name", "operationName", "value", operation));
    }
    return JsonArray.copyOf(fields);
  }

  /** JSON text as its value; an expression stays, and should give an object. */
  private static Object parsed(Object variables) {
    if (!(variables instanceof String text) || ForeignNode.isExpression(text)) {
      return variables;
    }
    try {
      return Json.parse(text) instanceof JsonObject object ? object : text;
    } catch (JsonException e) {
      return text;
    }
  }
}
