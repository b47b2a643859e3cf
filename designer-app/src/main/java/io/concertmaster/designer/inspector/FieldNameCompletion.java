package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.Field;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.designer.expression.CompletionPopup;
import io.concertmaster.designer.expression.CompletionPopup.Suggestion;
import io.concertmaster.designer.expression.InputPreview;
import io.concertmaster.node.data.Item;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** Offers the fields of a node's input while somebody types the name of one. */
final class FieldNameCompletion {
  private final TextField field;
  private final InputPreview preview;
  private final boolean several;
  private final CompletionPopup popup;

  private FieldNameCompletion(TextField field, InputPreview preview, boolean several) {
    this.field = field;
    this.preview = preview;
    this.several = several;
    this.popup = new CompletionPopup(field, this::take);
  }

  /**
   * Adds completion to a field.
   *
   * @param several whether the field holds several names with commas between
   */
  static void install(TextField field, InputPreview preview, boolean several) {
    FieldNameCompletion completion = new FieldNameCompletion(field, preview, several);
    field.addEventHandler(KeyEvent.KEY_TYPED, event -> completion.suggest());
  }

  private String typed() {
    String before = field.getText().substring(0, field.getCaretPosition());
    return several ? before.substring(before.lastIndexOf(',') + 1).stripLeading() : before;
  }

  private void suggest() {
    String typed = typed();
    String low = typed.toLowerCase(Locale.ROOT);
    Optional<Item> item = preview.situation().get().item();
    List<Suggestion> found =
        low.startsWith("=")
            ? List.of()
            : preview.situation().get().fields().stream()
                .filter(one -> one.dotted().toLowerCase(Locale.ROOT).contains(low))
                .filter(one -> !one.dotted().equals(typed))
                .limit(50)
                .map(one -> suggestion(one, item, typed.length()))
                .toList();
    Bounds place = field.localToScreen(field.getBoundsInLocal());
    if (place != null) {
      popup.show(field, place.getMinX(), place.getMaxY() + 2, found);
    }
  }

  private static Suggestion suggestion(Field field, Optional<Item> item, int typed) {
    String type = item.map(known -> ValueText.type(field.of(known.json()))).orElse("");
    return new Suggestion(field.dotted(), field.dotted(), type, typed);
  }

  private void take(Suggestion suggestion) {
    int caret = field.getCaretPosition();
    field.replaceText(caret - suggestion.typed(), caret, suggestion.insert());
  }
}
