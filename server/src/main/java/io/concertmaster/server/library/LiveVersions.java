package io.concertmaster.server.library;

import io.concertmaster.server.http.HttpProblem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The live versions that were asked for, so that a start of a run costs no question to the store.
 * Whatever changes what is live forgets them all.
 */
final class LiveVersions {
  /** Looks a version up in the store. */
  @FunctionalInterface
  interface Look {
    Kept up() throws HttpProblem;
  }

  private final Map<String, Kept> known = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  Kept of(String project, String id, Look look) throws HttpProblem {
    String key = project + "/" + id;
    Kept live = known.get(key);
    if (live != null) {
      return live;
    }
    long seen = changes.get();
    live = look.up();
    known.put(key, live);
    if (changes.get() != seen) {
      known.remove(key); // something changed between the question and the note of it
    }
    return live;
  }

  void forget() {
    changes.incrementAndGet();
    known.clear();
  }
}
