package io.concertmaster.hosted.desk;

import io.concertmaster.hosted.page.Posted;
import io.concertmaster.model.io.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest answers that ended a wait: a page that is sent twice, by a second press of its button
 * or by a browser that got no answer, leads to where it led the first time. What was sent is known
 * by its SHA-256 alone. For all threads; forgotten when the program ends.
 */
final class Answered {
  private static final int MOST = 1_000;

  private record Sent(String hash, String to) {}

  private final Map<String, Sent> newest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
          return size() > MOST;
        }
      };

  /** Remembers what ended a wait, and to where it led. */
  synchronized void put(String wait, Visit visit, String to) {
    visit.posted().ifPresent(posted -> newest.put(wait, new Sent(hash(posted), to)));
  }

  /** Whether a wait was ended by an answer that is still known. */
  synchronized boolean has(String wait) {
    return newest.containsKey(wait);
  }

  /** To where the answer led that ended a wait; empty where that was not what is sent now. */
  synchronized Optional<String> to(String wait, Visit visit) {
    return Optional.ofNullable(newest.get(wait))
        .filter(sent -> visit.posted().filter(each -> hash(each).equals(sent.hash())).isPresent())
        .map(Sent::to);
  }

  private static String hash(Posted posted) {
    MessageDigest sha = Sha256.begin();
    posted
        .values()
        .forEach((name, texts) -> {
          sha.update((name + "\0" + texts.size() + "\0").getBytes(StandardCharsets.UTF_8));
          texts.forEach(each -> sha.update((each + "\0").getBytes(StandardCharsets.UTF_8)));
        });
    return HexFormat.of().formatHex(sha.digest());
  }
}
