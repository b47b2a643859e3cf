package io.concertmaster.simulation.disk;

import io.concertmaster.engine.local.machine.Disk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A store in memory. */
public final class Memory implements Storage {
  private final MemoryFile journal = new MemoryFile("journal.db");
  private final MemoryFile items = new MemoryFile("items.db");

  @Override
  public Disk open(Hazards hazards) {
    return (path, settings) -> (path.endsWith("journal.db") ? journal : items).open(hazards);
  }

  @Override
  public void forgetProcess() {
    journal.forgetProcess();
    items.forgetProcess();
  }

  @Override
  public List<@Nullable Object[]> journal(String sql, @Nullable Object... parameters) {
    return journal.ask(sql, parameters);
  }

  /** The same as by SQL, and much faster: the judge asks at each step of each world. */
  @Override
  public List<Line> lines(long run) {
    int[] at = journal.columns("event", "seq", "kind", "node", "ts", "body");
    List<Line> lines = new ArrayList<>();
    for (@Nullable Object[] row : journal.rows("event", "run", run)) {
      lines.add(
          new Line(
              run,
              (Long) Objects.requireNonNull(row[at[0]]),
              String.valueOf(row[at[1]]),
              String.valueOf(row[at[2]]),
              (Long) Objects.requireNonNull(row[at[3]]),
              String.valueOf(row[at[4]])));
    }
    lines.sort(Comparator.comparingLong(Line::seq));
    return lines;
  }

  @Override
  public List<@Nullable Object[]> items(String sql, @Nullable Object... parameters) {
    return items.ask(sql, parameters);
  }
}
