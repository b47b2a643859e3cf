package io.concertmaster.nodes.http;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request as it goes out.
 *
 * @param method such as {@code GET}
 * @param uri http or https, with its query
 * @param headers what the person set and what proves who they are
 * @param body may be read several times
 * @param timeout for the whole exchange
 * @param largest the most bytes of an answer
 * @param redirects how many answers that point elsewhere are followed; below 0 for none, and such
 *     an answer is the answer
 * @param digest who signs in when the server asks for a digest
 */
record Call(
    String method,
    URI uri,
    List<Map.Entry<String, String>> headers,
    BodyPublisher body,
    Duration timeout,
    long largest,
    int redirects,
    Optional<Digest> digest) {
  /** Headers that say nothing about the sender and may go to another server. */
  private static final Set<String> HARMLESS =
      Set.of("accept", "accept-language", "content-type", "user-agent");

  private static final Set<String> OF_THE_BODY = Set.of("content-type", "content-encoding");

  Call {
    headers = List.copyOf(headers);
  }

  /** The address for messages: without user, query and fragment, where secrets may be. */
  String shownUri() {
    return shown(uri);
  }

  static String shown(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme()
        + "://"
        + uri.getHost()
        + port
        + (uri.getRawPath() == null ? "" : uri.getRawPath());
  }

  /**
   * The request that follows a redirect, as RFC 9110 §15.4 and browsers have it: 303, and 301 and
   * 302 after a POST, turn into a GET without a body. To another origin go harmless headers only.
   */
  Call redirected(int status, URI target) {
    boolean toGet =
        (status == 303 && !method.equals("HEAD"))
            || ((status == 301 || status == 302) && method.equals("POST"));
    return sentTo(target, toGet, sameOrigin(uri, target));
  }

  /** The same request for another origin: without a query of its own, with harmless headers. */
  Call abroad(URI target) {
    return sentTo(target, false, false);
  }

  private Call sentTo(URI target, boolean toGet, boolean sameOrigin) {
    List<Map.Entry<String, String>> kept =
        headers.stream()
            .filter(header -> sameOrigin || HARMLESS.contains(lower(header)))
            .filter(header -> !toGet || !OF_THE_BODY.contains(lower(header)))
            .toList();
    return new Call(
        toGet ? "GET" : method,
        target,
        kept,
        toGet ? BodyPublishers.noBody() : body,
        timeout,
        largest,
        redirects,
        sameOrigin ? digest : Optional.empty());
  }

  /** The same request with one more header. */
  Call with(String header, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(header, value));
    return new Call(method, uri, more, body, timeout, largest, redirects, Optional.empty());
  }

  private static String lower(Map.Entry<String, String> header) {
    return header.getKey().toLowerCase(Locale.ROOT);
  }

  /** Whether scheme, host and port are the same. */
  static boolean sameOrigin(URI one, URI other) {
    return origin(one).equals(origin(other));
  }

  private static String origin(URI uri) {
    boolean secure = uri.getScheme().equalsIgnoreCase("https");
    int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
    return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
  }
}
