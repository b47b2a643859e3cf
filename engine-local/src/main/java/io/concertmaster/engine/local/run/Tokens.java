package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.RunHistory;
import io.concertmaster.engine.local.plan.WaitKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens with which someone outside ends the waits of a run, one for each wait.
 *
 * <p>Design note. The address of a wait is handed out before it begins, by a step that tells people
 * of it: so a token names a wait by its number in the run, counted from 1, and a step tells the one
 * of the next wait. {@code 2-8c1f…} is the token of the second wait: 128 bits of an HMAC-SHA256
 * over the number, by the run's own secret. Nobody can make one of another, and a token says
 * whether it is late.
 *
 * @param newest number of the newest wait that began, among those that can be answered; 0 where
 *     none did
 * @param waiting whether it goes on
 */
record Tokens(WaitKey key, int newest, boolean waiting) {
  private static final String CODE = "HmacSHA256";
  private static final int BYTES = 16;
  private static final int DIGITS = 9;

  /** What an answer's token says. */
  enum Fit {
    /** It is of the wait that goes on. */
    FITS,
    /** The wait is over. */
    LATE,
    /** The run has not come to the wait. */
    EARLY,
    /** It is no token of this run. */
    FOREIGN
  }

  /** Those of a run after what happened. */
  static Tokens of(RunHistory history) {
    return new Tokens(history.cause().key(), history.waits(), history.callable());
  }

  /** The token of the wait that goes on; empty where none does that can be answered. */
  Optional<String> current() {
    return waiting && !key.secret().isEmpty() ? Optional.of(token(newest)) : Optional.empty();
  }

  /** The token of the next wait. */
  String next() {
    return token(newest + 1);
  }

  private String token(int number) {
    return key.forAllWaits()
        ? key.secret()
        : number + "-" + HexFormat.of().formatHex(code("wait " + number));
  }

  private byte[] code(String text) {
    try {
      Mac mac = Mac.getInstance(CODE);
      mac.init(new SecretKeySpec(key.secret().getBytes(StandardCharsets.UTF_8), CODE));
      return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("each Java has " + CODE, e);
    }
  }

  /** What the token of an answer says. */
  Fit fit(String token) {
    int number = key.forAllWaits() ? newest : number(token);
    if (key.secret().isEmpty() || number < 0 || !isSame(token, token(number))) {
      return Fit.FOREIGN;
    }
    if (number > newest || newest == 0) {
      return Fit.EARLY;
    }
    return waiting && number == newest ? Fit.FITS : Fit.LATE;
  }

  /** The number that a token names; −1 where it names none. */
  private static int number(String token) {
    int end = token.indexOf('-');
    boolean digits =
        end > 0 && end <= DIGITS && token.chars().limit(end).allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(token.substring(0, end)) : -1;
  }

  /** Takes as long whatever differs, so that nobody finds a token letter by letter. */
  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
