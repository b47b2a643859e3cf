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
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts that this machine keeps with AES-256-GCM under a key in a file of its own, bound to a
 * label that says what they are for: who writes another label beside a sealed text gets nothing
 * there. May be used by several threads and programs.
 *
 * <p>Layout, in Base64: 1 (the format) and {@link SealedBytes}.
 */
public final class TextSeal {
  private static final int FORMAT = 1;

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
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = SealedBytes.seal(key(true), bytes, label, random);
    ByteBuffer whole = ByteBuffer.allocate(1 + sealed.length);
    whole.put((byte) FORMAT).put(sealed);
    return Base64.getEncoder().encodeToString(whole.array());
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
    if (whole.length < 1 + SealedBytes.MORE || whole[0] != FORMAT) {
      throw new GeneralSecurityException("not sealed here");
    }
    byte[] sealedBytes = Arrays.copyOfRange(whole, 1, whole.length);
    return new String(SealedBytes.open(key(false), sealedBytes, label), StandardCharsets.UTF_8);
  }

  private SecretKey key(boolean make) throws IOException {
    if (make && !Files.exists(file)) {
      byte[] fresh = new byte[SealedBytes.KEY];
      random.nextBytes(fresh);
      try {
        OwnerFile.create(file, fresh);
      } catch (FileAlreadyExistsException e) {
        // another program was quicker
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != SealedBytes.KEY) {
      throw new IOException(
          file + " is no key: take it away and give again what was sealed with it");
    }
    return new SecretKeySpec(bytes, "AES");
  }
}
