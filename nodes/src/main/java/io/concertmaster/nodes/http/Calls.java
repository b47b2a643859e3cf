package io.concertmaster.nodes.http;

import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the {@link Call} that the settings ask for. */
final class Calls {
  private Calls() {}

  /**
   * The call of the settings.
   *
   * @param key names this one request: the same for each try, another for each item and page
   */
  static Call of(NodeContext context, Parameters settings, Item item, String key, Secrets secrets)
      throws NodeException {
    String method = settings.requiredText("method").toUpperCase(Locale.ROOT);
    if (!method.matches("[A-Z]{3,20}")) {
      throw new NodeException("“" + method + "” is no HTTP method").atProperty("method");
    }
    SignIn signIn = SignIn.of(context, settings, secrets);
    List<Map.Entry<String, String>> query = Pairs.query(settings);
    query.addAll(signIn.query());
    query.forEach(pair -> secrets.add(pair.getValue()));
    URI uri = Addresses.parse(settings.requiredText("url").strip(), query);
    secrets.addQuery(uri);

    List<Map.Entry<String, String>> headers = headers(settings);
    headers.stream()
        .filter(header -> Secrets.isSecret(header.getKey()))
        .forEach(header -> secrets.add(header.getValue()));
    headers.addAll(signIn.headers());
    if (settings.flag("sendKey") && RepeatedCall.effect(method) == Effect.UNSAFE) {
      String name = settings.requiredText("keyHeader").strip();
      if (!has(headers, name)) {
        headers.add(Map.entry(name, key));
      }
    }
    Body body = Body.of(context, settings, item);
    if (!body.contentType().isEmpty() && !has(headers, "content-type")) {
      headers.add(Map.entry("Content-Type", body.contentType()));
    }
    if (!has(headers, "user-agent")) {
      headers.add(Map.entry("User-Agent", "ConcertMaster"));
    }
    if (!has(headers, "accept")) {
      headers.add(Map.entry("Accept", accepted(settings.text("response"))));
    }
    return new Call(
        method,
        uri,
        headers,
        body.publisher(),
        Duration.ofMillis(Math.max(1, Math.round(settings.number("timeout") * 1000))),
        settings.wholeNumber("largest") << 20,
        settings.flag("followRedirects")
            ? Math.toIntExact(settings.wholeNumber("mostRedirects"))
            : -1,
        signIn.digest());
  }

  private static List<Map.Entry<String, String>> headers(Parameters settings) throws NodeException {
    List<Map.Entry<String, String>> headers = Pairs.texts(settings, "headers");
    JsonObject more = Pairs.fields(settings, "headersJson");
    for (String name : more.shape().names()) {
      headers.add(Map.entry(name, Pairs.text(more.get(name))));
    }
    return headers;
  }

  private static String accepted(String response) {
    return switch (response) {
      case "json" -> "application/json, text/*;q=0.9, */*;q=0.1";
      case "file" -> "*/*";
      default -> "application/json, text/html, application/xml, text/*;q=0.9, */*;q=0.8";
    };
  }

  private static boolean has(List<Map.Entry<String, String>> headers, String name) {
    return headers.stream().anyMatch(header -> header.getKey().equalsIgnoreCase(name));
  }
}
