package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.Field;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the chosen item: name, type and value a line. A click gives a field to the control
 * that had the focus last; dragging one drops it onto a control.
 */
final class InputFields extends VBox {
  private final Consumer<Field> clicked;
  private final int most;
  private List<Field> fields = List.of();
  private Optional<Item> item = Optional.empty();

  /**
   * A list without fields yet.
   *
   * @param most at most so many lines; what is more is counted in a last one
   */
  InputFields(int most, Consumer<Field> clicked) {
    this.most = most;
    this.clicked = clicked;
    getStyleClass().add("input-fields");
  }

  /** The field that is being dragged, if one is. */
  static Optional<Field> dragged(MouseDragEvent event) {
    return event.getGestureSource() instanceof Row row ? Optional.of(row.field) : Optional.empty();
  }

  /** Shows fields with the values of an item; nothing happens when they are shown already. */
  void show(List<Field> next, Optional<Item> nextItem) {
    if (next.equals(fields) && nextItem.equals(item)) {
      return;
    }
    fields = next;
    item = nextItem;
    getChildren()
        .setAll(next.stream().limit(most).map(field -> new Row(field, item, clicked)).toList());
    if (next.size() > most) {
      Label more = new Label("and " + (next.size() - most) + " more");
      more.getStyleClass().add("field-more");
      getChildren().add(more);
    }
  }

  private static final class Row extends HBox {
    private final Field field;

    private Row(Field field, Optional<Item> item, Consumer<Field> clicked) {
      this.field = field;
      boolean there = item.isPresent() && field.isIn(item.get().json());
      @Nullable Object value = item.map(known -> field.of(known.json())).orElse(null);
      getStyleClass().add("input-field");
      setAlignment(Pos.CENTER_LEFT);
      setCursor(Cursor.HAND);
      Label name = new Label(field.dotted() + (value instanceof JsonArray ? "[]" : ""));
      name.getStyleClass().add("field-name");
      name.setTooltip(new Tooltip(field.expression()));
      Label type = new Label(there ? ValueText.type(value) : "missing");
      type.getStyleClass().add("field-type");
      Label sample =
          new Label(there ? value instanceof JsonArray ? "…" : ValueText.line(value, 80) : "");
      sample.getStyleClass().add("field-sample");
      if (value == null) {
        sample.getStyleClass().add("faint");
      }
      grow(name, 130);
      fixed(type, 70);
      grow(sample, 90);
      getChildren().addAll(name, type, sample);
      setOnMouseClicked(event -> {
        if (event.isStillSincePress()) {
          clicked.accept(field);
        }
      });
      setOnDragDetected(event -> startFullDrag());
    }

    private static void grow(Label label, double width) {
      label.setMinWidth(0);
      label.setPrefWidth(width);
      label.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(label, Priority.ALWAYS);
    }

    private static void fixed(Label label, double width) {
      label.setMinWidth(width);
      label.setPrefWidth(width);
    }
  }
}
