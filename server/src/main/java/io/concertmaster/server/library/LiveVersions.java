package io.concertmaster.server.library;

import io.concertmaster.server.http.HttpProblem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The live versions that were asked for, so that a start of a run costs no question to the store.
 * They hold until something else becomes live, anywhere.
 */
final class LiveVersions {
  /** Looks a version up in the store. */
  @FunctionalInterface
  interface Look {
    Kept up() throws HttpProblem;
  }

  /** What was found, and how often what is live had changed before it was looked for. */
  private record Found(Kept kept, long changes) {}

  private final LongSupplier changes;
  private final Map<String, Found> found = new ConcurrentHashMap<>();

  /**
   * Nothing yet.
   *
   * @param changes counts how often what is live changed
   */
  LiveVersions(LongSupplier changes) {
    this.changes = changes;
  }

  Kept of(String project, String id, Look look) throws HttpProblem {
    String key = project + "/" + id;
    long now = changes.getAsLong();
    Found known = found.get(key);
    if (known != null && known.changes() == now) {
      return known.kept();
    }
    Kept kept = look.up();
    found.put(key, new Found(kept, now));
    return kept;
  }
}
