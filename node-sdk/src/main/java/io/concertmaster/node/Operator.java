package io.concertmaster.node;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a condition compares its left value with its right one. */
public enum Operator {
  EQUALS("equals", "is equal to", true),
  NOT_EQUALS("notEquals", "is not equal to", true),
  GREATER_THAN("greaterThan", "is greater than", true),
  GREATER_OR_EQUAL("greaterOrEqual", "is greater or equal", true),
  LESS_THAN("lessThan", "is less than", true),
  LESS_OR_EQUAL("lessOrEqual", "is less or equal", true),
  CONTAINS("contains", "contains", true),
  NOT_CONTAINS("notContains", "does not contain", true),
  STARTS_WITH("startsWith", "starts with", true),
  NOT_STARTS_WITH("notStartsWith", "does not start with", true),
  ENDS_WITH("endsWith", "ends with", true),
  NOT_ENDS_WITH("notEndsWith", "does not end with", true),
  MATCHES("matches", "matches pattern", true),
  NOT_MATCHES("notMatches", "does not match pattern", true),
  BEFORE("before", "is before", true),
  AFTER("after", "is after", true),
  NOT_AFTER("notAfter", "is before or equal", true),
  NOT_BEFORE("notBefore", "is after or equal", true),
  LENGTH_EQUALS("lengthEquals", "length is equal to", true),
  LENGTH_NOT_EQUALS("lengthNotEquals", "length is not equal to", true),
  LENGTH_GREATER_THAN("lengthGreaterThan", "length is greater than", true),
  LENGTH_GREATER_OR_EQUAL("lengthGreaterOrEqual", "length is greater or equal", true),
  LENGTH_LESS_THAN("lengthLessThan", "length is less than", true),
  LENGTH_LESS_OR_EQUAL("lengthLessOrEqual", "length is less or equal", true),
  EMPTY("empty", "is empty", false),
  NOT_EMPTY("notEmpty", "is not empty", false),
  EXISTS("exists", "exists", false),
  NOT_EXISTS("notExists", "does not exist", false),
  TRUE("true", "is true", false),
  FALSE("false", "is false", false);

  private static final Map<String, Operator> BY_ID =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Operator::id, each -> each));

  private final String id;
  private final String label;
  private final boolean takesRight;

  Operator(String id, String label, boolean takesRight) {
    this.id = id;
    this.label = label;
    this.takesRight = takesRight;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  /** The words people see. */
  public String label() {
    return label;
  }

  /** Whether there is a value to compare with. */
  public boolean takesRight() {
    return takesRight;
  }

  /** The operator of a name in files. */
  public static Optional<Operator> ofId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
