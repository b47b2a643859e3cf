package io.concertmaster.engine.local.run;

import io.concertmaster.model.NodeDefinition;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** The activation that works at the moment in a run, if any. Its state is the run's lock's. */
final class UnderWay {
  private final Services services;
  private final Lock lock;
  private Optional<Execution> current = Optional.empty();
  private Optional<Alarm.Handle> limit = Optional.empty();

  UnderWay(Services services, Lock lock) {
    this.services = services;
    this.lock = lock;
  }

  /** Begins with an activation, whose time runs from now on. */
  void begin(Execution execution, NodeDefinition node) {
    current = Optional.of(execution);
    limit =
        node.timeout()
            .filter(time -> Activity.isLimited(execution.task()))
            .map(time ->
                services.alarm().after(time, () -> execution.stop(Execution.Stop.TIME_OVER)));
  }

  /** Does its work on this thread; the lock is not held meanwhile. */
  Activity.Outcome perform(LiveRun run, Execution execution) {
    execution.begin();
    try {
      return new Activity(run, services, execution).perform();
    } finally {
      execution.end();
      lock.lock();
      try {
        limit.ifPresent(Alarm.Handle::cancel);
        current = Optional.empty();
        limit = Optional.empty();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Cuts its work short. */
  void stop(Execution.Stop why) {
    current.ifPresent(execution -> execution.stop(why));
  }

  Optional<Execution> execution() {
    return current;
  }
}
