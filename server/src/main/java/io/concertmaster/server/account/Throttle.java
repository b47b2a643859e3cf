package io.concertmaster.server.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who tries passwords: after five failures each further one doubles the pause, up to a
 * quarter of an hour. Counted for a name and for an address; forgotten after an hour of quiet.
 */
final class Throttle {
  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  /** So many names and addresses are remembered; the oldest are forgotten first. */
  private static final int REMEMBERED = 10_000;

  private record Failed(int times, Instant last) {
    private Instant until() {
      if (times < FREE) {
        return last;
      }
      long seconds = 1L << Math.min(times - FREE, 20);
      Duration pause = Duration.ofSeconds(seconds);
      return last.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }
  }

  private final InstantSource clock;
  private final Map<String, Failed> failed =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failed> eldest) {
          return size() > REMEMBERED;
        }
      };

  Throttle(InstantSource clock) {
    this.clock = clock;
  }

  /** Seconds that these have to wait before they may try; 0 for none. */
  synchronized int pause(String... keys) {
    Instant now = clock.instant();
    long longest = 0;
    for (String key : keys) {
      Failed known = known(key, now);
      if (known != null && known.until().isAfter(now)) {
        longest = Math.max(longest, Duration.between(now, known.until()).toSeconds() + 1);
      }
    }
    return (int) longest;
  }

  /** A try failed. */
  synchronized void failed(String... keys) {
    Instant now = clock.instant();
    for (String key : keys) {
      Failed known = known(key, now);
      failed.remove(key);
      failed.put(key, new Failed(known == null ? 1 : known.times() + 1, now));
    }
  }

  /** A try went well. */
  synchronized void passed(String... keys) {
    for (String key : keys) {
      failed.remove(key);
    }
  }

  private @Nullable Failed known(String key, Instant now) {
    Failed known = failed.get(key);
    if (known != null && known.last().plus(FORGOTTEN).isBefore(now)) {
      failed.remove(key);
      return null;
    }
    return known;
  }
}
