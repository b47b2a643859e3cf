package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.journal.JournalReader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Runs that begin once for a key, also when several ask at the same time. */
final class RunsOnce {
  /** Begins a run of the key that it gets. */
  @FunctionalInterface
  interface Beginning {
    RunId of(String key) throws EngineException, InterruptedException;
  }

  private final JournalReader journal;

  /** One lock for each key for which somebody begins a run now. */
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();

  private static final class Asked {
    private final ReentrantLock lock = new ReentrantLock();
    private int by;
  }

  RunsOnce(JournalReader journal) {
    this.journal = journal;
  }

  /** The name of a key in the store. */
  static String call(String key) {
    return "once:" + key;
  }

  /** The run of a key; it begins now, where there is none. */
  RunId of(String key, Beginning beginning) throws EngineException, InterruptedException {
    String call = call(key);
    Asked mine =
        asked.compute(
            call,
            (name, known) -> {
              Asked one = known == null ? new Asked() : known;
              one.by++;
              return one;
            });
    mine.lock.lock();
    try {
      Optional<Long> known = journal.runOfCall(call);
      return known.isPresent() ? new RunId(known.get()) : beginning.of(call);
    } finally {
      mine.lock.unlock();
      asked.computeIfPresent(call, (name, one) -> --one.by == 0 ? null : one);
    }
  }
}
