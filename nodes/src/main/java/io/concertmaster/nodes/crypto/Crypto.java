package io.concertmaster.nodes.crypto;

import io.concertmaster.node.Credential;
import io.concertmaster.node.EachItem;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests and signs texts and files, and makes random values. */
public final class Crypto implements NodeType {
  @Override
  public NodeDescriptor descriptor() {
    return CryptoFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("operation") instanceof String operation ? operation : "hash";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    EachItem.of(
        context,
        (item, position) -> {
          Parameters settings = context.parameters(item, position);
          Object result =
              settings.text("operation").equals("random")
                  ? RandomValue.of(settings)
                  : encoded(settings, digested(context, item, settings));
          context
              .output()
              .add(
                  item.withJson(FieldPath.of(settings.requiredText("as")).set(item.json(), result))
                      .pairedTo(position, 0));
        });
    return NodeResult.done();
  }

  /** Takes bytes one after the other. */
  @FunctionalInterface
  private interface Sink {
    void take(byte[] bytes, int length) throws GeneralSecurityException;
  }

  private static byte[] digested(NodeContext context, Item item, Parameters settings)
      throws NodeException, InterruptedException {
    String algorithm = settings.text("algorithm");
    try {
      return switch (settings.text("operation")) {
        case "hash" -> {
          MessageDigest digest =
              MessageDigest.getInstance(Algorithms.digest(algorithm, "algorithm"));
          feed(context, item, settings, (bytes, length) -> digest.update(bytes, 0, length));
          yield digest.digest();
        }
        case "hmac" -> {
          String name = Algorithms.hmac(algorithm, "algorithm");
          byte[] secret =
              CryptoCredentials.secret(context, CryptoCredentials.SECRET_SLOT, settings)
                  .getBytes(StandardCharsets.UTF_8);
          Mac mac = Mac.getInstance(name);
          // An empty key is what a block of zeros is; Java refuses the former.
          mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, name));
          feed(context, item, settings, (bytes, length) -> mac.update(bytes, 0, length));
          yield mac.doFinal();
        }
        case "sign" -> {
          PrivateKey key = PrivateKeys.of(key(context, settings), "key");
          Signature signature =
              Signature.getInstance(
                  Algorithms.signature(algorithm, key.getAlgorithm(), "algorithm"));
          signature.initSign(key);
          feed(context, item, settings, (bytes, length) -> signature.update(bytes, 0, length));
          yield signature.sign();
        }
        case String other ->
            throw new NodeException("“" + other + "” is nothing this node does")
                .atProperty("operation");
      };
    } catch (GeneralSecurityException e) {
      throw new NodeException("This does not work with " + algorithm + ": " + e.getMessage(), e);
    }
  }

  private static String key(NodeContext context, Parameters settings) throws NodeException {
    Optional<Credential> kept = context.credential(CryptoCredentials.KEY_SLOT.name());
    return kept.isPresent() ? kept.get().values().text("key") : settings.requiredText("key");
  }

  private static void feed(NodeContext context, Item item, Parameters settings, Sink sink)
      throws NodeException, InterruptedException, GeneralSecurityException {
    try (InputStream bytes = source(context, item, settings)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        context.checkInterrupted();
        sink.take(buffer, read);
      }
    } catch (IOException e) {
      throw new NodeException("The file cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream source(NodeContext context, Item item, Parameters settings)
      throws NodeException {
    if (!settings.text("of").equals("file")) {
      return new ByteArrayInputStream(settings.text("value").getBytes(StandardCharsets.UTF_8));
    }
    String name = settings.requiredText("file");
    BinaryData file = item.binary().get(name);
    if (file == null) {
      throw new NodeException("The item has no file “" + name + "”").atProperty("file");
    }
    return context.binaries().open(file);
  }

  private static String encoded(Parameters settings, byte[] bytes) throws NodeException {
    return settings.text("encoding").equals("base64")
        ? Base64.getEncoder().encodeToString(bytes)
        : HexFormat.of().formatHex(bytes);
  }
}
