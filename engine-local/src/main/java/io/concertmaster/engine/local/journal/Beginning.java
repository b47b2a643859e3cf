package io.concertmaster.engine.local.journal;

/**
 * What begins a run by a schedule; that it has begun is written together with it.
 *
 * @param schedule as it stands before
 */
public record Beginning(Moment moment, ScheduleRow schedule) {
  /** The schedule, when a run has begun for the moment. */
  public ScheduleRow by(long run) {
    return schedule.begun(moment.at(), run);
  }
}
