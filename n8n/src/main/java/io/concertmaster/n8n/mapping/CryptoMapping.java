package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code crypto}: digests, signatures and random values. */
final class CryptoMapping implements NodeMapping {
  private static final String OURS = "data.crypto";
  private static final String THEIRS = "n8n-nodes-base.crypto";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Options options = new Options(node, findings);
    String action = options.choice("action", "hash");
    Settings ours = new Settings();
    switch (action) {
      case "generate" ->
          ours.put("operation", "random")
              .put("kind", node.value("encodingType"), "uuid")
              .put("length", node.value("stringLength"), 32L);
      case "hash", "hmac", "sign" -> digest(action, node, options, ours);
      default -> {
        findings.leftOut("action", "“" + action + "” is no action known here");
        return Optional.empty();
      }
    }
    if (node.version() >= 2 && (action.equals("hmac") || action.equals("sign"))) {
      String setting = action.equals("hmac") ? "secret" : "key";
      findings.approximated(
          "credentials", "n8n keeps this secret as a credential: set “" + setting + "” here");
    }
    return Optional.of(
        Mapped.of(OURS, ours.put("as", options.text("dataPropertyName", "data"), "data").build()));
  }

  private static void digest(String action, ForeignNode node, Options options, Settings ours) {
    boolean file = !action.equals("sign") && options.flag("binaryData", false);
    ours.put("operation", action, "hash").put("of", file ? "file" : "text", "text");
    if (file) {
      ours.put("file", node.value("binaryPropertyName"), "data");
    } else {
      ours.put("value", node.value("value"));
    }
    boolean sign = action.equals("sign");
    ours.put(
            "algorithm",
            sign ? digest(node.text("algorithm", "")) : node.value("type", "MD5"),
            "SHA256")
        .put("secret", node.value("secret"))
        .put("key", sign ? node.value("privateKey") : null)
        .put("encoding", node.value("encoding"), "hex");
  }

  /** The digest of a signature: {@code SHA256} of {@code RSA-SHA256}; the key says the rest. */
  private static String digest(String algorithm) {
    if (algorithm.startsWith("=")) {
      return algorithm;
    }
    return algorithm
        .toUpperCase(Locale.ROOT)
        .replaceFirst("^(RSA-|ID-RSASSA-PKCS1-V1_5-WITH-|SSL3-|ECDSA-WITH-)", "")
        .replaceFirst("WITHRSA(ENCRYPTION)?$", "")
        .replaceFirst("^SHA1-2$", "SHA1");
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    ForeignNode ours = new ForeignNode(JsonObject.of("parameters", parameters));
    String operation = ours.text("operation", "hash");
    Settings theirs = new Settings();
    if (operation.equals("random")) {
      theirs
          .put("action", "generate")
          .put("encodingType", ours.value("kind"), "uuid")
          .put("stringLength", ours.value("length"), 32L);
    } else {
      boolean file = ours.text("of", "text").equals("file");
      boolean sign = operation.equals("sign");
      String algorithm = ours.text("algorithm", "SHA256");
      if (file && sign) {
        findings.approximated("of", "n8n signs texts only");
      }
      theirs
          .put("action", operation, "hash")
          .put("type", sign ? null : algorithm, "MD5")
          .put("algorithm", sign ? "RSA-" + algorithm : null)
          .put("binaryData", file, false)
          .put("binaryPropertyName", file ? ours.value("file") : null)
          .put("value", ours.value("value"))
          .put("secret", ours.value("secret"))
          .put("privateKey", ours.value("key"))
          .put("encoding", ours.value("encoding"), "hex");
    }
    theirs.put("dataPropertyName", ours.value("as"), "data");
    return Optional.of(
        new Written(THEIRS, 1, theirs.build(), List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
