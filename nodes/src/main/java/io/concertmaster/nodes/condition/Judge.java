package io.concertmaster.nodes.condition;

import io.concertmaster.node.ComparedAs;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Operator;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether one condition holds, as a node's settings want types to be dealt with. */
sealed interface Judge {
  /**
   * Whether it holds.
   *
   * @param as id of a {@link ComparedAs}; empty for what the values are by themselves
   * @param present whether there is a left value, be it null
   */
  boolean holds(
      String as, boolean present, @Nullable Object left, Operator operator, @Nullable Object right)
      throws NodeException;

  /** The judge of a value of {@link Conditions#TYPES}. */
  static Judge of(String types, boolean ignoreCase, ZoneId zone) throws NodeException {
    Comparison comparison = new Comparison(ignoreCase, zone);
    return switch (types) {
      case "convert" ->
          new Converting(comparison, new TypedComparison(false, ignoreCase, zone, comparison));
      case "strict" ->
          new Strict(comparison, new TypedComparison(true, ignoreCase, zone, comparison));
      case "script" -> new Script();
      default ->
          throw new NodeException("“" + types + "” is not a way to deal with types")
              .atProperty(Conditions.TYPES.name());
    };
  }

  private static Optional<ComparedAs> type(String as) throws NodeException {
    Optional<ComparedAs> type = ComparedAs.ofId(as);
    if (type.isEmpty() && !as.isEmpty()) {
      throw new NodeException("“" + as + "” is not a type to compare as");
    }
    return type;
  }

  /** Values are converted: to the type that the condition names, or as they look. */
  record Converting(Comparison comparison, TypedComparison typed) implements Judge {
    @Override
    public boolean holds(
        String as,
        boolean present,
        @Nullable Object left,
        Operator operator,
        @Nullable Object right)
        throws NodeException {
      Optional<ComparedAs> type = type(as);
      return type.isPresent()
          ? typed.holds(type.get(), present, left, operator, right)
          : comparison.holds(left, operator, right);
    }
  }

  /** Values are of the type that the condition names, or both of the same. */
  record Strict(Comparison comparison, TypedComparison typed) implements Judge {
    @Override
    public boolean holds(
        String as,
        boolean present,
        @Nullable Object left,
        Operator operator,
        @Nullable Object right)
        throws NodeException {
      Optional<ComparedAs> named = type(as);
      if (named.isPresent()) {
        return typed.holds(named.get(), present, left, operator, right);
      }
      boolean byDate =
          switch (operator) {
            case BEFORE, AFTER, NOT_BEFORE, NOT_AFTER -> true;
            default -> false;
          };
      Optional<ComparedAs> own = byDate ? Optional.of(ComparedAs.DATE_TIME) : Conversion.of(left);
      return own.isPresent()
          ? typed.holds(own.get(), present, left, operator, right)
          : comparison.holds(left, operator, right);
    }
  }

  /** As ECMAScript's operators compare. */
  record Script() implements Judge {
    @Override
    public boolean holds(
        String as,
        boolean present,
        @Nullable Object left,
        Operator operator,
        @Nullable Object right)
        throws NodeException {
      return ScriptComparison.holds(type(as).orElse(null), left, operator, right);
    }
  }
}
