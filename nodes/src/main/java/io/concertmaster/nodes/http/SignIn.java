package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request carries to say who sends it.
 *
 * @param digest who answers when the server asks for a digest
 */
record SignIn(
    List<Map.Entry<String, String>> headers,
    List<Map.Entry<String, String>> query,
    Optional<Digest> digest) {
  private static final SignIn NOBODY = new SignIn(List.of(), List.of(), Optional.empty());

  /** The settings that say who signs in: the node's own, or those of the credential it names. */
  static Parameters settings(NodeContext context, Parameters settings) throws NodeException {
    return settings.text("authentication").equals("credential")
        ? HttpCredentials.settings(context.requiredCredential(HttpCredentials.SLOT.name()))
        : settings;
  }

  /**
   * What a request carries.
   *
   * @throws NodeException when the settings say too little, or the credential that they name cannot
   *     be opened
   */
  static SignIn of(NodeContext context, Parameters settings, Secrets secrets) throws NodeException {
    return of(settings(context, settings), secrets);
  }

  private static SignIn of(Parameters settings, Secrets secrets) throws NodeException {
    return switch (settings.text("authentication")) {
      case "basic" -> basic(settings, secrets);
      case "digest" -> {
        String password = settings.text("password");
        secrets.add(password);
        Digest digest = new Digest(settings.requiredText("user"), password);
        yield new SignIn(List.of(), List.of(), Optional.of(digest));
      }
      case "bearer" -> {
        String token = settings.requiredText("token").strip();
        secrets.add(token);
        yield header("Authorization", "Bearer " + token);
      }
      case "header" ->
          header(settings.requiredText("secretName").strip(), secret(settings, secrets));
      case "query" -> {
        String name = settings.requiredText("secretName").strip();
        yield new SignIn(
            List.of(), List.of(Map.entry(name, secret(settings, secrets))), Optional.empty());
      }
      default -> NOBODY;
    };
  }

  private static SignIn basic(Parameters settings, Secrets secrets) throws NodeException {
    String password = settings.text("password");
    secrets.add(password);
    String both = base64(settings.requiredText("user") + ":" + password);
    secrets.add(both);
    return header("Authorization", "Basic " + both);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String secret(Parameters settings, Secrets secrets) throws NodeException {
    String value = settings.requiredText("secretValue").strip();
    secrets.add(value);
    return value;
  }

  private static SignIn header(String name, String value) {
    return new SignIn(List.of(Map.entry(name, value)), List.of(), Optional.empty());
  }
}
