package io.concertmaster.simulation.disk;

import io.concertmaster.engine.local.machine.Disk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A store in real files of SQLite. A process that dies leaves what it had not committed. */
public final class SqliteFiles implements Storage {
  private final Path folder;
  private final List<Connection> open = new ArrayList<>();
  private final List<Connection> readers = new ArrayList<>();

  /** Files in a folder that is empty. */
  public SqliteFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Disk open(Hazards hazards) {
    return (path, settings) -> {
      String name = String.valueOf(path.getFileName());
      Connection real = Disk.SQLITE.open(folder.resolve(name), settings);
      open.add(real);
      return face(
          Connection.class,
          real,
          (method, arguments, answer) ->
              answer instanceof Statement statement && !(answer instanceof PreparedStatement)
                  ? watched(statement, name, hazards)
                  : answer);
    };
  }

  private static Statement watched(Statement real, String file, Hazards hazards) {
    return face(
        Statement.class,
        real,
        (method, arguments, answer) -> answer,
        (arguments, call) -> {
          String sql = arguments.length > 0 ? String.valueOf(arguments[0]) : "";
          if (sql.equals("COMMIT")) {
            hazards.at(file, Hazards.Moment.COMMIT);
          }
          Object answer = call.run();
          if (sql.equals("COMMIT")) {
            hazards.at(file, Hazards.Moment.COMMITTED);
          }
          return answer;
        });
  }

  /** What becomes of an answer. */
  private interface After {
    @Nullable Object answer(Method method, Object[] arguments, @Nullable Object answer)
        throws Throwable;
  }

  private interface Call {
    @Nullable Object run() throws Throwable;
  }

  private interface Around {
    @Nullable Object call(Object[] arguments, Call call) throws Throwable;
  }

  private static <T> T face(Class<T> type, T real, After after) {
    return face(type, real, after, (arguments, call) -> call.run());
  }

  private static <T> T face(Class<T> type, T real, After after, Around around) {
    return type.cast(
        Proxy.newProxyInstance(
            SqliteFiles.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, given) -> {
              Object[] arguments = given == null ? new Object[0] : given;
              return around.call(
                  arguments,
                  () -> {
                    try {
                      return after.answer(method, arguments, method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  });
            }));
  }

  @Override
  public void forgetProcess() {
    closeAll(open);
  }

  /** Lets go of the files. */
  @Override
  public void close() {
    closeAll(open);
    closeAll(readers);
  }

  private static void closeAll(List<Connection> connections) {
    for (Connection each : connections) {
      try {
        each.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    connections.clear();
  }

  @Override
  public List<@Nullable Object[]> journal(String sql, @Nullable Object... parameters) {
    return ask(0, sql, parameters);
  }

  @Override
  public List<@Nullable Object[]> items(String sql, @Nullable Object... parameters) {
    return ask(1, sql, parameters);
  }

  private List<@Nullable Object[]> ask(int file, String sql, @Nullable Object... parameters) {
    try {
      while (readers.size() < 2) {
        String name = readers.isEmpty() ? "journal.db" : "items.db";
        readers.add(Disk.SQLITE.open(folder.resolve(name), new Properties()));
      }
      try (PreparedStatement statement = readers.get(file).prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          statement.setObject(i + 1, parameters[i]);
        }
        try (ResultSet row = statement.executeQuery()) {
          return rows(row);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<@Nullable Object[]> rows(ResultSet row) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    while (row.next()) {
      @Nullable Object[] values = new Object[row.getMetaData().getColumnCount()];
      for (int i = 0; i < values.length; i++) {
        Object value = row.getObject(i + 1);
        values[i] = value instanceof Integer number ? (Object) number.longValue() : value;
      }
      rows.add(values);
    }
    return rows;
  }
}
