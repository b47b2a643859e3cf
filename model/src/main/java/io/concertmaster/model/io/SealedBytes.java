package io.concertmaster.model.io;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Bytes that are sealed with AES-256-GCM (NIST SP 800-38D) under a key, and bound to a label that
 * says what they are for.
 *
 * <p>Layout: nonce (12 bytes), sealed bytes, tag (16 bytes).
 */
public final class SealedBytes {
  /** So many bytes a key has. */
  public static final int KEY = 32;

  /** So many bytes sealed bytes have more than those that they were. */
  public static final int MORE = 12 + 16;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private SealedBytes() {}

  /**
   * Seals bytes.
   *
   * @param random where the nonce comes from
   */
  public static byte[] seal(SecretKey key, byte[] bytes, String label, SecureRandom random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, label).doFinal(bytes);
      byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256-GCM", e);
    }
  }

  /**
   * The bytes that were sealed.
   *
   * @param whole at least {@value #MORE} bytes
   * @throws GeneralSecurityException when they were sealed by another key or for another label, or
   *     are not as they were
   */
  public static byte[] open(SecretKey key, byte[] whole, String label)
      throws GeneralSecurityException {
    byte[] nonce = Arrays.copyOf(whole, NONCE);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, label)
        .doFinal(whole, NONCE, whole.length - NONCE);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String label)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
