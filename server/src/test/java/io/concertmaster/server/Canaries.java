package io.concertmaster.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Secrets that can be found again: as they are, in Base64 whatever stands before them, encoded for
 * addresses, and in hexadecimal.
 */
final class Canaries {
  /** With this they begin: what is encoded differently everywhere is in it. */
  private static final String BEGIN = "Kanarienvogel+/=";

  private final List<String> all = new ArrayList<>();
  private final Set<String> forms = new LinkedHashSet<>();

  Canaries() {
    know(BEGIN);
  }

  /** A new one. */
  String next() {
    String fresh = BEGIN + (100 + all.size());
    all.add(fresh);
    return fresh;
  }

  /** One that somebody else made up. */
  String also(String secret) {
    all.add(secret);
    know(secret);
    return secret;
  }

  int size() {
    return all.size();
  }

  private void know(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    forms.add(secret);
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    forms.add(HexFormat.of().formatHex(bytes));
    for (int before = 0; before < 3; before++) {
      byte[] moved = ("x".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
      for (Base64.Encoder each : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        String text = each.withoutPadding().encodeToString(moved);
        // What depends on what stands before and behind is left out.
        forms.add(text.substring((before * 8 + 5) / 6, moved.length * 8 / 6));
      }
    }
  }

  /** The forms of secrets that stand in a text. */
  List<String> in(String text) {
    return forms.stream().filter(text::contains).toList();
  }
}
