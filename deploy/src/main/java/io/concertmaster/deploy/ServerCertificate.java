package io.concertmaster.deploy;

import io.concertmaster.deploy.DeployException.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;

/**
 * The certificate that a server shows, for a person to look at.
 *
 * @param subject whose it says it is, as RFC 1779 writes names: they can be broken at spaces
 * @param issuer who vouches for it
 * @param fingerprint SHA-256 of it, in pairs of capital hexadecimal digits with colons between, as
 *     {@code openssl x509 -fingerprint -sha256} says it
 */
public record ServerCertificate(
    String subject, String issuer, Instant from, Instant until, String fingerprint) {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int HTTPS = 443;

  /** Whether nobody but itself vouches for it. */
  public boolean isSelfSigned() {
    return subject.equals(issuer);
  }

  /**
   * Looks at what a server shows. Nothing is told to it: the connection ends before anything could.
   *
   * @throws DeployException when it cannot be reached or speaks no TLS
   */
  public static ServerCertificate of(URI server) throws DeployException {
    AtomicReference<Optional<X509Certificate>> seen = new AtomicReference<>(Optional.empty());
    int port = server.getPort() < 0 ? HTTPS : server.getPort();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(server.getHost(), port), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Looking(seen)}, null);
      try (SSLSocket socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, server.getHost(), port, true)) {
        socket.startHandshake();
      }
    } catch (IOException e) {
      if (seen.get().isEmpty()) {
        throw new DeployException(
            Reason.UNREACHABLE, "no certificate is shown at " + server + ": " + e.getMessage(), e);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
    return seen.get()
        .map(ServerCertificate::of)
        .orElseThrow(
            () -> new DeployException(Reason.UNREACHABLE, "no certificate is shown at " + server));
  }

  private static ServerCertificate of(X509Certificate certificate) {
    return new ServerCertificate(
        certificate.getSubjectX500Principal().getName(X500Principal.RFC1779),
        certificate.getIssuerX500Principal().getName(X500Principal.RFC1779),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        fingerprint(certificate));
  }

  static String fingerprint(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be hashed", e);
    }
  }

  /** Takes down what is shown, and refuses it. */
  private record Looking(AtomicReference<Optional<X509Certificate>> seen)
      implements X509TrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      seen.set(Optional.of(chain[0]));
      throw new CertificateException("only looked at");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
