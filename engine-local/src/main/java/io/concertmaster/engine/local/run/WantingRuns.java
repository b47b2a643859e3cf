package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The runs that were let go because the disk was full. While there are any, the disk is looked at
 * once a second; when there is room again they go on by themselves. A run whose unsafe step was cut
 * short stays: nobody but a person can say what became of it.
 */
final class WantingRuns {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Takes a run up, where it is in nobody's hands. */
  @FunctionalInterface
  interface TakingUp {
    void takeUp(RunId run) throws EngineException;
  }

  private final Services services;
  private final Workers workers;
  private final TakingUp takingUp;
  private final Set<Long> runs = new TreeSet<>();
  private boolean looking;

  WantingRuns(Services services, Workers workers, TakingUp takingUp) {
    this.services = services;
    this.workers = workers;
    this.takingUp = takingUp;
  }

  static boolean isForWantOfRoom(Exception e) {
    return switch (e) {
      case StoreException store -> store.isForWantOfRoom();
      case EngineException engine -> engine.reason() == EngineException.Reason.STORE_FULL;
      default -> false;
    };
  }

  synchronized void add(RunId run) {
    runs.add(run.number());
    lookLater();
  }

  private synchronized void lookLater() {
    if (!looking) {
      looking = true;
      services.alarm().after(PAUSE, () -> workers.execute(this::look));
    }
  }

  private void look() {
    boolean room = services.room().hold();
    List<Long> goOn = new ArrayList<>();
    synchronized (this) {
      looking = false;
      if (room) {
        goOn.addAll(runs);
        runs.clear();
      } else {
        lookLater();
      }
    }
    goOn.forEach(this::goOn);
  }

  private void goOn(long run) {
    try {
      takingUp.takeUp(new RunId(run));
    } catch (EngineException | RuntimeException e) {
      if (isForWantOfRoom(e)) {
        add(new RunId(run));
      } else {
        System.getLogger(WantingRuns.class.getName())
            .log(System.Logger.Level.INFO, "run " + run + " stays as it is: " + e.getMessage());
      }
    }
  }
}
