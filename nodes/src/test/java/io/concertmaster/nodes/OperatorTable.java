package io.concertmaster.nodes;

import io.concertmaster.node.ComparedAs;
import io.concertmaster.node.Operator;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a condition's {@code is} and {@code as} may be, for the pages of nodes with conditions. */
final class OperatorTable {
  private OperatorTable() {}

  static String text() {
    String types =
        Arrays.stream(ComparedAs.values())
            .map(each -> "`" + each.id() + "` " + each.label())
            .collect(Collectors.joining(", "));
    return Arrays.stream(Operator.values())
        .map(each ->
            "| `%s` | %s | %s | %s |\n"
                .formatted(
                    each.id(), each.label(), each.takesRight() ? "needed" : "none", of(each)))
        .collect(
            Collectors.joining(
                "",
                """

                ## Operators

                What `is` of a condition may be, whether it has a value `right`, and what it looks at:

                | `is` | Words | `right` | Looks at |
                | --- | --- | --- | --- |
                """,
                "\nWhat `as` of a condition may be: "
                    + types
                    + ". Without it, what the values are.\n"));
  }

  /** What an operator looks at. */
  private static String of(Operator operator) {
    return switch (operator) {
      case EQUALS, NOT_EQUALS, EMPTY, NOT_EMPTY, EXISTS, NOT_EXISTS -> "any value";
      case GREATER_THAN, GREATER_OR_EQUAL, LESS_THAN, LESS_OR_EQUAL -> "numbers, texts";
      case CONTAINS, NOT_CONTAINS -> "texts, lists, objects";
      case STARTS_WITH, NOT_STARTS_WITH, ENDS_WITH, NOT_ENDS_WITH, MATCHES, NOT_MATCHES -> "texts";
      case BEFORE, AFTER, NOT_AFTER, NOT_BEFORE -> "dates";
      case LENGTH_EQUALS,
          LENGTH_NOT_EQUALS,
          LENGTH_GREATER_THAN,
          LENGTH_GREATER_OR_EQUAL,
          LENGTH_LESS_THAN,
          LENGTH_LESS_OR_EQUAL ->
          "texts, lists, objects";
      case TRUE, FALSE -> "true and false";
    };
  }
}
