package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What must not be read in a message, though a server may repeat it. */
final class Secrets {
  private static final String BLACK = "•••";

  /** Shorter texts are no secrets worth a name, and would black out half of a message. */
  private static final int SHORTEST = 4;

  private final List<String> secrets = new ArrayList<>();

  void add(String secret) {
    if (secret.length() >= SHORTEST) {
      String quoted = Json.write(secret);
      for (String form :
          List.of(secret, Addresses.encode(secret), quoted.substring(1, quoted.length() - 1))) {
        if (!secrets.contains(form)) {
          secrets.add(form);
        }
      }
    }
  }

  /** Adds the values of an address's query. */
  void addQuery(URI uri) {
    String query = uri.getRawQuery();
    if (query == null) {
      return;
    }
    for (String pair : query.split("&", -1)) {
      add(pair.substring(pair.indexOf('=') + 1));
    }
  }

  /** Whether a header's name says that its value proves who somebody is. */
  static boolean isSecret(String header) {
    return header
        .toLowerCase(Locale.ROOT)
        .matches(".*(auth|token|key|secret|password|cookie|session|signature).*");
  }

  private JsonObject blackOut(JsonObject told) {
    return told.get("message") instanceof String message
        ? told.with("message", blackOut(message))
        : told;
  }

  String blackOut(String text) {
    String black = text;
    List<String> longestFirst = new ArrayList<>(secrets);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    for (String secret : longestFirst) {
      black = black.replace(secret, BLACK);
    }
    return black;
  }

  /** The beginning of a text that was cut off, perhaps in the middle of a secret. */
  String blackOutBeginning(String cut) {
    String black = blackOut(cut);
    for (String secret : secrets) {
      for (int length = secret.length() - 1; length >= SHORTEST; length--) {
        if (black.endsWith(secret.substring(0, length))) {
          return black.substring(0, black.length() - length) + BLACK;
        }
      }
    }
    return black;
  }

  /**
   * The same failure with a message that tells no secret. The exception behind it may tell one, so
   * it stays behind where there was something to black out.
   */
  NodeException blackOut(NodeException error) {
    String black = blackOut(error.getMessage());
    Throwable cause = error.getCause();
    boolean tells = cause != null && !blackOut(String.valueOf(cause)).equals(String.valueOf(cause));
    if (black.equals(error.getMessage()) && !tells && error.told() instanceof String) {
      return error;
    }
    NodeException safe =
        new NodeException(black, tells ? null : cause).atProperty(error.property());
    return error.told() instanceof JsonObject told ? safe.telling(blackOut(told)) : safe;
  }
}
