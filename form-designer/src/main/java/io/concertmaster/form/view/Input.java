package io.concertmaster.form.view;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What a field is filled in with. */
interface Input {
  /** What stands on the form. */
  Region node();

  /** What takes the keyboard, and what a label belongs to. */
  default Region control() {
    return node();
  }

  /**
   * The value as it stands; null for none. What cannot be read stays a text, for the check to
   * refuse.
   */
  @Nullable Object value();

  /** Shows a value; nothing is reported. */
  void show(@Nullable Object value);

  /** Whether it says itself what the field is called. */
  default boolean hasOwnLabel() {
    return false;
  }
}
