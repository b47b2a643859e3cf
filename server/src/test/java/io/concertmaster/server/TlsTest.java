package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.server.http.Address;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS from files in PEM. */
class TlsTest {
  private static final String SECRET = "changeit";

  @TempDir Path folder;

  /** A certificate for this machine, signed by itself; written as the files that a server takes. */
  private KeyStore certificate(String algorithm) throws Exception {
    Path file = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                SECRET,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, SECRET.toCharArray());
    }
    pem("key.pem", "PRIVATE KEY", store.getKey("server", SECRET.toCharArray()).getEncoded());
    pem("certificate.pem", "CERTIFICATE", store.getCertificate("server").getEncoded());
    return store;
  }

  private void pem(String name, String kind, byte[] bytes) throws Exception {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }

  private ConcertMasterServer start() throws ServerException {
    Address.Tls tls = new Address.Tls(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
    return ConcertMasterServer.start(
        new ServerOptions(
            folder.resolve("home"),
            new Address("127.0.0.1", 0, Optional.of(tls)),
            Optional.empty(),
            ServerFixture.QUICK));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void itServesHttpsWithACertificate(String algorithm) throws Exception {
    KeyStore store = certificate(algorithm);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (ConcertMasterServer server = start();
        HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
      URI health = URI.create("https://127.0.0.1:" + server.port() + "/health");
      HttpResponse<String> response =
          client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("strict-transport-security")).isPresent();
      URI signIn = URI.create("https://127.0.0.1:" + server.port() + "/inbox/signin");
      assertThat(
              client
                  .send(HttpRequest.newBuilder(signIn).build(), BodyHandlers.ofString())
                  .headers()
                  .firstValue("set-cookie")
                  .orElse(""))
          .startsWith("__Secure-cm_door=")
          .contains("; HttpOnly", "; Secure");
    }
  }

  @Test
  void aKeyThatDoesNotFitIsSaidByName() throws Exception {
    certificate("EC");
    Files.writeString(folder.resolve("key.pem"), "nothing");
    assertThatThrownBy(this::start)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("key.pem")
        .hasMessageContaining("openssl pkcs8");
    Files.delete(folder.resolve("certificate.pem"));
    assertThatThrownBy(this::start)
        .isInstanceOf(ServerException.class)
        .hasMessage(
            folder.resolve("certificate.pem") + " cannot be used: there is no such file or folder");
  }
}
