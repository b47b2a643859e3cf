package io.concertmaster.nodes.condition;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Operator;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that an item meets or not. Made once for an activation, from the settings that are the
 * same for all items; the conditions themselves come with each item, evaluated.
 */
public final class Conditions {
  /** The conditions: {@code [{left, is, right, as?}]}. */
  public static final Property CONDITIONS =
      Property.of("conditions", "Conditions", new PropertyKind.Conditions())
          .help("What to compare: a field of the item on the left, how, and with what.")
          .mandatory();

  /** Whether all conditions must be met, or one is enough. */
  public static final Property MATCH =
      Property.of(
              "match",
              "Met when",
              PropertyKind.choice(
                  Option.of("all", "all conditions are met"),
                  Option.of("any", "any condition is met")))
          .defaultsTo("all")
          .literalOnly();

  /** Whether capital and small letters count as the same. */
  public static final Property IGNORE_CASE =
      Property.of("ignoreCase", "Ignore upper and lower case", PropertyKind.flag())
          .help("Compares texts as if all letters were small.")
          .defaultsTo(false)
          .literalOnly();

  /** What becomes of a condition whose left value is missing. */
  public static final Property MISSING =
      Property.of(
              "missing",
              "When the left value is missing",
              PropertyKind.choice(
                  new Option(
                      "compare",
                      "Compare it as nothing",
                      "It equals nothing, contains nothing, and is neither greater nor less."),
                  new Option("error", "The item fails", "It goes the way that On error says.")))
          .defaultsTo("compare")
          .literalOnly();

  /** How conditions deal with values of different types. */
  public static final Property TYPES =
      Property.of(
              "types",
              "Values of different types",
              PropertyKind.choice(
                  new Option(
                      "convert",
                      "Are converted",
                      "A number and a text that looks like one compare as numbers."),
                  new Option("strict", "Are an error", "Both sides must have the same type."),
                  new Option(
                      "script",
                      "Compare as in JavaScript",
                      "By === and >, where nothing and no text count as 0.")))
          .defaultsTo("convert")
          .literalOnly();

  /** How values compare, in words for the documentation of nodes. */
  public static final String RULES =
      """
      **How values compare.** A number and a text that looks like one compare as numbers: `12` is
      equal to `"12.0"` and less than `"100"`. Two texts are equal letter by letter, so the postal
      codes `"0123"` and `"123"` differ; for *greater* and *less*, two texts that both look like
      numbers compare as numbers, others by the alphabet. *Is before* and *is after* read dates such
      as `2026-11-24` or `2026-11-24T10:30:00Z`; without an offset they are in the workflow's time
      zone. *Contains* looks for a part of a text, an element of a list, or a field of an object.
      *Matches pattern* takes a regular expression and looks for it anywhere in the text. What
      cannot be compared (an object with a number, say) is an error of that item, not a quiet “no”.

      A condition can say as what it compares: with *as number*, `true` counts as 1 and a blank text
      as 0, with *as text* everything compares as it is written, and a text that names no number,
      date or list where one is wanted is an error. *Values of different types* chooses whether
      values are converted at all. Patterns are those of JavaScript, bare or as `/pattern/i`.
      """;

  private final boolean errorWhenMissing;
  private final Judge judge;

  private Conditions(boolean errorWhenMissing, Judge judge) {
    this.errorWhenMissing = errorWhenMissing;
    this.judge = judge;
  }

  /**
   * Conditions as the node's settings {@link #IGNORE_CASE}, {@link #MISSING} and {@link #TYPES}
   * say.
   */
  public static Conditions of(NodeContext context) throws NodeException {
    Parameters settings = context.parameters();
    return new Conditions(
        settings.text(MISSING.name()).equals("error"),
        Judge.of(settings.text(TYPES.name()), settings.flag(IGNORE_CASE.name()), context.zone()));
  }

  /** What a node does with an item that was judged. */
  @FunctionalInterface
  public interface Verdict {
    void of(Item item, long position, boolean met) throws NodeException, InterruptedException;
  }

  /**
   * Judges each item of a node that has {@link #CONDITIONS} and {@link #MATCH} among its settings.
   */
  public static void judge(NodeContext context, Verdict verdict)
      throws NodeException, InterruptedException {
    Conditions conditions = of(context);
    String match = context.parameters().text(MATCH.name());
    EachItem.of(
        context,
        (item, position) ->
            verdict.of(item, position, conditions.met(context, item, position, match)));
  }

  /**
   * Whether an item meets the conditions. One that cannot be judged does not, where the run is to
   * go on without an error output: as in n8n, it must not leave as one that does.
   */
  private boolean met(NodeContext context, Item item, long position, String match)
      throws NodeException, InterruptedException {
    try {
      return meets(context.parameters(item, position).list(CONDITIONS.name()), match);
    } catch (NodeException e) {
      if (context.continuesOnError() && !context.hasErrorOutput()) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Whether an item meets its conditions.
   *
   * @param conditions evaluated for the item
   * @param match {@code all} or {@code any}
   * @throws NodeException when there is no condition, or values cannot be compared
   * @throws InterruptedException when the activation was cancelled while a pattern was matched
   */
  public boolean meets(JsonArray conditions, String match)
      throws NodeException, InterruptedException {
    if (conditions.isEmpty()) {
      throw new NodeException("there is no condition: add one in the node's settings")
          .atProperty(CONDITIONS.name());
    }
    boolean any = match.equals("any");
    for (int i = 0; i < conditions.size(); i++) {
      if (meets(conditions.get(i), i) == any) {
        return any;
      }
    }
    return !any;
  }

  /**
   * Whether two values count as equal here.
   *
   * @throws NodeException when the left one is missing and that is an error
   */
  public boolean areEqual(@Nullable Object left, @Nullable Object right) throws NodeException {
    if (left == null && errorWhenMissing) {
      throw new NodeException("the value is missing");
    }
    return judge.holds("", true, left, Operator.EQUALS, right);
  }

  private boolean meets(@Nullable Object condition, int index)
      throws NodeException, InterruptedException {
    if (!(condition instanceof JsonObject parts)) {
      throw wrong(index, "it must be an object with left, is and right", null);
    }
    Object id = parts.get("is");
    Operator operator =
        Operator.ofId(id instanceof String text ? text : "")
            .orElseThrow(() -> wrong(index, "“" + id + "” is not a way to compare", null));
    Object left = parts.get("left");
    if (left == null && errorWhenMissing && needsLeft(operator)) {
      throw wrong(index, "the left value is missing", null);
    }
    try {
      String as = parts.get("as") instanceof String text ? text : "";
      return judge.holds(as, parts.containsKey("left"), left, operator, parts.get("right"));
    } catch (NodeException e) {
      throw wrong(index, e.getMessage(), e);
    } catch (CancellationException e) {
      Thread.interrupted();
      throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
    }
  }

  private static boolean needsLeft(Operator operator) {
    return switch (operator) {
      case EMPTY, NOT_EMPTY, EXISTS, NOT_EXISTS -> false;
      default -> true;
    };
  }

  private static NodeException wrong(int index, String message, @Nullable Throwable cause) {
    return new NodeException("Condition " + (index + 1) + ": " + message, cause)
        .atProperty(CONDITIONS.name() + "[" + index + "]");
  }

  /**
   * The first condition in a few words, for the line under a node's name: {@code total is greater
   * than 10000}.
   *
   * @param conditions as in the file, expressions unevaluated
   */
  public static String caption(@Nullable Object conditions) {
    if (!(conditions instanceof JsonArray list)
        || list.isEmpty()
        || !(list.get(0) instanceof JsonObject first)
        || !(first.get("is") instanceof String id)) {
      return "";
    }
    return Operator.ofId(id)
        .map(operator -> {
          String text = Caption.of(first.get("left")) + " " + operator.label();
          String right = operator.takesRight() ? " " + Caption.of(first.get("right")) : "";
          return text + right + (list.size() > 1 ? " …" : "");
        })
        .orElse("");
  }
}
