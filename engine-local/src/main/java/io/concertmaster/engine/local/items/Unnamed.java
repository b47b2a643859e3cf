package io.concertmaster.engine.local.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Contents that were stored and that no event names yet: they must not be taken for left over.
 *
 * <p>Design note. Whoever stores contents holds a {@link Use} until the event that names them is
 * durable. From some moment on it is noted which contents are put; when the uses that were held at
 * that moment have ended, all that is older than the moment and neither named nor noted is left
 * over. While a use from before lasts, the noting goes on, and a sweep waits for another day. Until
 * that day no more than {@value #MOST} contents are noted: with one more the noting begins anew, at
 * a later moment. So it takes some megabytes at most, and the uses that the next sweep waits for
 * are old ones also where many contents are put between two sweeps.
 */
public final class Unnamed {
  /** So many contents are noted while no sweep is under way: some megabytes. */
  static final int MOST = 100_000;

  private final Set<Use> uses = ConcurrentHashMap.newKeySet();
  private volatile Optional<Set<Long>> noted = Optional.empty();
  private volatile boolean sweeping;
  private List<Use> before = List.of();

  /** Holds what is stored meanwhile. */
  public final class Use implements AutoCloseable {
    private Use() {
      uses.add(this);
    }

    @Override
    public void close() {
      uses.remove(this);
    }
  }

  /** Begins a use. */
  public Use use() {
    return new Use();
  }

  /** A content is put. */
  void put(byte[] hash) {
    noted.ifPresent(set -> {
      set.add(HashSet64.prefix(hash));
      if (!sweeping && set.size() > MOST) {
        noteLess();
      }
    });
  }

  /** Another one may have begun anew meanwhile, or a sweep. */
  private synchronized void noteLess() {
    if (!sweeping && size() > MOST) {
      begin();
    }
  }

  /**
   * Uses are looked at last: one that begins in between has its contents noted, and is waited for.
   */
  private void begin() {
    noted = Optional.of(ConcurrentHashMap.newKeySet());
    before = new ArrayList<>(uses);
  }

  /** A sweep begins: what is put from now on, or from an earlier moment, is noted until it ends. */
  synchronized void note() {
    sweeping = true;
    if (noted.isEmpty()) {
      begin();
    }
  }

  /** The sweep is put off: what is noted until the next one is bounded. */
  synchronized void putOff() {
    sweeping = false;
  }

  /** How many contents are noted. */
  int size() {
    return noted.map(Set::size).orElse(0);
  }

  /** Whether the uses that were held when the noting began have ended. */
  synchronized boolean isSettled() {
    return before.stream().noneMatch(uses::contains);
  }

  /** Whether a content was put since the noting began. */
  boolean isNoted(byte[] hash) {
    return noted.map(set -> set.contains(HashSet64.prefix(hash))).orElse(true);
  }

  /** The sweep has ended, and the noting with it. */
  synchronized void forget() {
    sweeping = false;
    noted = Optional.empty();
    before = List.of();
  }
}
