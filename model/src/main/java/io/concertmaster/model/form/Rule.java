package io.concertmaster.model.form;

import io.concertmaster.node.data.JsonObject;
import java.util.List;

/**
 * When an element is shown or may be filled in, as JSON Forms has it.
 *
 * @param effect what happens while the condition holds; the opposite happens while it does not
 */
public record Rule(Effect effect, Condition condition) {
  /** What a rule does to its element while its condition holds. */
  public enum Effect {
    SHOW,
    HIDE,
    ENABLE,
    DISABLE
  }

  /** What is asked of the answer. */
  public sealed interface Condition {}

  /**
   * A field's value is as a schema says.
   *
   * @param scope the field; within a repeatable group it may be one of the same entry
   * @param whenAbsent whether the condition holds while the field has no value. JSON Forms takes an
   *     absent value for one that fits every schema, unless {@code failWhenUndefined} is set
   */
  public record Fits(Scope scope, JsonObject schema, boolean whenAbsent) implements Condition {}

  /** All of these hold. */
  public record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** One of these holds at least. */
  public record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }
}
