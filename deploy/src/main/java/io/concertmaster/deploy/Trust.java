package io.concertmaster.deploy;

import io.concertmaster.deploy.DeployException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Which certificate of a server is good enough to tell it a token. */
public sealed interface Trust {
  /**
   * The context for connections; empty for the one that Java has.
   *
   * @throws DeployException when what is to be trusted cannot be read
   */
  Optional<SSLContext> context() throws DeployException;

  /** Those that Java trusts: of the public authorities. */
  record OfSystem() implements Trust {
    @Override
    public Optional<SSLContext> context() {
      return Optional.empty();
    }
  }

  /**
   * The certificates in a file and those they vouch for, and no others.
   *
   * @param file in PEM
   */
  record OfFile(Path file) implements Trust {
    @Override
    public Optional<SSLContext> context() throws DeployException {
      try (InputStream in = Files.newInputStream(file)) {
        Collection<? extends Certificate> certificates =
            CertificateFactory.getInstance("X.509").generateCertificates(in);
        if (certificates.isEmpty()) {
          throw new DeployException(Reason.BAD_FILE, file + " holds no certificate in PEM");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate each : certificates) {
          store.setCertificateEntry("certificate-" + number++, each);
        }
        TrustManagerFactory managers =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return Optional.of(trusting(managers.getTrustManagers()));
      } catch (IOException | GeneralSecurityException e) {
        throw new DeployException(
            Reason.BAD_FILE, file + " cannot be used as certificate: " + e.getMessage(), e);
      }
    }
  }

  /**
   * One certificate that a person has looked at and confirmed, whoever vouches for it.
   *
   * @param fingerprint as {@link ServerCertificate#fingerprint} says it
   */
  record Pinned(String fingerprint) implements Trust {
    @Override
    public Optional<SSLContext> context() throws DeployException {
      try {
        return Optional.of(trusting(new PinnedTrust(fingerprint)));
      } catch (GeneralSecurityException e) {
        throw new DeployException(Reason.NOT_TRUSTED, "this Java has no TLS: " + e.getMessage(), e);
      }
    }
  }

  private static SSLContext trusting(TrustManager... managers) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers, null);
    return context;
  }
}
