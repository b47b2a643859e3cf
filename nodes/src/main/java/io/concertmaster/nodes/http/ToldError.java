package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * What an item tells of a call that failed, as workflows that come from n8n read it: {@code
 * message}, {@code name}, {@code code}, and of an answer {@code status} as a number and {@code
 * httpCode} as a text. Codes are those of axios and of Node's network; there is no {@code stack}.
 */
final class ToldError {
  /** A message repeats the answer up to so many bytes. */
  private static final int REPEATED = 64 << 10;

  private static final String AXIOS = "AxiosError";
  private static final String NETWORK = "Error";

  private ToldError() {}

  /** Of an answer with a status from 400 on. */
  static JsonObject answered(Answer answer, boolean parsed, Secrets secrets) throws NodeException {
    return of(
            answer.status() + " - " + said(answer, parsed, secrets),
            AXIOS,
            answer.status() < 500 ? "ERR_BAD_REQUEST" : "ERR_BAD_RESPONSE")
        .with("status", (long) answer.status())
        .with("httpCode", Integer.toString(answer.status()));
  }

  /** The answer as JSON: as what it holds where it is read as JSON, else as a text. */
  private static String said(Answer answer, boolean parsed, Secrets secrets) throws NodeException {
    String text;
    try {
      text = secrets.blackOutBeginning(answer.text(REPEATED));
    } catch (IOException e) {
      throw Answers.unreadable(answer, e);
    }
    if (parsed) {
      try {
        return Json.write(Json.parse(text));
      } catch (JsonException e) {
        return Json.write(text); // no JSON after all, or cut off
      }
    }
    return Json.write(text);
  }

  /** Of a call that had no answer in time. */
  static JsonObject tooSlow(Duration limit) {
    return of("timeout of " + limit.toMillis() + "ms exceeded", AXIOS, "ECONNABORTED");
  }

  /** Of a call that was sent on too often. */
  static JsonObject tooManyRedirects() {
    return of("Maximum number of redirects exceeded", AXIOS, "ERR_FR_TOO_MANY_REDIRECTS");
  }

  /**
   * Of a call to which no answer came.
   *
   * @param message what happened, in our words, where n8n's are not known
   */
  static JsonObject unanswered(URI uri, Throwable cause, String message) {
    if (cause instanceof ConnectException connect) {
      return isUnresolved(connect)
          ? noHost(uri.getHost())
          : of("connect ECONNREFUSED " + uri.getHost() + ":" + port(uri), NETWORK, "ECONNREFUSED");
    }
    return of(
        message,
        NETWORK,
        switch (cause) {
          case SSLException e -> "EPROTO";
          case TooLargeException e -> "ERR_BAD_RESPONSE";
          default -> "ECONNRESET";
        });
  }

  /** Of a call to a host that is not there. */
  static JsonObject noHost(String host) {
    return of("getaddrinfo ENOTFOUND " + host, NETWORK, "ENOTFOUND");
  }

  private static boolean isUnresolved(ConnectException connect) {
    return connect.getCause() instanceof UnresolvedAddressException
        || (connect.getCause() instanceof ConnectException inner && isUnresolved(inner));
  }

  private static int port(URI uri) {
    boolean secure = uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
    return uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
  }

  private static JsonObject of(String message, String name, String code) {
    return JsonObject.of("message", message, "name", name).with("code", code);
  }
}
