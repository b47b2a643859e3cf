package io.concertmaster.designer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Answers as n8n's public API does (docs.n8n.io/api): workflows are made, read, replaced and
 * switched, and who has no key gets 401. What its API refuses in a body, this refuses too.
 */
final class N8nDouble implements AutoCloseable {
  static final String KEY = "the-key-of-n8n";
  private static final String PATH = "/api/v1/workflows";
  private static final List<String> TAKEN =
      List.of("name", "nodes", "connections", "settings", "pinData", "nodeGroups", "staticData");

  final Map<String, JsonObject> workflows = new ConcurrentSkipListMap<>();
  private final HttpServer http;

  N8nDouble() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/",
        exchange -> {
          try (exchange) {
            answer(exchange);
          }
        });
    http.start();
  }

  int port() {
    return http.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!path.startsWith(PATH)) {
      send(exchange, 404, JsonObject.of("message", "not found"));
    } else if (!KEY.equals(exchange.getRequestHeaders().getFirst("X-N8N-API-KEY"))) {
      send(exchange, 401, JsonObject.of("message", "unauthorized"));
    } else if (path.equals(PATH)) {
      if (method.equals("GET")) {
        send(exchange, 200, JsonObject.of("data", listed(exchange), "nextCursor", null));
      } else {
        put(exchange, "w" + (workflows.size() + 1), false, body);
      }
    } else {
      one(exchange, path.substring(PATH.length() + 1).split("/", 2), method, body);
    }
  }

  private JsonArray listed(HttpExchange exchange) {
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    List<JsonObject> found = new ArrayList<>();
    for (JsonObject each : workflows.values()) {
      boolean named = query.contains("name=");
      String name =
          named
              ? URLDecoder.decode(
                  query.replaceFirst(".*name=([^&]*).*", "$1"), StandardCharsets.UTF_8)
              : "";
      if (!named || name.equals(each.get("name"))) {
        found.add(each);
      }
    }
    return JsonArray.copyOf(found);
  }

  private void one(HttpExchange exchange, String[] parts, String method, byte[] body)
      throws IOException {
    JsonObject known = workflows.get(parts[0]);
    if (known == null) {
      send(exchange, 404, JsonObject.of("message", "Not Found"));
    } else if (parts.length == 2) {
      JsonObject switched = known.with("active", parts[1].equals("activate"));
      workflows.put(parts[0], switched);
      send(exchange, 200, switched);
    } else if (method.equals("PUT")) {
      put(exchange, parts[0], Boolean.TRUE.equals(known.get("active")), body);
    } else {
      send(exchange, 200, known);
    }
  }

  private void put(HttpExchange exchange, String id, boolean active, byte[] body)
      throws IOException {
    JsonObject sent = Json.parseObject(new String(body, StandardCharsets.UTF_8));
    if (!TAKEN.containsAll(sent.keySet())) {
      send(
          exchange,
          400,
          JsonObject.of("message", "request/body must NOT have additional properties"));
      return;
    }
    JsonObject kept = sent.with("id", id).with("active", active);
    workflows.put(id, kept);
    send(exchange, 200, kept);
  }

  private static void send(HttpExchange exchange, int status, JsonObject answer)
      throws IOException {
    byte[] bytes = Json.write(answer).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
