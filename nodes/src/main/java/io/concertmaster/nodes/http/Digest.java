package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digest access authentication (RFC 7616): MD5 and SHA-256, without or with {@code qop=auth}. */
record Digest(String user, String password) {
  private static final Pattern PART =
      Pattern.compile("([A-Za-z]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,\\s]+))");

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The best challenge of an answer's headers that this knows; empty where there is none. */
  static Map<String, String> challenge(List<String> headers) {
    Map<String, String> best = Map.of();
    for (String header : headers) {
      if (header.regionMatches(true, 0, "Digest ", 0, 7)) {
        Map<String, String> parts = parts(header.substring(7));
        String algorithm = algorithm(parts);
        if (algorithm.equals("SHA-256") || (algorithm.equals("MD5") && best.isEmpty())) {
          best = parts;
        }
      }
    }
    return best;
  }

  private static String algorithm(Map<String, String> parts) {
    String name = parts.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    return name.endsWith("-SESS") ? name.substring(0, name.length() - 5) : name;
  }

  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    Matcher matcher = PART.matcher(text);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      parts.put(
          matcher.group(1).toLowerCase(Locale.ROOT),
          quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    return parts;
  }

  /** The header that answers a challenge. */
  String answer(Map<String, String> challenge, String method, URI uri) throws NodeException {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    return answer(challenge, method, uri, HexFormat.of().formatHex(random));
  }

  String answer(Map<String, String> challenge, String method, URI uri, String ours)
      throws NodeException {
    String name = challenge.getOrDefault("algorithm", "MD5");
    String algorithm = algorithm(challenge);
    String realm = challenge.getOrDefault("realm", "");
    String nonce = challenge.getOrDefault("nonce", "");
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String target = path + query;
    String secret = hash(algorithm, user + ":" + realm + ":" + password);
    if (name.toLowerCase(Locale.ROOT).endsWith("-sess")) {
      secret = hash(algorithm, secret + ":" + nonce + ":" + ours);
    }
    String asked = hash(algorithm, method + ":" + target);
    boolean auth = List.of(challenge.getOrDefault("qop", "").split("\\s*,\\s*")).contains("auth");
    String middle = auth ? nonce + ":00000001:" + ours + ":auth" : nonce;
    StringBuilder header = new StringBuilder("Digest ");
    header.append("username=\"").append(user.replaceAll("([\"\\\\])", "\\\\$1"));
    header.append("\", realm=\"").append(realm);
    header.append("\", nonce=\"").append(nonce);
    header.append("\", uri=\"").append(target);
    header.append("\", algorithm=").append(name);
    header.append(", response=\"").append(hash(algorithm, secret + ":" + middle + ":" + asked));
    header.append('"');
    if (auth) {
      header.append(", qop=auth, nc=00000001, cnonce=\"").append(ours).append('"');
    }
    if (challenge.containsKey("opaque")) {
      header.append(", opaque=\"").append(challenge.get("opaque")).append('"');
    }
    return header.toString();
  }

  private static String hash(String algorithm, String text) throws NodeException {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new NodeException(
          "The server asks for a digest with " + algorithm + ", unknown here", e);
    }
  }
}
