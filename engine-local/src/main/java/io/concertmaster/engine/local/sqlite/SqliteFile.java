package io.concertmaster.engine.local.sqlite;

import io.concertmaster.engine.local.machine.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * A SQLite file and how it is opened.
 *
 * <p>Design note. WAL with synchronous=FULL: of simulated power cuts NORMAL lost half of what had
 * been acknowledged, FULL nothing. Autocommit stays on, transactions are begun by hand: with JDBC's
 * own a connection stayed dead after a full disk. No memory map, and checks on, so that a damaged
 * page is an error and not a crash.
 *
 * @param machine on which it lies
 * @param path where it lies; its folder is there
 * @param pageSize bytes of a page, for a new file
 * @param schema names of resources beside {@code owner}, each the step to one version more
 * @param owner the class beside which they lie
 */
public record SqliteFile(
    Machine machine, Path path, int pageSize, List<String> schema, Class<?> owner) {
  /** Only a proof sets this: that a simulated power cut finds what anything but FULL loses. */
  private static final String SYNCHRONOUS = "concertmaster.store.synchronous";

  public SqliteFile {
    schema = List.copyOf(schema);
  }

  /**
   * Checks the file's first page and the log that a crash left, and mends single bits in them; when
   * no process has the file open.
   *
   * @throws StoreException when it is damaged so that acknowledged work would be lost
   */
  public SqliteFile mended() {
    try {
      FirstPage.mend(path);
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Kind.FAILED, path + " cannot be read: " + e.getMessage(), e);
    }
    WriteAheadLog.mend(path);
    return this;
  }

  /** Opens for writing; makes the file, and brings an older one up to date. */
  Statements openWriter() {
    try {
      Connection connection = connect(new SQLiteConfig());
      try {
        pragmas(
            connection,
            "page_size = " + pageSize,
            "auto_vacuum = INCREMENTAL",
            "journal_mode = WAL",
            "synchronous = " + System.getProperty(SYNCHRONOUS, "FULL"),
            "journal_size_limit = 67108864",
            Checkpoints.BY_HAND);
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")) {
          pragmas(connection, "fullfsync = 1", "checkpoint_fullfsync = 1");
        }
        migrate(connection);
        keepFirstPage(connection);
        return new Statements(connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw StoreException.of(path, e);
    }
  }

  /**
   * Writes a copy of the file as it is now, synced, while others read and write it.
   *
   * @param copy is not there yet
   */
  public void copyTo(Path copy) {
    try (Statements statements = openReader()) {
      statements.execute("VACUUM INTO '" + copy.toString().replace("'", "''") + "'");
    } catch (SQLException e) {
      throw StoreException.of(path, e);
    }
  }

  /**
   * Looks through the whole file.
   *
   * @throws StoreException when it is damaged
   */
  public void check() {
    try (Statements statements = openReader();
        ResultSet row = statements.of("PRAGMA integrity_check(1)").executeQuery()) {
      String said = row.next() ? row.getString(1) : "nothing";
      if (!said.equals("ok")) {
        throw StoreException.damaged(path, "the store (" + said + ")", null);
      }
    } catch (SQLException e) {
      throw StoreException.of(path, e);
    }
  }

  /** Opens for reading only. */
  Statements openReader() {
    try {
      SQLiteConfig config = new SQLiteConfig();
      config.setReadOnly(true);
      Connection connection = isFrozen() ? connectFrozen(config) : connect(config);
      refuseNewer(connection);
      return new Statements(connection);
    } catch (SQLException e) {
      throw StoreException.of(path, e);
    }
  }

  /** Whether nobody can write here and all is in the file: SQLite would want to make a log. */
  private boolean isFrozen() {
    Path folder = path.toAbsolutePath().getParent();
    return folder != null
        && Files.exists(path)
        && !Files.isWritable(folder)
        && !Files.exists(path.resolveSibling(path.getFileName() + "-wal"));
  }

  private Connection connectFrozen(SQLiteConfig config) throws SQLException {
    String place = path.toUri().getRawPath();
    return JDBC.createConnection(
        JDBC.PREFIX + "file:" + place + "?immutable=1", config.toProperties());
  }

  /**
   * Opens for reading what is left of a damaged file: a page with one wrong cell still gives its
   * others. What is read must have a checksum of its own.
   */
  Statements openLenientReader() {
    try {
      SQLiteConfig config = new SQLiteConfig();
      config.setReadOnly(true);
      Connection connection = connect(config);
      refuseNewer(connection);
      pragmas(connection, "cell_size_check = OFF");
      return new Statements(connection);
    } catch (SQLException e) {
      throw StoreException.of(path, e);
    }
  }

  private Connection connect(SQLiteConfig config) throws SQLException {
    config.setBusyTimeout(5_000);
    Connection connection = machine.disk().open(path, config.toProperties());
    pragmas(connection, "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0");
    return connection;
  }

  private static void pragmas(Connection connection, String... pragmas) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String pragma : pragmas) {
        statement.execute("PRAGMA " + pragma);
      }
    }
  }

  private void migrate(Connection connection) throws SQLException {
    int version = refuseNewer(connection);
    if (version == schema.size()) {
      return;
    }
    try {
      FirstPage.forget(path);
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Kind.FAILED, path + " cannot be brought up to date: " + e, e);
    }
    try (Statement statement = connection.createStatement()) {
      if (version > 0) {
        backUp(statement, version);
      }
      statement.execute("BEGIN IMMEDIATE");
      try {
        for (String step : schema.subList(version, schema.size())) {
          for (String sql : statements(step)) {
            statement.execute(sql);
          }
        }
        statement.execute("PRAGMA user_version = " + schema.size());
        statement.execute("COMMIT");
      } catch (SQLException e) {
        rollBack(statement, e);
        throw e;
      }
    }
  }

  private void keepFirstPage(Connection connection) throws SQLException {
    try {
      if (!FirstPage.isKept(path) && Files.exists(path)) {
        pragmas(connection, "wal_checkpoint(TRUNCATE)");
        FirstPage.keep(path, pageSize);
      }
    } catch (IOException e) {
      System.getLogger(SqliteFile.class.getName())
          .log(System.Logger.Level.WARNING, "no copy of the first page of " + path + " is kept", e);
    }
  }

  private void backUp(Statement statement, int version) throws SQLException {
    Path copy = path.resolveSibling(path.getFileName() + ".version-" + version);
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new StoreException(StoreException.Kind.FAILED, "cannot replace " + copy, e);
    }
    statement.execute("VACUUM INTO '" + copy.toString().replace("'", "''") + "'");
  }

  private static void rollBack(Statement statement, SQLException reason) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      reason.addSuppressed(e); // SQLite may have rolled back already
    }
  }

  /**
   * The version of the schema; a connection to a newer one than this program knows is closed, since
   * what it holds would be misread.
   */
  private int refuseNewer(Connection connection) throws SQLException {
    int version = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      version = row.next() ? row.getInt(1) : 0;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    if (version > schema.size()) {
      connection.close();
      throw new StoreException(
          StoreException.Kind.FAILED,
          path + " was written by a newer version of ConcertMaster: use that one",
          null);
    }
    return version;
  }

  private List<String> statements(String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource + " beside " + owner.getName());
      }
      List<String> statements = new ArrayList<>();
      // The driver executes the first statement of a text and is silent about the others.
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
      for (String each : text.split(";", -1)) {
        if (!each.isBlank()) {
          statements.add(each);
        }
      }
      return statements;
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + resource, e);
    }
  }
}
