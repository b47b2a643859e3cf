package io.concertmaster.engine.local.machine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/** Opens the files of a store. */
@FunctionalInterface
public interface Disk {
  /** The files of this machine, by SQLite. */
  Disk SQLITE = (file, settings) -> JDBC.createConnection(JDBC.PREFIX + file, settings);

  /**
   * Opens a file, or makes it.
   *
   * @param settings as SQLite's driver names them
   */
  Connection open(Path file, Properties settings) throws SQLException;
}
