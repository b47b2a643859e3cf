package io.concertmaster.simulation.disk;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A statement that was understood: reads or changes tables, and gives rows. */
@FunctionalInterface
interface Sql {
  List<@Nullable Object[]> run(Tables tables, List<@Nullable Object> parameters)
      throws SQLException;

  /** Those that were read before. */
  Map<String, Sql> KNOWN = new ConcurrentHashMap<>();

  /**
   * Reads a statement.
   *
   * @throws SQLException when it is none that the stores use
   */
  static Sql of(String text) throws SQLException {
    Sql known = KNOWN.get(text);
    if (known == null) {
      known = new Grammar(new Words(text)).read();
      KNOWN.put(text, known);
    }
    return known;
  }
}
