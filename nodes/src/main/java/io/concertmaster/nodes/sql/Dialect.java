package io.concertmaster.nodes.sql;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the databases call things differently. */
enum Dialect {
  SQLITE("INTEGER", "REAL", "NUMERIC", "BOOLEAN", "TEXT"),
  POSTGRESQL("bigint", "double precision", "numeric", "boolean", "jsonb");

  private final String whole;
  private final String real;
  private final String exact;
  private final String flag;
  private final String data;

  Dialect(String whole, String real, String exact, String flag, String data) {
    this.whole = whole;
    this.real = real;
    this.exact = exact;
    this.flag = flag;
    this.data = data;
  }

  /** A name of a table or column, whatever is in it (SQL:2016 delimited identifiers). */
  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The column type for a value; empty for null, which says nothing. */
  String type(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Long number -> whole;
      case Double number -> real;
      case BigDecimal number -> exact;
      case Boolean bool -> flag;
      case JsonObject object -> data;
      case JsonArray array -> data;
      default -> text();
    };
  }

  /** The column type that holds values of both types. */
  String common(String a, String b) {
    if (a.isEmpty() || a.equals(b)) {
      return b;
    }
    if (b.isEmpty()) {
      return a;
    }
    boolean numbers = isNumber(a) && isNumber(b);
    return numbers ? (a.equals(exact) || b.equals(exact) ? exact : real) : text();
  }

  private boolean isNumber(String type) {
    return type.equals(whole) || type.equals(real) || type.equals(exact);
  }

  /** The column type for text and for everything else. */
  String text() {
    return this == SQLITE ? "TEXT" : "text";
  }
}
