package io.concertmaster.server.secret;

import io.concertmaster.model.io.SealedBytes;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes: AES-256-GCM under a key of their own, and that key under the server's. Both are
 * bound to a label, so that what is sealed for one place cannot be put into another.
 *
 * <p>Layout: 1 (the format), nonce and sealed key (12 + 48 bytes), nonce and sealed bytes.
 */
public final class Envelope {
  private static final int FORMAT = 1;
  private static final int SEALED_KEY = SealedBytes.KEY + SealedBytes.MORE;

  private final SecretKey master;
  private final SecureRandom random = new SecureRandom();

  /** Envelopes under a key. */
  public Envelope(SecretKey master) {
    this.master = master;
  }

  /** Seals bytes for a place. */
  public byte[] seal(byte[] bytes, String label) {
    byte[] key = new byte[SealedBytes.KEY];
    random.nextBytes(key);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.write(FORMAT);
    sealed.writeBytes(SealedBytes.seal(master, key, label, random));
    sealed.writeBytes(SealedBytes.seal(new SecretKeySpec(key, "AES"), bytes, label, random));
    Arrays.fill(key, (byte) 0);
    return sealed.toByteArray();
  }

  /**
   * Opens what was sealed for a place.
   *
   * @throws GeneralSecurityException when it was sealed by another key or for another place, or is
   *     not as it was
   */
  public byte[] open(byte[] sealed, String label) throws GeneralSecurityException {
    if (sealed.length < 1 + SEALED_KEY + SealedBytes.MORE || sealed[0] != FORMAT) {
      throw new GeneralSecurityException("not an envelope that is known here");
    }
    byte[] key = SealedBytes.open(master, Arrays.copyOfRange(sealed, 1, 1 + SEALED_KEY), label);
    return SealedBytes.open(
        new SecretKeySpec(key, "AES"),
        Arrays.copyOfRange(sealed, 1 + SEALED_KEY, sealed.length),
        label);
  }
}
