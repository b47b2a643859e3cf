package io.concertmaster.simulation.disk;

import io.concertmaster.engine.local.machine.Disk;
import java.util.List;
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

  @Override
  public List<@Nullable Object[]> items(String sql, @Nullable Object... parameters) {
    return items.ask(sql, parameters);
  }
}
