package io.concertmaster.model.expression;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.script.ScriptSource;
import java.util.Optional;

/**
 * Chooses who evaluates a parameter: the first tier ({@link Expression}) where it can do the whole
 * of it, the second one otherwise. That is decided when compiling, never in the middle of a run, so
 * one parameter is always evaluated by the same tier.
 *
 * @param second evaluates what the first tier leaves out; where there is none, such a parameter is
 *     refused
 * @param tier which tiers are used
 */
public record ExpressionEvaluator(Optional<SecondTier> second, Tier tier) {
  /** Which tiers are used. */
  public enum Tier {
    /** The first where it can, the second otherwise. */
    CHOSEN,
    /** Only the first. */
    FIRST,
    /** Only the second. */
    SECOND
  }

  /** The first tier alone. */
  public static ExpressionEvaluator firstTier() {
    return new ExpressionEvaluator(Optional.empty(), Tier.FIRST);
  }

  /** Both tiers, each for what it is for. */
  public static ExpressionEvaluator with(SecondTier second) {
    return new ExpressionEvaluator(Optional.of(second), Tier.CHOSEN);
  }

  /** The same with only some tiers used. */
  public ExpressionEvaluator using(Tier changed) {
    return new ExpressionEvaluator(second, changed);
  }

  /**
   * Compiles a parameter.
   *
   * @param parameter the text with its leading {@code =}
   * @throws ExpressionException of the kinds SYNTAX, UNSUPPORTED, REFERENCE and LIMIT, with its
   *     place in the parameter
   */
  public Evaluable compile(String parameter) throws ExpressionException {
    if (tier == Tier.SECOND && second.isPresent()) {
      return second.get().prepare(ScriptSource.of(parameter));
    }
    try {
      return Expression.compile(parameter);
    } catch (ExpressionException e) {
      if (e.kind() != Kind.UNSUPPORTED || tier == Tier.FIRST || second.isEmpty()) {
        throw e;
      }
      return second.get().prepare(ScriptSource.of(parameter));
    }
  }

  /**
   * Checks a parameter as {@link #compile} does, where both tiers are at hand.
   *
   * @throws ExpressionException when neither tier takes it
   */
  public static void check(String parameter) throws ExpressionException {
    try {
      Expression.compile(parameter);
    } catch (ExpressionException e) {
      if (e.kind() != Kind.UNSUPPORTED) {
        throw e;
      }
      ScriptSource.of(parameter);
    }
  }
}
