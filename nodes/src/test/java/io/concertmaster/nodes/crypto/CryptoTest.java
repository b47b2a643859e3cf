package io.concertmaster.nodes.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Credential;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CryptoTest {
  private static NodeRun crypto(String operation) {
    return NodeRun.of(new Crypto())
        .with("operation", operation)
        .with("value", "abc")
        .input(Item.of("a", 1));
  }

  private static @Nullable Object result(NodeRun run) throws Exception {
    return run.run().records().getFirst().get("data");
  }

  @ParameterizedTest
  @CsvSource({
    "MD5, 900150983cd24fb0d6963f7d28e17f72",
    "SHA1, a9993e364706816aba3e25717850c26c9cd0d89d",
    "SHA256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "SHA3-256, 3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"
  })
  void texts_are_digested(String algorithm, String expected) throws Exception {
    assertThat(crypto("hash").with("algorithm", algorithm).run().records())
        .containsExactly(JsonObject.of("a", 1, "data", expected));
  }

  @Test
  void files_are_digested_too() throws Exception {
    NodeRun run = crypto("hash").with("of", "file").with("algorithm", "MD5");
    byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
    assertThat(
            result(
                run.input(
                    Item.of("a", 1)
                        .withBinary(Map.of("data", run.file("a.txt", "text/plain", bytes))))))
        .isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    assertThat(run.with("file", "other").run().rejected()).hasSize(1);
  }

  @Test
  void a_secret_changes_the_digest() throws Exception {
    assertThat(
            result(
                crypto("hmac")
                    .with("secret", "key")
                    .with("value", "The quick brown fox jumps over the lazy dog")))
        .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    assertThat(result(crypto("hmac").with("value", "").with("encoding", "base64")))
        .isEqualTo("thNnmggU2ex3L5XXeMNfxf8Wl8STcVZTxscSFEKSxa0=");
  }

  @Test
  void a_secret_of_a_credential_takes_the_place_of_the_setting() throws Exception {
    Credential secret =
        new Credential("mine", CryptoCredentials.SECRET, JsonObject.of("value", "key"));
    assertThat(
            result(
                crypto("hmac")
                    .with("secret", "another one")
                    .credential("secret", secret)
                    .with("value", "The quick brown fox jumps over the lazy dog")))
        .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
  }

  @ParameterizedTest
  @CsvSource({"RSA, SHA256withRSA", "EC, SHA256withECDSA"})
  void a_signature_can_be_checked_with_the_public_key(String kind, String algorithm)
      throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance(kind).generateKeyPair();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----";
    Object signed = result(crypto("sign").with("key", pem).with("encoding", "base64"));

    Signature check = Signature.getInstance(algorithm);
    check.initVerify(pair.getPublic());
    check.update("abc".getBytes(StandardCharsets.UTF_8));
    assertThat(check.verify(Base64.getDecoder().decode((String) signed))).isTrue();
    assertThat(crypto("sign").with("key", "secret").run().rejected())
        .singleElement()
        .satisfies(each -> assertThat(each.error()).hasMessageContaining("no private key"));
  }

  @ParameterizedTest
  @CsvSource({
    "uuid, [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
    "hex, [0-9a-f]{50}",
    "base64, \\w{50}",
    "ascii, (?s)[\\x00-\\x7F]{50}"
  })
  void random_values_have_the_form_that_is_asked_for(String kind, String form) throws Exception {
    NodeRun run = crypto("random").with("kind", kind).with("length", 50);
    assertThat((String) result(run)).matches(form).isNotEqualTo(result(run));
  }
}
