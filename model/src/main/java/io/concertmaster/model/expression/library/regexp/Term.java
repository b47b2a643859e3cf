package io.concertmaster.model.expression.library.regexp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree of a pattern (ECMA-262 §22.2.1). */
sealed interface Term {
  /** Matches nothing, everywhere. */
  record Empty() implements Term {}

  /** One character; it is compared as it is, or without its case. */
  record Literal(int character) implements Term {}

  /** One character of a class. */
  record OneOf(CharClass characters) implements Term {}

  /** One after the other. */
  record Sequence(List<Term> terms) implements Term {}

  /** One of several, the first that leads on. */
  record Choice(List<Term> terms) implements Term {}

  /** A group that is remembered. */
  record Group(int number, Term body) implements Term {}

  /**
   * A term several times.
   *
   * @param most -1 for without end
   * @param firstGroup the first group inside, whose captures each pass forgets
   * @param lastGroup behind the last group inside
   */
  record Repeat(Term body, int least, int most, boolean greedy, int firstGroup, int lastGroup)
      implements Term {}

  /** {@code ^ $ \b \B}. */
  record Assertion(char sign) implements Term {}

  /** {@code (?=…) (?!…) (?<=…) (?<!…)}. */
  record Look(Term body, boolean behind, boolean negative) implements Term {}

  /** What a group matched once more. */
  record Reference(int group, @Nullable String name) implements Term {}
}
