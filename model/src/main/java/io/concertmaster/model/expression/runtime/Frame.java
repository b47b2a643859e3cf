package io.concertmaster.model.expression.runtime;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation on its way: what it sees, the variables of the function it is in, and what it may
 * still spend.
 *
 * <p>Design note. Nothing in the language loops by itself; work grows only where a library function
 * walks over data or calls a function back. So those charge, and straight code does not: a call of
 * a callback costs the size of its body, an array an element each, a string one step for eight
 * characters. Since whatever is made was charged for, the steps bound memory too.
 */
public final class Frame {
  /** How much one evaluation may do, in steps. */
  public static final int STEPS = 10_000_000;

  /** The longest string an expression may make, in characters. */
  public static final int LONGEST_STRING = 32_000_000;

  /** The longest array an expression may make. */
  public static final int LONGEST_ARRAY = 2_000_000;

  /** How deep calls may nest, in the depth of the expressions they evaluate. */
  private static final int DEPTH = 6_000;

  private Scope scope;
  private @Nullable JsonObject json;
  private @Nullable Object[] locals = NONE;
  private int steps = STEPS;
  private int depth;

  private static final @Nullable Object[] NONE = {};

  /** A frame for one evaluation. */
  public Frame(Scope scope) {
    this.scope = scope;
  }

  /** What the expression sees. */
  public Scope scope() {
    return scope;
  }

  /** The current item. */
  public Item item() {
    return scope
        .item()
        .orElseThrow(() ->
            Failure.raised(
                Kind.MISSING_DATA,
                "there is no current item here: run the node before, or use a value that needs"
                    + " no item"));
  }

  /** The current item's record: {@code $json}. */
  public JsonObject json() {
    JsonObject known = json;
    if (known == null) {
      known = item().json();
      json = known;
    }
    return known;
  }

  /** The variables of the function that runs; the enclosing function's lie in slot 0. */
  public @Nullable Object[] locals() {
    return locals;
  }

  /** Runs something that sees another scope; what it spends is this evaluation's. */
  public @Nullable Object within(Scope other, Supplier<@Nullable Object> code) {
    Scope before = scope;
    JsonObject jsonBefore = json;
    scope = other;
    json = null;
    try {
      return code.get();
    } finally {
      scope = before;
      json = jsonBefore;
    }
  }

  /** Starts the next block: what was spent stays spent. */
  public void restart() {
    locals = NONE;
    depth = 0;
  }

  /** Enters a function with these variables; give the answer to {@link #leave}. */
  public @Nullable Object[] enter(@Nullable Object[] variables, int bodyDepth, int bodySize) {
    depth += bodyDepth;
    if (depth > DEPTH) {
      throw Failure.raised(Kind.LIMIT, "functions call each other too deeply");
    }
    charge(bodySize);
    @Nullable Object[] before = locals;
    locals = variables;
    return before;
  }

  /** Leaves a function. */
  public void leave(@Nullable Object[] before, int bodyDepth) {
    locals = before;
    depth -= bodyDepth;
  }

  /** Spends steps. */
  public void charge(long spent) {
    if (spent > steps) {
      steps = 0;
      throw Failure.raised(
          Kind.LIMIT,
          "the expression does too much work: more than " + STEPS + " steps for one value");
    }
    steps -= (int) spent;
  }

  /** Spends what reading through so many characters costs. */
  public void chargeScan(int characters) {
    charge(1 + (characters >> 5));
  }

  /** Asks leave to make a string of so many characters. */
  public void chargeText(long characters) {
    if (characters > LONGEST_STRING) {
      throw Failure.raised(
          Kind.LIMIT,
          "the expression makes a text of "
              + characters
              + " characters, more than "
              + LONGEST_STRING
              + " are not made");
    }
    charge(1 + (characters >> 3));
  }

  /** Asks leave to make an array of so many elements. */
  public void chargeArray(long elements) {
    if (elements > LONGEST_ARRAY) {
      throw Failure.raised(
          Kind.LIMIT,
          "the expression makes a list of "
              + elements
              + " elements, more than "
              + LONGEST_ARRAY
              + " are not made");
    }
    charge(1 + elements);
  }
}
