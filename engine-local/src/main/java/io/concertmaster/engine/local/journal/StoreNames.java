package io.concertmaster.engine.local.journal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What no other store is called: part of every idempotency key.
 *
 * <p>Design note. A store that was restored from a backup gets one more name, for the runs that
 * begin from then on: the numbers of runs that began after the backup are given once more, and a
 * receiver that honours keys must not take the new ones for the old. Runs that were under way keep
 * their keys.
 */
public final class StoreNames {
  private final NavigableMap<Long, String> names;

  /**
   * Names by the first run for which each holds.
   *
   * @throws IllegalArgumentException when there is none for the first run
   */
  public StoreNames(Map<Long, String> names) {
    this.names = new TreeMap<>(names);
    if (this.names.isEmpty() || this.names.firstKey() > 1) {
      throw new IllegalArgumentException("a store has a name from its first run on");
    }
  }

  /** The name for a run. */
  public String of(long run) {
    return names.floorEntry(Math.max(run, names.firstKey())).getValue();
  }
}
