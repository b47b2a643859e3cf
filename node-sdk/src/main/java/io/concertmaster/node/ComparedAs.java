package io.concertmaster.node;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** As what a condition compares its values, where it says so. */
public enum ComparedAs {
  STRING("string", "as text"),
  NUMBER("number", "as number"),
  DATE_TIME("dateTime", "as date"),
  BOOLEAN("boolean", "as true or false"),
  /** True is what ECMAScript counts as true: everything but nothing, false, 0 and no text. */
  TRUTH("truth", "as something or nothing"),
  ARRAY("array", "as list"),
  OBJECT("object", "as object");

  private static final Map<String, ComparedAs> BY_ID =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ComparedAs::id, each -> each));

  private final String id;
  private final String label;

  ComparedAs(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  /** The words people see. */
  public String label() {
    return label;
  }

  /** The one of a name in files. */
  public static Optional<ComparedAs> ofId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
