package io.concertmaster.engine.local.run;

import io.concertmaster.model.NodeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * The activations that work at the moment in a run: several only where its branches may work at the
 * same time. Its state is the run's lock's.
 */
final class UnderWay {
  private final Services services;
  private final Lock lock;
  private final Map<Execution, Optional<Alarm.Handle>> limits = new LinkedHashMap<>();

  UnderWay(Services services, Lock lock) {
    this.services = services;
    this.lock = lock;
  }

  /** Begins with an activation, whose time runs from now on. */
  void begin(Execution execution, NodeDefinition node) {
    limits.put(
        execution,
        node.timeout()
            .filter(time -> Activity.isLimited(execution.task()))
            .map(time ->
                services.alarm().after(time, () -> execution.stop(Execution.Stop.TIME_OVER))));
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
        Optional<Alarm.Handle> limit = limits.remove(execution);
        if (limit != null) {
          limit.ifPresent(Alarm.Handle::cancel);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Cuts their work short. */
  void stop(Execution.Stop why) {
    limits.keySet().forEach(execution -> execution.stop(why));
  }

  List<Execution> executions() {
    return List.copyOf(limits.keySet());
  }
}
