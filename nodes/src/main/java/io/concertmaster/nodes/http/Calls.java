package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the {@link Call} that the settings ask for. */
final class Calls {
  private Calls() {}

  static Call of(
      NodeContext context, Parameters settings, Item item, long position, Secrets secrets)
      throws NodeException {
    String method = settings.requiredText("method").toUpperCase(Locale.ROOT);
    if (!method.matches("[A-Z]{3,20}")) {
      throw new NodeException("“" + method + "” is no HTTP method").atProperty("method");
    }
    List<Map.Entry<String, String>> query = pairs(settings, "query");
    query.forEach(pair -> secrets.add(pair.getValue()));
    URI uri = Addresses.parse(settings.requiredText("url").strip(), query);
    secrets.addQuery(uri);

    List<Map.Entry<String, String>> headers = new ArrayList<>(pairs(settings, "headers"));
    headers.stream()
        .filter(header -> Secrets.isSecret(header.getKey()))
        .forEach(header -> secrets.add(header.getValue()));
    authenticate(settings, headers, secrets);
    if (settings.flag("sendKey") && (method.equals("POST") || method.equals("PATCH"))) {
      String key = context.idempotencyKey() + "/" + position;
      headers.add(Map.entry(settings.requiredText("keyHeader"), key));
    }
    Body body = takesBody(method) ? Body.of(context, settings, item) : Body.none();
    if (!body.contentType().isEmpty() && !has(headers, "content-type")) {
      headers.add(Map.entry("Content-Type", body.contentType()));
    }
    if (!has(headers, "user-agent")) {
      headers.add(Map.entry("User-Agent", "ConcertMaster"));
    }
    return new Call(
        method,
        uri,
        headers,
        body.publisher(),
        Duration.ofSeconds(settings.wholeNumber("timeout")),
        settings.wholeNumber("largest") << 20,
        settings.flag("followRedirects"));
  }

  private static boolean takesBody(String method) {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS" -> false;
      default -> true;
    };
  }

  private static boolean has(List<Map.Entry<String, String>> headers, String name) {
    return headers.stream().anyMatch(header -> header.getKey().equalsIgnoreCase(name));
  }

  /** Names with values; an entry without a name is left out. */
  static List<Map.Entry<String, String>> pairs(Parameters settings, String property)
      throws NodeException {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (Parameters entry : settings.entries(property)) {
      String name = entry.text("name").strip();
      if (!name.isEmpty()) {
        pairs.add(Map.entry(name, entry.text("value")));
      }
    }
    return pairs;
  }

  private static void authenticate(
      Parameters settings, List<Map.Entry<String, String>> headers, Secrets secrets)
      throws NodeException {
    switch (settings.text("authentication")) {
      case "basic" -> {
        String user = settings.requiredText("user");
        String password = settings.text("password");
        String both =
            Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        secrets.add(password);
        secrets.add(both);
        headers.add(Map.entry("Authorization", "Basic " + both));
      }
      case "bearer" -> {
        String token = settings.requiredText("token").strip();
        secrets.add(token);
        headers.add(Map.entry("Authorization", "Bearer " + token));
      }
      default -> {}
    }
  }
}
