package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.Field;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * The control for a property's fixed value: one class a {@link io.concertmaster.node.PropertyKind}.
 * It reports each change to its {@link Site}; the change comes back by {@link #show} once it is
 * part of the workflow, and then must not disturb somebody who is typing.
 */
interface PropertyControl {
  /** What to put into the inspector. */
  Node view();

  /**
   * Shows a value.
   *
   * @param value data that is no expression; null where the workflow has none and the property has
   *     no default
   */
  void show(@Nullable Object value);

  /** Takes the keyboard focus. */
  void focus();

  /** Whether the button for an expression lies inside the field, at its right end. */
  default boolean holdsButton() {
    return false;
  }

  /** Whether it says itself that the value is wrong, so that nobody else has to. */
  default boolean complains() {
    return false;
  }

  /** Takes an input field that was dropped on it, where it is for names of fields. */
  default boolean receive(Field field) {
    return false;
  }
}
