package io.concertmaster.simulation.disk;

import io.concertmaster.engine.local.machine.Disk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two files of a store, which outlive the processes that use them. */
public interface Storage extends AutoCloseable {
  /**
   * A row of the journal: what happened in a run.
   *
   * @param at in milliseconds since 1970
   */
  record Line(long run, long seq, String kind, String node, long at, String body) {}

  /** The disk as a new process sees it. */
  Disk open(Hazards hazards);

  /** The process that used the disk is dead. */
  void forgetProcess();

  @Override
  default void close() {}

  /** Rows of the journal that outlive a crash. */
  List<@Nullable Object[]> journal(String sql, @Nullable Object... parameters);

  /** Rows of the items that outlive a crash. */
  List<@Nullable Object[]> items(String sql, @Nullable Object... parameters);

  /** What outlives a crash of a run, in order. */
  default List<Line> lines(long run) {
    return journal("SELECT seq, kind, node, ts, body FROM event WHERE run = ? ORDER BY seq", run)
        .stream()
        .map(row ->
            new Line(run, (Long) row[0], text(row[1]), text(row[2]), (Long) row[3], text(row[4])))
        .toList();
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }
}
