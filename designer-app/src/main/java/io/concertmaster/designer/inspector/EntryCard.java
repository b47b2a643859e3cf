package io.concertmaster.designer.inspector;

import io.concertmaster.designer.controls.Icons;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonObject;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One entry of a list: a line that says which, with its buttons, and its settings under it. */
final class EntryCard extends VBox {
  private final PropertyKind.Entries kind;
  private final int index;
  private final PropertyList list;
  private final Button title = new Button();
  private final Label summary = new Label();
  private final FontIcon chevron = Icons.of("mdal-expand_more");
  private final Button up;
  private final Button down;
  private boolean folded;

  EntryCard(
      PropertyKind.Entries kind, String path, int index, SettingsContext context, Changes changes) {
    this.kind = kind;
    this.index = index;
    this.list = new PropertyList(kind.properties(), path, context, changes::changed);
    getStyleClass().add("card");
    setId("entry-" + path);
    up = Icons.button("mdal-arrow_upward", "Move up", () -> changes.move(-1));
    down = Icons.button("mdal-arrow_downward", "Move down", () -> changes.move(1));
    Button remove = Icons.button("mdal-close", "Remove", changes::remove);
    title.getStyleClass().setAll("card-title");
    title.setGraphic(chevron);
    title.setMinWidth(USE_PREF_SIZE);
    title.setOnAction(event -> fold(!folded));
    summary.getStyleClass().add("card-summary");
    summary.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(title, summary, space, up, down, remove);
    heading.getStyleClass().add("card-heading");
    heading.setAlignment(Pos.CENTER_LEFT);
    for (Button button : new Button[] {up, down, remove}) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    getChildren().addAll(heading, list, new ProblemLines(context, path, problem -> false));
  }

  /** Shows an entry. */
  void show(JsonObject entry, boolean last) {
    String noun = kind.entry();
    title.setText(
        noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1) + " " + (index + 1));
    summary.setText(summaryOf(entry));
    up.setDisable(index == 0);
    down.setDisable(last);
    list.show(entry);
  }

  /** The entry's first plain value: enough to know it by when it is folded. */
  private String summaryOf(JsonObject entry) {
    return kind.properties().stream()
        .map(Property::name)
        .map(entry::get)
        .filter(Objects::nonNull)
        .filter(value -> !(value instanceof Collection))
        .map(value -> ValueText.line(value, 60))
        .findFirst()
        .orElse("");
  }

  /** Folds the card to its title, or unfolds it. */
  void fold(boolean closed) {
    folded = closed;
    list.setVisible(!closed);
    list.setManaged(!closed);
    summary.setVisible(closed);
    chevron.setIconLiteral(closed ? "mdal-chevron_right" : "mdal-expand_more");
  }

  /** Whether only the title shows. */
  boolean isFolded() {
    return folded;
  }

  /** Puts the focus into the first field. */
  void focusFirst() {
    if (!kind.properties().isEmpty()) {
      list.field(kind.properties().getFirst().name()).slot().focusValue();
    }
  }

  /** The settings of the entry. */
  PropertyList list() {
    return list;
  }

  /** What somebody does to a card. */
  interface Changes {
    /** A setting of the entry changed. */
    void changed(JsonObject entry);

    /** Moves the entry up (-1) or down (1). */
    void move(int by);

    /** Takes the entry away. */
    void remove();
  }
}
