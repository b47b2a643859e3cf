package io.concertmaster.model.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts that this machine keeps with AES-256-GCM under a key in a file of its own, bound to a
 * label that says what they are for: who writes another label beside a sealed text gets nothing
 * there. May be used by several threads and programs.
 *
 * <p>Layout, in Base64: 1 (the format), nonce (12 bytes), sealed text and tag (16 bytes).
 */
public final class TextSeal {
  private static final int FORMAT = 1;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int KEY = 32;

  private final Path file;
  private final SecureRandom random = new SecureRandom();

  /** Under the key in a file, which is made when it is needed first. */
  public TextSeal(Path file) {
    this.file = file;
  }

  /**
   * Seals a text.
   *
   * @throws IOException when the key cannot be made or read
   */
  public String seal(String text, String label) throws IOException {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, key(true), nonce, label)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      ByteBuffer whole = ByteBuffer.allocate(1 + NONCE + sealed.length);
      whole.put((byte) FORMAT).put(nonce).put(sealed);
      return Base64.getEncoder().encodeToString(whole.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256-GCM", e);
    }
  }

  /**
   * The text.
   *
   * @throws IOException when the key cannot be read
   * @throws GeneralSecurityException when it was sealed by another key or for another label
   */
  public String open(String sealed, String label) throws IOException, GeneralSecurityException {
    byte[] whole;
    try {
      whole = Base64.getDecoder().decode(sealed);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("not sealed here", e);
    }
    if (whole.length < 1 + NONCE + TAG || whole[0] != FORMAT) {
      throw new GeneralSecurityException("not sealed here");
    }
    byte[] nonce = Arrays.copyOfRange(whole, 1, 1 + NONCE);
    byte[] text =
        cipher(Cipher.DECRYPT_MODE, key(false), nonce, label)
            .doFinal(whole, 1 + NONCE, whole.length - 1 - NONCE);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String label)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private SecretKey key(boolean make) throws IOException {
    if (make && !Files.exists(file)) {
      byte[] fresh = new byte[KEY];
      random.nextBytes(fresh);
      try {
        OwnerFile.create(file, fresh);
      } catch (FileAlreadyExistsException e) {
        // another program was quicker
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != KEY) {
      throw new IOException(
          file + " is no key: take it away and give again what was sealed with it");
    }
    return new SecretKeySpec(bytes, "AES");
  }
}
