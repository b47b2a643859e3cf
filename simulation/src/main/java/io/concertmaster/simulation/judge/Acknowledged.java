package io.concertmaster.simulation.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What people were told, and remember when the process that told them is dead. */
public final class Acknowledged {
  private final Map<String, Long> runs = new HashMap<>();
  private final Set<Long> asked = new HashSet<>();
  private final Set<Long> cancelled = new HashSet<>();
  private final Map<Long, Set<String>> tokens = new HashMap<>();
  private boolean clockWasSet;
  private final Map<String, Integer> complaints = new LinkedHashMap<>();

  /** Someone was told the number of a run. */
  public void start(String workflow, long run) {
    Long known = runs.put(workflow, run);
    if (known != null && known != run) {
      throw new Broken(workflow + " was said to be run " + known + " and is now run " + run);
    }
  }

  /** The run of a workflow. */
  public Optional<Long> run(String workflow) {
    return Optional.ofNullable(runs.get(workflow));
  }

  /** How many runs have begun. */
  public int started() {
    return runs.size();
  }

  /** All runs of which someone was told, by the names of their workflows. */
  public Map<String, Long> runs() {
    return runs;
  }

  /** Someone asks to cancel a run. */
  public void asksToCancel(long run) {
    asked.add(run);
  }

  /** Someone was told that a run is cancelled, or had ended. */
  public void cancelled(long run) {
    cancelled.add(run);
  }

  /** Whether someone was told so. */
  public boolean isCancelled(long run) {
    return cancelled.contains(run);
  }

  /** The runs of which someone was told that they are cancelled, or had ended. */
  public Set<Long> cancelled() {
    return cancelled;
  }

  /** How many were asked to be cancelled, and nobody was told yet that they are. */
  public int pendingCancels() {
    Set<Long> pending = new HashSet<>(asked);
    pending.removeAll(cancelled);
    return pending.size();
  }

  /** Someone was told the token of a wait; the tokens of the run's earlier waits that were told. */
  public List<String> tokensBefore(long run, String token) {
    Set<String> told = tokens.computeIfAbsent(run, number -> new TreeSet<>());
    told.add(token);
    return told.stream()
        .filter(each -> lane(each).equals(lane(token)) && wait(each) < wait(token))
        .toList();
  }

  /** The lane in which waits are counted; empty for the first. */
  private static String lane(String token) {
    return token.substring(0, Math.max(0, token.indexOf('_')));
  }

  /** The number of a wait in its lane. */
  private static int wait(String token) {
    return Integer.parseInt(token.substring(token.indexOf('_') + 1, token.indexOf('-')));
  }

  /** Someone sets the clock of the machine: from now on its moments say little. */
  public void clockIsSet() {
    clockWasSet = true;
  }

  /** Whether someone set the clock. */
  public boolean clockWasSet() {
    return clockWasSet;
  }

  /** The engine refused something. */
  public void complain(Exception refusal) {
    complaints.merge(String.valueOf(refusal.getMessage()), 1, Integer::sum);
  }

  /** What the engine refused, and how often. */
  public Map<String, Integer> complaints() {
    return complaints;
  }
}
