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
 * over. While a use from before lasts, the noting goes on, and a sweep waits for another day.
 */
public final class Unnamed {
  private final Set<Use> uses = ConcurrentHashMap.newKeySet();
  private volatile Optional<Set<Long>> noted = Optional.empty();
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
    noted.ifPresent(set -> set.add(HashSet64.prefix(hash)));
  }

  /** Notes what is put from now on, or from an earlier moment. */
  synchronized void note() {
    if (noted.isEmpty()) {
      noted = Optional.of(ConcurrentHashMap.newKeySet());
      before = new ArrayList<>(uses);
    }
  }

  /** Whether the uses that were held when the noting began have ended. */
  synchronized boolean isSettled() {
    return before.stream().noneMatch(uses::contains);
  }

  /** Whether a content was put since the noting began. */
  boolean isNoted(byte[] hash) {
    return noted.map(set -> set.contains(HashSet64.prefix(hash))).orElse(true);
  }

  /** Ends the noting. */
  synchronized void forget() {
    noted = Optional.empty();
    before = List.of();
  }
}
