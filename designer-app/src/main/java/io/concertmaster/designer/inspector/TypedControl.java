package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.ValueText;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * A control in which a text is typed that is the value.
 *
 * @param <F> the field
 */
abstract class TypedControl<F extends TextInputControl> implements PropertyControl {
  private final F field;
  private final TypedText typed;

  /**
   * Around a field.
   *
   * @param report gets what is typed
   * @param blocks as {@link TypedText} has it
   */
  TypedControl(F field, Consumer<String> report, boolean blocks) {
    this.field = field;
    this.typed = new TypedText(field, report, blocks);
  }

  final F field() {
    return field;
  }

  @Override
  public Node view() {
    return field;
  }

  @Override
  public final void show(@Nullable Object value) {
    typed.show(value == null ? "" : ValueText.whole(value));
  }

  @Override
  public final void focus() {
    field.requestFocus();
    field.end();
  }
}
