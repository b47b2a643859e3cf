package io.concertmaster.nodes.sql;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Data to database values and back. */
final class SqlValues {
  private SqlValues() {}

  /** Binds a value to a parameter, counted from 1. Lists and objects go as JSON text. */
  static void bind(PreparedStatement statement, int parameter, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(parameter, Types.NULL);
      case String text -> statement.setString(parameter, text);
      case Long number -> statement.setLong(parameter, number);
      case Double number -> statement.setDouble(parameter, number);
      case Boolean flag -> statement.setBoolean(parameter, flag);
      case BigDecimal number -> statement.setBigDecimal(parameter, number);
      default -> statement.setString(parameter, Json.write(value));
    }
  }

  /**
   * The value of a column, counted from 1, in the current row: integers as whole numbers, decimals
   * exactly, dates and times as ISO text, bytes as Base64, JSON and arrays as data.
   */
  static @Nullable Object read(ResultSet rows, int column, String type) throws SQLException {
    return switch (type) {
      case "date" -> finite(rows.getObject(column, LocalDate.class));
      case "timestamp" -> moment(rows.getObject(column, LocalDateTime.class));
      case "timestamptz" -> instant(rows.getObject(column, OffsetDateTime.class));
      case "time", "timetz", "interval", "money", "xml" -> rows.getString(column);
      case "BOOLEAN", "BOOL" -> flag(rows.getObject(column));
      default -> data(rows.getObject(column));
    };
  }

  /** SQLite has no flags: a column declared BOOLEAN holds 0 and 1. */
  private static @Nullable Object flag(@Nullable Object value) throws SQLException {
    return value instanceof Integer number && (number == 0 || number == 1)
        ? (Object) (number == 1)
        : data(value);
  }

  private static @Nullable Object finite(@Nullable LocalDate date) {
    if (date == null) {
      return null;
    }
    return date.equals(LocalDate.MAX)
        ? "infinity"
        : date.equals(LocalDate.MIN) ? "-infinity" : date.toString();
  }

  private static @Nullable Object moment(@Nullable LocalDateTime moment) {
    if (moment == null) {
      return null;
    }
    return moment.equals(LocalDateTime.MAX)
        ? "infinity"
        : moment.equals(LocalDateTime.MIN)
            ? "-infinity"
            : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
  }

  private static @Nullable Object instant(@Nullable OffsetDateTime moment) {
    if (moment == null) {
      return null;
    }
    return moment.equals(OffsetDateTime.MAX)
        ? "infinity"
        : moment.equals(OffsetDateTime.MIN)
            ? "-infinity"
            : DateTimeFormatter.ISO_INSTANT.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
  }

  private static @Nullable Object data(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Double number when !Double.isFinite(number) -> NumberText.of(number);
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      case PGobject object -> object(object);
      case Array array -> list((Object[]) array.getArray());
      case Date date -> date.toLocalDate().toString();
      case Timestamp moment -> moment(moment.toLocalDateTime());
      case Time time -> LocalTime.parse(time.toString()).toString();
      case SQLXML xml -> xml.getString();
      case String text -> text;
      case Number number -> Json.value(number);
      case Boolean flag -> flag;
      default -> value.toString();
    };
  }

  private static @Nullable Object object(PGobject object) {
    String text = object.getValue();
    boolean json = "json".equals(object.getType()) || "jsonb".equals(object.getType());
    return text == null || !json ? text : Json.parse(text);
  }

  private static JsonArray list(@Nullable Object[] elements) throws SQLException {
    @Nullable Object[] data = new Object[elements.length];
    for (int i = 0; i < elements.length; i++) {
      data[i] = elements[i] instanceof Object[] inner ? list(inner) : data(elements[i]);
    }
    return JsonArray.ofValues(data);
  }

  /** The column type's name as the database says it, for {@link #read}. */
  static String type(ResultSet rows, int column, Dialect dialect) throws SQLException {
    String name = rows.getMetaData().getColumnTypeName(column);
    return name == null || (dialect == Dialect.SQLITE && !name.startsWith("BOOL")) ? "" : name;
  }

  /** The fields of a row whose shape is not known before. */
  static JsonObject changed(long rows) {
    return JsonObject.of("changed", rows);
  }
}
