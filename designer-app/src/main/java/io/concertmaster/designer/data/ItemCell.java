package io.concertmaster.designer.data;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** A cell of the items' table: looks up its row's item each time it is drawn anew. */
abstract sealed class ItemCell extends TableCell<Integer, Integer> {
  private static final int SHOWN = 300;
  private static final int TOOLTIP = 2_000;

  @Override
  protected final void updateItem(Integer row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setGraphic(null);
    setTooltip(null);
    getStyleClass().removeAll("faint", "link");
    if (!empty && row != null) {
      fill(row);
    }
  }

  /** Shows what belongs into the cell of a row. */
  abstract void fill(int row);

  /** Shows a faint bar in place of an item that is on its way. */
  final void placeholder() {
    Region bar = new Region();
    bar.getStyleClass().add("loading-bar");
    setGraphic(bar);
  }

  /** Shows text, with all of it in a tooltip where the cell may be too narrow. */
  final void text(String text, boolean faint) {
    setText(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    if (faint) {
      getStyleClass().add("faint");
    }
    if (text.length() > 24) {
      Tooltip tooltip =
          new Tooltip(text.length() > TOOLTIP ? text.substring(0, TOOLTIP) + "…" : text);
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(480);
      setTooltip(tooltip);
    }
  }

  /** The row's number, from 1. */
  static final class RowNumber extends ItemCell {
    @Override
    void fill(int row) {
      text(ValueText.number(row + 1L), true);
    }
  }

  /** The value of a field. */
  static final class Value extends ItemCell {
    private final IntFunction<Optional<Item>> items;
    private final Field field;

    Value(IntFunction<Optional<Item>> items, Field field, boolean numeric) {
      this.items = items;
      this.field = field;
      if (numeric) {
        getStyleClass().add("numeric");
      }
    }

    @Override
    void fill(int row) {
      Optional<Item> item = items.apply(row);
      if (item.isEmpty()) {
        placeholder();
      } else if (field.isIn(item.get().json())) {
        Object value = field.of(item.get().json());
        text(ValueText.line(value, TOOLTIP), value == null);
      }
    }
  }

  /** A file that travels with an item: its name and size. */
  static final class File extends ItemCell {
    private final IntFunction<Optional<Item>> items;
    private final String name;

    File(IntFunction<Optional<Item>> items, String name) {
      this.items = items;
      this.name = name;
    }

    @Override
    void fill(int row) {
      Optional<Item> item = items.apply(row);
      if (item.isEmpty()) {
        placeholder();
        return;
      }
      BinaryData file = item.get().binary().get(name);
      if (file != null) {
        String called = file.fileName().isEmpty() ? file.mimeType() : file.fileName();
        text(called + "  " + ValueText.size(file.size()), false);
      }
    }
  }

  /** Where an item came from, as a link. */
  static final class CameFrom extends ItemCell {
    private final IntFunction<Optional<Item>> items;
    private final Function<Item, Optional<Lineage.Origin>> origins;
    private final Function<Lineage.Origin, String> names;
    private final Consumer<Lineage.Origin> follow;

    CameFrom(
        IntFunction<Optional<Item>> items,
        Function<Item, Optional<Lineage.Origin>> origins,
        Function<Lineage.Origin, String> names,
        Consumer<Lineage.Origin> follow) {
      this.items = items;
      this.origins = origins;
      this.names = names;
      this.follow = follow;
    }

    @Override
    void fill(int row) {
      Optional<Item> item = items.apply(row);
      if (item.isEmpty()) {
        placeholder();
        return;
      }
      origins
          .apply(item.get())
          .ifPresent(origin -> {
            Hyperlink link = new Hyperlink(names.apply(origin));
            link.setOnAction(event -> follow.accept(origin));
            link.setFocusTraversable(false);
            getStyleClass().add("link");
            setGraphic(link);
          });
    }
  }
}
