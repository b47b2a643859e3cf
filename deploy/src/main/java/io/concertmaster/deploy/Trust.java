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
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Servers whose certificates nobody vouches for but their owner. */
public final class Trust {
  private Trust() {}

  /**
   * Trusts the certificates in a file and those they vouch for, and no others.
   *
   * @param file in PEM
   * @throws DeployException when there is none in it
   */
  public static SSLContext of(Path file) throws DeployException {
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
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new DeployException(
          Reason.BAD_FILE, file + " cannot be used as certificate: " + e.getMessage(), e);
    }
  }
}
