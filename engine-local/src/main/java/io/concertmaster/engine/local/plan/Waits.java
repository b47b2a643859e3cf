package io.concertmaster.engine.local.plan;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The waits of a run: one at a time in each of the branches that may work at the same time. Not
 * safe for several threads at once.
 */
public final class Waits {
  /**
   * A wait that goes on.
   *
   * @param until when it ends by itself; never where empty
   * @param lane of the activation
   * @param number which of the waits of its lane it is that someone outside can end, from 1; 0
   *     where nobody can
   */
  public record Wait(String node, int runIndex, Optional<Instant> until, int lane, int number) {}

  private final Map<String, Wait> going = new LinkedHashMap<>();
  private final Map<Integer, Integer> newest = new HashMap<>();

  void begin(Entry entry, Optional<Instant> until, boolean callable) {
    int number = callable ? newest.merge(entry.lane(), 1, Integer::sum) : 0;
    going.put(entry.node(), new Wait(entry.node(), entry.runIndex(), until, entry.lane(), number));
  }

  /** Ends the wait of an activation, where it waits. */
  boolean end(String node, int runIndex) {
    Wait wait = going.get(node);
    return wait != null && wait.runIndex() == runIndex && going.remove(node, wait);
  }

  void clear() {
    going.clear();
  }

  /**
   * Those that go on, by node id: an activation of a node begins after the one before has ended.
   */
  public Map<String, Wait> going() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(going));
  }

  /** How many waits of each lane have begun that someone outside can end. */
  public Map<Integer, Integer> begun() {
    return Map.copyOf(newest);
  }

  /** When the first of them ends by itself. */
  public Optional<Instant> until() {
    return going.values().stream().flatMap(each -> each.until().stream()).min(Instant::compareTo);
  }
}
