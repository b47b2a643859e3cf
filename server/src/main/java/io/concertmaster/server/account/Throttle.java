package io.concertmaster.server.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who tries passwords: after some failures each further one doubles the pause, up to a
 * quarter of an hour. Forgotten after an hour of quiet.
 *
 * <p>Design note. Few are free for a name from one address, more for an address (many people may
 * share one), and many for a name: else anybody could keep somebody out by trying for them.
 */
final class Throttle {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  /** What is longer is nobody's name, and counts by its beginning: it would take our memory. */
  private static final int LONGEST_NAME = 100;

  /** So many names and addresses are remembered; the oldest are forgotten first. */
  private static final int REMEMBERED = 10_000;

  /**
   * What is counted.
   *
   * @param free so many failures cost nothing
   */
  record Key(String name, int free) {}

  /**
   * What is counted for somebody who tries a name from an address.
   *
   * @param name as it was sent, so of any length and with anything in it: it stands last, and no
   *     name makes the key of another one
   */
  static List<Key> keys(String name, String address) {
    String bounded = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    return List.of(
        new Key("at " + address + " as " + bounded, 5),
        new Key("address " + address, 20),
        new Key("name " + bounded, 100));
  }

  private record Failed(int times, Instant last) {
    private Instant until(int free) {
      if (times < free) {
        return last;
      }
      long seconds = 1L << Math.min(times - free, 20);
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
  synchronized int pause(List<Key> keys) {
    Instant now = clock.instant();
    long longest = 0;
    for (Key key : keys) {
      Failed known = known(key.name(), now);
      if (known != null && known.until(key.free()).isAfter(now)) {
        Duration left = Duration.between(now, known.until(key.free()));
        longest = Math.max(longest, left.toSeconds() + 1);
      }
    }
    return (int) longest;
  }

  /** A try failed. */
  synchronized void failed(List<Key> keys) {
    Instant now = clock.instant();
    for (Key key : keys) {
      Failed known = known(key.name(), now);
      failed.remove(key.name());
      failed.put(key.name(), new Failed(known == null ? 1 : known.times() + 1, now));
    }
  }

  /** A try went well: what was tried so before is forgotten. */
  synchronized void passed(List<Key> keys) {
    keys.forEach(key -> failed.remove(key.name()));
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
