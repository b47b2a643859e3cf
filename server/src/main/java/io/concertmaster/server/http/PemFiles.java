package io.concertmaster.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Certificate and key from files in PEM, as certbot and openssl write them. */
final class PemFiles {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private PemFiles() {}

  /** TLS 1.2 and 1.3 with them. */
  static SslContextFactory.Server context(Address.Tls files) throws IOException {
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStore(store(files));
    context.setKeyStorePassword("");
    context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return context;
  }

  private static KeyStore store(Address.Tls files) throws IOException {
    try (InputStream in = Files.newInputStream(files.certificate())) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(Certificate[]::new);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key(files, chain), new char[0], chain);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "the certificate in " + files.certificate() + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static PrivateKey key(Address.Tls files, Certificate[] chain)
      throws IOException, GeneralSecurityException {
    Matcher text = KEY.matcher(Files.readString(files.key(), StandardCharsets.US_ASCII));
    if (chain.length == 0 || !text.find()) {
      throw new IOException(
          files.key()
              + " holds no key in PKCS #8: convert it with 'openssl pkcs8 -topk8 -nocrypt'");
    }
    byte[] bytes = Base64.getMimeDecoder().decode(text.group(1));
    String algorithm = chain[0].getPublicKey().getAlgorithm();
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (InvalidKeySpecException e) {
      throw new IOException(files.key() + " does not go with the certificate", e);
    }
  }
}
