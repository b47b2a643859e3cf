package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Access tokens of OAuth 2 servers (RFC 6749, 4.4 and 6), fetched when they are needed and held for
 * one activation.
 */
final class Tokens {
  private static final int LONGEST = 1 << 20;

  private final Map<List<String>, String> held = new HashMap<>();

  /** Sends a request for a token. */
  interface Exchange {
    Answer send(Call call) throws NodeException, InterruptedException;
  }

  /** The token for the settings. */
  String of(Parameters settings, Secrets secrets, Exchange exchange)
      throws NodeException, InterruptedException {
    String secret = settings.text("clientSecret").strip();
    String refresh = settings.text("refreshToken").strip();
    secrets.add(secret);
    secrets.add(refresh);
    String client = settings.requiredText("clientId").strip();
    List<Map.Entry<String, String>> form = new ArrayList<>();
    form.add(Map.entry("grant_type", refresh.isEmpty() ? "client_credentials" : "refresh_token"));
    if (!refresh.isEmpty()) {
      form.add(Map.entry("refresh_token", refresh));
    }
    if (!settings.text("scope").isBlank()) {
      form.add(Map.entry("scope", settings.text("scope").strip()));
    }
    String url = settings.requiredText("tokenUrl").strip();
    List<String> key = List.of(url, client, secret, form.toString());
    String token = held.get(key);
    if (token == null) {
      token = fetch(url, client, secret, form, exchange);
      held.put(key, token);
    }
    secrets.add(token);
    return token;
  }

  private static String fetch(
      String url,
      String client,
      String secret,
      List<Map.Entry<String, String>> form,
      Exchange exchange)
      throws NodeException, InterruptedException {
    String body =
        form.stream()
            .map(pair -> pair.getKey() + "=" + Addresses.encode(pair.getValue()))
            .collect(Collectors.joining("&"));
    String both = SignIn.base64(Addresses.encode(client) + ":" + Addresses.encode(secret));
    Call call =
        new Call(
            "POST",
            Addresses.parse(url, List.of()),
            List.of(
                Map.entry("Authorization", "Basic " + both),
                Map.entry("Content-Type", "application/x-www-form-urlencoded"),
                Map.entry("Accept", "application/json")),
            BodyPublishers.ofString(body),
            Duration.ofSeconds(60),
            LONGEST,
            -1,
            Optional.empty());
    try (Answer answer = exchange.send(call)) {
      if (answer.status() == 200
          && Json.parse(answer.text(LONGEST)) instanceof JsonObject object
          && object.get("access_token") instanceof String token) {
        return token;
      }
      throw new NodeException(
              call.shownUri()
                  + " gave no token but status "
                  + answer.status()
                  + ": check who signs in")
          .atProperty("tokenUrl");
    } catch (IOException | JsonException e) {
      throw new NodeException("The answer of " + call.shownUri() + " is no token", e)
          .atProperty("tokenUrl");
    }
  }
}
