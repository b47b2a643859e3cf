package io.concertmaster.engine.local.run;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of what is said about a run: a driver or a server may put a password into its
 * message. They are found as they are, in the form of addresses, in JSON, and in Base64 whatever
 * stands before them.
 */
final class Blackout {
  private static final String BLACK = "•••";

  /** Shorter texts are no secrets worth a name, and would black out half of a message. */
  private static final int SHORTEST = 4;

  private final List<String> secrets = new ArrayList<>();

  void add(String secret) {
    if (secret.length() < SHORTEST) {
      return;
    }
    String quoted = Json.write(secret);
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    List<String> forms = new ArrayList<>();
    forms.add(secret);
    forms.add(quoted.substring(1, quoted.length() - 1));
    forms.add(encoded);
    forms.add(encoded.replace("+", "%20"));
    for (int before = 0; before < 3; before++) {
      byte[] moved = ("x".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
      String base64 = Base64.getEncoder().withoutPadding().encodeToString(moved);
      // What depends on what stands before and behind is left out.
      forms.add(base64.substring((before * 8 + 5) / 6, moved.length * 8 / 6));
    }
    for (String form : forms) {
      if (form.length() >= SHORTEST && !secrets.contains(form)) {
        secrets.add(form);
      }
    }
    secrets.sort(Comparator.comparingInt(String::length).reversed());
  }

  String text(String said) {
    String black = said;
    for (String secret : secrets) {
      black = black.replace(secret, BLACK);
    }
    return black;
  }

  private boolean tells(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      String said = String.valueOf(each);
      if (!text(said).equals(said)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same failure without secrets. The exception behind it stays behind where it tells one: it
   * is for logs.
   */
  NodeException failure(NodeException error) {
    if (secrets.isEmpty()) {
      return error;
    }
    String message = text(error.getMessage());
    Object told = error.told() instanceof JsonObject object ? json(object) : null;
    if (message.equals(error.getMessage())
        && !tells(error.getCause())
        && (told == null || told.equals(error.told()))) {
      return error;
    }
    NodeException safe =
        new NodeException(message, tells(error.getCause()) ? null : error.getCause())
            .atProperty(error.property());
    safe = error.item().isPresent() ? safe.atItem(error.item().getAsLong()) : safe;
    return told instanceof JsonObject object ? safe.telling(object) : safe;
  }

  /** The same fault of a program, which is for logs; what told a secret is named only. */
  RuntimeException fault(RuntimeException error) {
    if (!tells(error)) {
      return error;
    }
    IllegalStateException safe =
        new IllegalStateException(
            error.getClass().getSimpleName() + ": " + text(String.valueOf(error.getMessage())));
    safe.setStackTrace(error.getStackTrace());
    return safe;
  }

  private @Nullable Object json(@Nullable Object value) {
    return switch (value) {
      case String said -> text(said);
      case JsonObject object -> {
        JsonObject.Builder safe = JsonObject.builder();
        object.forEach((name, each) -> safe.put(name, json(each)));
        yield safe.build();
      }
      case JsonArray list -> JsonArray.ofValues(list.stream().map(this::json).toArray());
      case null, default -> value;
    };
  }
}
