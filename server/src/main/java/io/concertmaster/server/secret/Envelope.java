package io.concertmaster.server.secret;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes: AES-256-GCM under a key of their own, and that key under the server's. Both are
 * bound to a label, so that what is sealed for one place cannot be put into another.
 *
 * <p>Layout: 1 (the format), nonce and sealed key (12 + 48 bytes), nonce and sealed bytes.
 */
public final class Envelope {
  private static final int FORMAT = 1;
  private static final int NONCE = 12;
  private static final int KEY = 32;
  private static final int TAG = 16;
  private static final int SEALED_KEY = NONCE + KEY + TAG;

  private final SecretKey master;
  private final SecureRandom random = new SecureRandom();

  /** Envelopes under a key. */
  public Envelope(SecretKey master) {
    this.master = master;
  }

  /** Seals bytes for a place. */
  public byte[] seal(byte[] bytes, String label) {
    byte[] key = new byte[KEY];
    random.nextBytes(key);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.write(FORMAT);
    sealed.writeBytes(sealed(master, key, label));
    sealed.writeBytes(sealed(new SecretKeySpec(key, "AES"), bytes, label));
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
    if (sealed.length < 1 + SEALED_KEY + NONCE + TAG || sealed[0] != FORMAT) {
      throw new GeneralSecurityException("not an envelope that is known here");
    }
    byte[] key = opened(master, Arrays.copyOfRange(sealed, 1, 1 + SEALED_KEY), label);
    return opened(
        new SecretKeySpec(key, "AES"),
        Arrays.copyOfRange(sealed, 1 + SEALED_KEY, sealed.length),
        label);
  }

  private byte[] sealed(SecretKey key, byte[] bytes, String label) {
    try {
      byte[] nonce = new byte[NONCE];
      random.nextBytes(nonce);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, label).doFinal(bytes);
      byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256-GCM", e);
    }
  }

  private static byte[] opened(SecretKey key, byte[] whole, String label)
      throws GeneralSecurityException {
    byte[] nonce = Arrays.copyOf(whole, NONCE);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, label)
        .doFinal(whole, NONCE, whole.length - NONCE);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String label)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
