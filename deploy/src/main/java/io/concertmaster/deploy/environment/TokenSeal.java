package io.concertmaster.deploy.environment;

import io.concertmaster.model.io.OwnerFile;
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
 * Seals tokens with AES-256-GCM under a key in a file of its own, bound to the address for which
 * they are: who writes another address into the file of environments gets no token there.
 *
 * <p>Layout, in Base64: 1 (the format), nonce (12 bytes), sealed token and tag (16 bytes).
 */
final class TokenSeal {
  private static final int FORMAT = 1;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int KEY = 32;

  private final Path file;
  private final SecureRandom random = new SecureRandom();

  /** Under the key in a file, which is made when it is needed first. */
  TokenSeal(Path file) {
    this.file = file;
  }

  String seal(String token, String address) throws IOException {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, key(true), nonce, address)
              .doFinal(token.getBytes(StandardCharsets.US_ASCII));
      ByteBuffer whole = ByteBuffer.allocate(1 + NONCE + sealed.length);
      whole.put((byte) FORMAT).put(nonce).put(sealed);
      return Base64.getEncoder().encodeToString(whole.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256-GCM", e);
    }
  }

  /**
   * The token.
   *
   * @throws GeneralSecurityException when it was sealed by another key or for another address
   */
  String open(String sealed, String address) throws IOException, GeneralSecurityException {
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
    byte[] token =
        cipher(Cipher.DECRYPT_MODE, key(false), nonce, address)
            .doFinal(whole, 1 + NONCE, whole.length - 1 - NONCE);
    return new String(token, StandardCharsets.US_ASCII);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String address)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(address.getBytes(StandardCharsets.UTF_8));
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
      throw new IOException(file + " is no key: take it away and give the tokens again");
    }
    return new SecretKeySpec(bytes, "AES");
  }
}
