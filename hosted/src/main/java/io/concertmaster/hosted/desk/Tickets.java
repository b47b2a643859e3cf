package io.concertmaster.hosted.desk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Texts that only this program can make: the one-time keys that travel in forms, so that a form
 * sent twice begins one run, and the tickets with which a browser follows its run.
 *
 * <p>Design note. 128 bits of an HMAC-SHA256 over what the text is for, by a secret of the home. A
 * key of a form holds for a day; a ticket as long as the run is known.
 */
public final class Tickets {
  private static final String CODE = "HmacSHA256";
  private static final int BYTES = 16;
  private static final Duration DAY = Duration.ofDays(1);

  private final byte[] secret;
  private final InstantSource clock;
  private final SecureRandom chance = new SecureRandom();

  /** Those of a secret, of 32 bytes at least. */
  public Tickets(byte[] secret, InstantSource clock) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("a secret has 32 bytes at least");
    }
    this.secret = secret.clone();
    this.clock = clock;
  }

  /** Those of a key that serves for something else too: what is signed here says nothing of it. */
  public static Tickets of(SecretKey key, InstantSource clock) {
    try {
      Mac mac = Mac.getInstance(CODE);
      mac.init(new SecretKeySpec(key.getEncoded(), CODE));
      return new Tickets(mac.doFinal("pages".getBytes(StandardCharsets.UTF_8)), clock);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CODE, e);
    }
  }

  /** A new key for a form. */
  String key(String form) {
    String text = clock.instant().plus(DAY).getEpochSecond() + "-" + random();
    return text + "-" + code("key", form + "\n" + text);
  }

  private String random() {
    byte[] random = new byte[BYTES];
    chance.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /**
   * What tells one visit of a page from others, whose files are not its own.
   *
   * @param sent what came back of it; a new one where nothing did, or what is none
   */
  String visit(String sent) {
    return sent.matches("[0-9a-f]{32}") ? sent : random();
  }

  /** Whether a key was made for this form, and still holds. */
  boolean isKey(String key, String form) {
    int last = key.lastIndexOf('-');
    if (last < 0 || !key.matches("\\d{1,12}-[0-9a-f]{32}-[0-9a-f]{32}")) {
      return false;
    }
    String text = key.substring(0, last);
    Instant until = Instant.ofEpochSecond(Long.parseLong(text.substring(0, text.indexOf('-'))));
    return same(code("key", form + "\n" + text), key.substring(last + 1))
        && clock.instant().isBefore(until);
  }

  /** The ticket of a run. */
  String ticket(long run) {
    return run + "-" + code("run", Long.toString(run));
  }

  /** The run of a ticket; empty where it was not made here. */
  Optional<Long> run(String ticket) {
    if (!ticket.matches("\\d{1,18}-[0-9a-f]{32}")) {
      return Optional.empty();
    }
    int dash = ticket.indexOf('-');
    String number = ticket.substring(0, dash);
    return same(code("run", number), ticket.substring(dash + 1))
        ? Optional.of(Long.parseLong(number))
        : Optional.empty();
  }

  /** A text that only this program can make, 32 hexadecimal digits. */
  public String sign(String use, String text) {
    return code("sign " + use, text);
  }

  private String code(String use, String text) {
    try {
      Mac mac = Mac.getInstance(CODE);
      mac.init(new SecretKeySpec(secret, CODE));
      byte[] code = mac.doFinal((use + "\n" + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(code, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CODE, e);
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
