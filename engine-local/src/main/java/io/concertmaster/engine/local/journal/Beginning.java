package io.concertmaster.engine.local.journal;

import java.time.Instant;

/** What begins a run by itself; that it has begun is written together with the run. */
public sealed interface Beginning {
  /** The key of the run: no two runs of a store have the same. */
  String key();

  /** Id of the trigger. */
  String node();

  /**
   * A schedule is due.
   *
   * @param schedule as it stands before
   */
  record OfMoment(Moment moment, ScheduleRow schedule) implements Beginning {
    @Override
    public String key() {
      return moment.key();
    }

    @Override
    public String node() {
      return moment.node();
    }

    /** The schedule, when a run has begun for the moment. */
    public ScheduleRow by(long run) {
      return schedule.begun(moment.at(), run);
    }
  }

  /**
   * Something became of a file.
   *
   * @param watch as it stands before
   * @param note what is known of the file from then on
   * @param at when that was noticed
   */
  record OfFile(WatchRow watch, SeenFile note, Instant at) implements Beginning {
    @Override
    public String key() {
      return watch.nextKey();
    }

    @Override
    public String node() {
      return watch.node();
    }

    /** The watch, when a run has begun for the file. */
    public WatchRow by(long run) {
      return watch.begun(at, run);
    }
  }
}
