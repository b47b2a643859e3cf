package io.concertmaster.hosted.hook;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys with which calls came, and what was sent with them; and signatures, with the key of the
 * run for which each was. Asked from any thread.
 */
@FunctionalInterface
public interface HookKeys {
  /** The most characters of an {@code Idempotency-Key}; it has one at least that is no blank. */
  int LONGEST = 200;

  /** Whether a header's value cannot be a key. */
  static boolean isUnfit(String key) {
    return key.isBlank() || key.length() > LONGEST;
  }

  /**
   * Remembers a key.
   *
   * @param key names a call among all of a project
   * @param hash of what came with it
   * @return whether the key is new, or came with the same before
   */
  boolean claim(String key, String hash);

  /** Remembers none: a key with which calls only try something out binds nothing. */
  static HookKeys none() {
    return (key, hash) -> true;
  }

  /** Keys as long as the program runs; of many the newest. */
  static HookKeys inMemory() {
    Map<String, String> newest =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > 10_000;
          }
        };
    return (key, hash) -> {
      synchronized (newest) {
        String known = newest.putIfAbsent(key, hash);
        return known == null || known.equals(hash);
      }
    };
  }
}
