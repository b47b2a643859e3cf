package io.concertmaster.simulation.disk;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A connection to a file: as much of JDBC as the stores use. */
final class Session {
  private static final int BUSY = 5;

  private final MemoryFile file;
  private final Hazards hazards;
  private @Nullable Tables changing;

  Session(MemoryFile file, Hazards hazards) {
    this.file = file;
    this.hazards = hazards;
  }

  /** What answers the calls of an interface of JDBC. */
  private interface Answering {
    @Nullable Object answer(String method, Object[] arguments) throws SQLException;
  }

  private static final Object[] NONE = {};

  private static <T> T face(Class<T> type, Answering answering) {
    return type.cast(
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.getDeclaringClass() == Object.class
                    ? ofObject(proxy, method, arguments)
                    : answering.answer(method.getName(), arguments == null ? NONE : arguments)));
  }

  @SuppressWarnings("ReferenceEquality") // a face is equal to itself
  private static Object ofObject(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "a face of the simulated disk";
    };
  }

  Connection connection() {
    return face(
        Connection.class,
        (method, arguments) ->
            switch (method) {
              case "createStatement" -> statement();
              case "prepareStatement" -> prepared((String) arguments[0]);
              case "close" -> {
                rollBack();
                yield null;
              }
              default -> throw unknown(method);
            });
  }

  private Statement statement() {
    return face(
        Statement.class,
        (method, arguments) ->
            switch (method) {
              case "execute" -> {
                execute((String) arguments[0]);
                yield false;
              }
              case "executeQuery" -> rows(execute((String) arguments[0]));
              case "close" -> null;
              default -> throw unknown(method);
            });
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    Sql statement = Sql.of(sql);
    List<@Nullable Object> parameters = new ArrayList<>();
    return face(
        PreparedStatement.class,
        (method, arguments) ->
            switch (method) {
              case "executeUpdate", "execute" -> {
                if (changing != null) {
                  hazards.at(file.name(), Hazards.Moment.WRITE);
                }
                run(statement, parameters);
                yield method.equals("execute") ? (Object) false : (Object) 1;
              }
              case "executeQuery" -> rows(run(statement, parameters));
              case "setNull" -> set(parameters, arguments[0], null);
              case "close" -> null;
              default -> {
                if (method.startsWith("set")) {
                  yield set(parameters, arguments[0], arguments[1]);
                }
                throw unknown(method);
              }
            });
  }

  private static @Nullable Object set(
      List<@Nullable Object> parameters, Object position, @Nullable Object value) {
    int at = (Integer) position - 1;
    while (parameters.size() <= at) {
      parameters.add(null);
    }
    parameters.set(
        at,
        switch (value) {
          case Boolean flag -> flag ? 1L : 0L;
          case Integer number -> (Long) number.longValue();
          case null, default -> value;
        });
    return null;
  }

  private static ResultSet rows(List<@Nullable Object[]> rows) {
    int[] at = {-1};
    boolean[] wasNull = {false};
    return face(
        ResultSet.class,
        (method, arguments) ->
            switch (method) {
              case "next" -> ++at[0] < rows.size();
              case "wasNull" -> wasNull[0];
              case "close" -> null;
              default -> {
                if (!method.startsWith("get")) {
                  throw unknown(method);
                }
                Object value = rows.get(at[0])[(Integer) arguments[0] - 1];
                wasNull[0] = value == null;
                yield as(method, value);
              }
            });
  }

  private static @Nullable Object as(String method, @Nullable Object value) throws SQLException {
    long number = value instanceof Long known ? known : 0;
    return switch (method) {
      case "getLong" -> number;
      case "getInt" -> (int) number;
      case "getBoolean" -> number != 0;
      case "getString" -> value == null ? null : value.toString();
      case "getBytes", "getObject" -> value;
      default -> throw unknown(method);
    };
  }

  private static SQLException unknown(String method) {
    return new SQLException("the simulated disk has no " + method + ": teach it");
  }

  private List<@Nullable Object[]> execute(String sql) throws SQLException {
    String text = KNOWN.computeIfAbsent(sql, each -> each.strip().toUpperCase(Locale.ROOT));
    if (text.startsWith("PRAGMA")) {
      return pragma(text);
    }
    switch (text) {
      case "BEGIN IMMEDIATE" -> begin();
      case "COMMIT" -> commit();
      case "ROLLBACK" -> {
        if (!rollBack()) {
          throw new SQLException("cannot rollback - no transaction is active");
        }
      }
      default -> {
        return run(Sql.of(sql), List.of());
      }
    }
    return List.of();
  }

  private static final ConcurrentHashMap<String, String> KNOWN = new ConcurrentHashMap<>();

  private List<@Nullable Object[]> pragma(String text) {
    if (text.equals("PRAGMA USER_VERSION")) {
      return List.<@Nullable Object[]>of(new Object[] {file.committed().version()});
    }
    if (text.startsWith("PRAGMA USER_VERSION =")) {
      Tables tables = changing == null ? file.committed() : changing;
      tables.version(Long.parseLong(text.substring(text.indexOf('=') + 1).strip()));
    }
    return List.of();
  }

  private void begin() throws SQLException {
    hazards.at(file.name(), Hazards.Moment.BEGIN);
    if (changing != null || !file.lock(this)) {
      throw new SQLException("database is locked", null, BUSY);
    }
    changing = file.committed().changed();
  }

  private void commit() throws SQLException {
    Tables done = Objects.requireNonNull(changing, "no transaction is active");
    hazards.at(file.name(), Hazards.Moment.COMMIT);
    file.commit(done);
    changing = null;
    file.unlock(this);
    hazards.at(file.name(), Hazards.Moment.COMMITTED);
  }

  private boolean rollBack() {
    boolean open = changing != null;
    changing = null;
    file.unlock(this);
    return open;
  }

  private List<@Nullable Object[]> run(Sql statement, List<@Nullable Object> parameters)
      throws SQLException {
    if (changing != null) {
      return statement.run(changing, parameters);
    }
    Tables tables = file.committed().changed();
    List<@Nullable Object[]> rows = statement.run(tables, parameters);
    file.commit(tables);
    return rows;
  }
}
