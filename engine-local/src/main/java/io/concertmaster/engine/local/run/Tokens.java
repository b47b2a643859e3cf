package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.RunHistory;
import io.concertmaster.engine.local.plan.WaitKey;
import io.concertmaster.engine.local.plan.Waits;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens with which someone outside ends the waits of a run, one for each wait.
 *
 * <p>Design note. The address of a wait is handed out before it begins, by a step that tells people
 * of it: so a token names a wait by its number in the run, counted from 1, and a step tells the one
 * of the next wait. {@code 2-8c1f…} is the token of the second wait: 128 bits of an HMAC-SHA256
 * over the number, by the run's own secret. Nobody can make one of another, and a token says
 * whether it is late. Where branches work at the same time, waits are counted within each lane, and
 * a token names the lane too, unless it is the first: {@code 3_2-5d0a…}.
 *
 * @param begun how many waits of each lane have begun that can be answered
 * @param going those that go on, by node id
 */
record Tokens(WaitKey key, Map<Integer, Integer> begun, Map<String, Waits.Wait> going) {
  private static final String CODE = "HmacSHA256";
  private static final int BYTES = 16;
  private static final Pattern SHAPE = Pattern.compile("(?:([0-9]{1,9})_)?([0-9]{1,9})-");

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

  /** A wait as a token names it. */
  private record Name(int lane, int number) {
    /** What is written before the hyphen. */
    String text() {
      return lane == 0 ? Integer.toString(number) : lane + "_" + number;
    }
  }

  /** Those of a run after what happened. */
  static Tokens of(RunHistory history) {
    Waits waits = history.waits();
    return new Tokens(history.cause().key(), waits.begun(), waits.going());
  }

  /** The tokens of the waits that go on and can be answered, by node id. */
  Map<String, String> current() {
    Map<String, String> tokens = new LinkedHashMap<>();
    if (!key.secret().isEmpty()) {
      going.values().stream()
          .filter(wait -> wait.number() > 0)
          .forEach(wait -> tokens.put(wait.node(), token(name(wait))));
    }
    return tokens;
  }

  /** The token of the next wait of a lane. */
  String next(int lane) {
    return token(new Name(lane, newest(lane) + 1));
  }

  private int newest(int lane) {
    return begun.getOrDefault(lane, 0);
  }

  private static Name name(Waits.Wait wait) {
    return new Name(wait.lane(), wait.number());
  }

  private String token(Name wait) {
    return key.forAllWaits()
        ? key.secret()
        : wait.text() + "-" + HexFormat.of().formatHex(code("wait " + wait.text()));
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
    Optional<Name> name = genuine(token);
    if (name.isEmpty()) {
      return Fit.FOREIGN;
    }
    int newest = newest(name.get().lane());
    if (name.get().number() > newest || newest == 0) {
      return Fit.EARLY;
    }
    return going(name.get()).isPresent() ? Fit.FITS : Fit.LATE;
  }

  /** The wait that a token names, where it goes on. */
  Optional<Waits.Wait> wait(String token) {
    return genuine(token).flatMap(this::going);
  }

  private Optional<Waits.Wait> going(Name name) {
    return going.values().stream()
        .filter(wait -> wait.number() > 0 && name(wait).equals(name))
        .findFirst();
  }

  /** The wait that a token names; empty where it is no token of this run. */
  private Optional<Name> genuine(String token) {
    Optional<Name> name = key.forAllWaits() ? Optional.of(new Name(0, newest(0))) : name(token);
    return key.secret().isEmpty()
        ? Optional.empty()
        : name.filter(each -> isSame(token, token(each)));
  }

  private static Optional<Name> name(String token) {
    Matcher matcher = SHAPE.matcher(token);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    int lane = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    return Optional.of(new Name(lane, Integer.parseInt(matcher.group(2))));
  }

  /** Takes as long whatever differs, so that nobody finds a token letter by letter. */
  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
