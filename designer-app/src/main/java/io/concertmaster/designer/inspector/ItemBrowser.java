package io.concertmaster.designer.inspector;

import io.concertmaster.designer.controls.EmptyState;
import io.concertmaster.designer.controls.Icons;
import io.concertmaster.designer.data.Field;
import io.concertmaster.designer.data.Items;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.node.data.Item;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Items one at a time, as fields with types and values; of one of several lists. */
final class ItemBrowser extends VBox {
  private static final int FIELDS = 300;

  private final ComboBox<String> lists = new ComboBox<>();
  private final Label where = new Label();
  private final Button back = Icons.button("mdal-chevron_left", "The item before", () -> go(-1));
  private final Button on = Icons.button("mdal-chevron_right", "The next item", () -> go(1));
  private final InputFields fields;
  private final HBox pager;
  private final EmptyState empty;
  private List<Source> sources = List.of();
  private int chosen;
  private long index;

  /**
   * A browser without lists yet.
   *
   * @param nothing what to say when there are none
   * @param clicked gets a field that somebody clicks
   */
  ItemBrowser(EmptyState nothing, Consumer<Field> clicked) {
    empty = nothing;
    getStyleClass().addAll("tab-content", "item-browser");
    fields = new InputFields(FIELDS, clicked);
    lists.setMaxWidth(Double.MAX_VALUE);
    lists
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((property, was, is) -> {
          if (is.intValue() >= 0 && is.intValue() != chosen) {
            chosen = is.intValue();
            index = 0;
            load();
          }
        });
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    pager = new HBox(where, space, back, on);
    pager.getStyleClass().add("item-pager");
    pager.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(lists, pager, fields, empty);
    show(List.of());
  }

  /** Shows lists; keeps the place where they are the same as before. */
  void show(List<Source> shown) {
    if (!shown.equals(sources) || shown.isEmpty()) {
      sources = List.copyOf(shown);
      chosen = Math.clamp(chosen, 0, Math.max(0, shown.size() - 1));
      index = 0;
      lists.getItems().setAll(shown.stream().map(Source::title).toList());
      lists.getSelectionModel().select(chosen);
      load();
    }
  }

  private void go(int by) {
    index = Math.clamp(index + by, 0, Math.max(0, items().size() - 1));
    load();
  }

  private Items items() {
    return chosen < sources.size() ? sources.get(chosen).items() : Items.none();
  }

  private void load() {
    Items asked = items();
    long at = index;
    boolean some = asked.size() > 0;
    set(lists, sources.size() > 1);
    set(pager, some);
    set(fields, some);
    set(empty, !some);
    where.setText("item " + ValueText.number(at + 1) + " of " + ValueText.number(asked.size()));
    back.setDisable(at == 0);
    on.setDisable(at >= asked.size() - 1);
    if (some) {
      var _ =
          asked
              .page(at, 1)
              .whenComplete((page, error) -> {
                if (items().equals(asked) && index == at) {
                  arrived(page == null ? List.of() : page.items(), error);
                }
              });
    }
  }

  private void arrived(List<Item> items, @Nullable Throwable error) {
    fields.show(
        Field.in(items, FIELDS),
        items.isEmpty() ? Optional.empty() : Optional.of(items.getFirst()));
    if (error != null) {
      empty.say("This item cannot be read", String.valueOf(error.getMessage()), true);
      set(empty, true);
    }
  }

  private static void set(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  /** A list with the words by which it is chosen. */
  record Source(String title, Items items) {}
}
