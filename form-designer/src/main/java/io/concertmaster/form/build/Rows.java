package io.concertmaster.form.build;

import io.concertmaster.form.view.LinesArea;
import io.concertmaster.forms.TypedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Labelled controls one below the other, each over a value that is read anew on {@link #refresh}
 * and written as somebody types.
 */
final class Rows extends VBox {
  private static final int MOST_ROWS = 14;

  private final List<Runnable> refreshers = new ArrayList<>();
  private boolean refreshing;

  Rows() {
    getStyleClass().add("property-rows");
  }

  /** Shows the values as they are now; what is being typed stays. */
  void refresh() {
    refreshing = true;
    try {
      refreshers.forEach(Runnable::run);
    } finally {
      refreshing = false;
    }
  }

  /**
   * A line of text.
   *
   * @param take takes what was typed, or says why not
   */
  TextField line(
      String label, String id, Supplier<String> value, Function<String, Optional<String>> take) {
    TextField field = new TextField();
    field.setId(id);
    getChildren().add(typed(label, field, value, take));
    return field;
  }

  /** A line of text that is taken once it is finished, at Enter and when the keyboard leaves it. */
  void finishedLine(
      String label, String id, Supplier<String> value, Function<String, Optional<String>> take) {
    TextField field = new TextField();
    field.setId(id);
    TypedRow row = typed(label, field, value, take);
    row.takeWhenFinished();
    getChildren().add(row);
  }

  /** Several lines of text; the area grows with it. */
  LinesArea area(
      String label,
      int rows,
      String id,
      Supplier<String> value,
      Function<String, Optional<String>> take) {
    LinesArea area = LinesArea.growing(rows, MOST_ROWS);
    area.setId(id);
    getChildren().add(typed(label, area, value, take));
    return area;
  }

  private TypedRow typed(
      String label,
      TextInputControl control,
      Supplier<String> value,
      Function<String, Optional<String>> take) {
    TypedRow row = new TypedRow(label, control, value, take);
    refreshers.add(row::refresh);
    return row;
  }

  /** Two numbers beside each other; an empty one is none. */
  void numbers(Limit one, Limit other) {
    HBox pair = new HBox(12, limit(one), limit(other));
    pair.getChildren().forEach(each -> ((Region) each).setPrefWidth(0)); // both as wide
    getChildren().add(pair);
  }

  /** A number; an empty text is none. */
  void number(Limit limit) {
    getChildren().add(limit(limit));
  }

  /**
   * A number among a field's limits.
   *
   * @param take gets null for none, and nothing that is no number; says why it cannot be taken
   */
  record Limit(
      String label,
      String id,
      Supplier<@Nullable Object> value,
      Function<@Nullable Number, Optional<String>> take) {}

  private TypedRow limit(Limit limit) {
    TextField field = new TextField();
    field.setId(limit.id());
    field.setPromptText("none");
    TypedRow row =
        typed(
            limit.label(),
            field,
            () -> {
              Object value = limit.value().get();
              return value == null ? "" : TypedNumber.show(value, "en");
            },
            text -> {
              if (text.isBlank()) {
                return limit.take().apply(null);
              }
              return TypedNumber.read(text, "en") instanceof Number number
                  ? limit.take().apply(number)
                  : Optional.of("This is no number: write it as 12 or 2.5");
            });
    HBox.setHgrow(row, Priority.ALWAYS);
    return row;
  }

  /** A yes or no. */
  CheckBox flag(String label, String id, Supplier<Boolean> value, Consumer<Boolean> set) {
    CheckBox box = new CheckBox(label);
    box.setId(id);
    box.setSelected(value.get());
    refreshers.add(() -> box.setSelected(value.get()));
    box.selectedProperty()
        .addListener((property, was, is) -> {
          if (!refreshing) {
            set.accept(is);
          }
        });
    getChildren().add(box);
    return box;
  }

  /** One of several words. */
  void choice(
      String label, String id, List<String> words, Supplier<String> value, Consumer<String> set) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(words);
    box.setId(id);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setValue(value.get());
    refreshers.add(() -> box.setValue(value.get()));
    box.valueProperty()
        .addListener((property, was, is) -> {
          if (!refreshing && is != null) {
            set.accept(is);
          }
        });
    add(label, box);
  }

  /** Anything under a label. */
  void add(String label, Region control) {
    getChildren().add(row(label, control));
  }

  /** Anything that is read anew too. */
  void add(Node node, Runnable refresh) {
    getChildren().add(node);
    refreshers.add(refresh);
  }

  /** Anything else that is read anew. */
  void onRefresh(Runnable refresh) {
    refreshers.add(refresh);
  }

  /** A line to read. */
  void hint(String text) {
    Label hint = new Label(text);
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    hint.getStyleClass().add("muted");
    getChildren().add(hint);
  }

  private static VBox row(String label, Region control) {
    Label name = new Label(label);
    name.getStyleClass().add("property-label");
    name.setLabelFor(control);
    control.setAccessibleText(label);
    control.setMaxWidth(Double.MAX_VALUE);
    VBox row = new VBox(name, control);
    row.getStyleClass().add("property-row");
    return row;
  }
}
