package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Web addresses as people write them. */
final class Addresses {
  /** What a URI may hold besides letters and digits (RFC 3986), the percent sign included. */
  private static final String PLAIN = "-._~:/?#[]@!$&'()*+,;=%";

  private Addresses() {}

  /** An address with further query parameters. The message never shows what may be secret. */
  static URI parse(String text, List<Map.Entry<String, String>> query) throws NodeException {
    URI uri;
    try {
      uri = new URI(escaped(text) + addition(text, query));
    } catch (URISyntaxException e) {
      // The exception's message would show the address.
      throw bad("is no web address: correct it (" + e.getReason() + ")");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw bad("must begin with http:// or https://");
    }
    if (uri.getHost() == null) {
      throw bad("has no host name that can be read: correct it");
    }
    if (uri.getUserInfo() != null) {
      throw bad("holds a user or password: move them to “Authentication”");
    }
    return uri;
  }

  private static NodeException bad(String why) {
    return new NodeException("The URL " + why).atProperty("url");
  }

  private static String addition(String text, List<Map.Entry<String, String>> query) {
    if (query.isEmpty()) {
      return "";
    }
    String start =
        text.indexOf('?') < 0 ? "?" : text.endsWith("?") || text.endsWith("&") ? "" : "&";
    return start
        + query.stream()
            .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
            .collect(Collectors.joining("&"));
  }

  /** A name or value for a query: as a form encodes it, with %20 for a space. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The text with characters that no URI has, such as spaces and umlauts, percent-encoded. */
  private static String escaped(String text) {
    int fragment = text.indexOf('#');
    String bare = fragment < 0 ? text : text.substring(0, fragment);
    StringBuilder escaped = new StringBuilder(bare.length() + 16);
    bare.codePoints()
        .forEach(c -> {
          boolean plain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
          escaped.append(plain ? Character.toString(c) : encode(Character.toString(c)));
        });
    return escaped.toString();
  }
}
