package io.concertmaster.designer.data;

import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/**
 * Items as a table: a row an item, a column a field. It holds the pages around the visible rows
 * only (see {@link PagedItems}); what is on its way shows as a faint bar.
 *
 * <p>The columns are the fields of the items seen so far: fields inside objects by their dotted
 * names, lists by their length. A field that first comes on a later page gets a column at the end
 * when that page comes; there are at most {@value #COLUMNS}.
 */
public final class ItemsTable extends StackPane {
  private static final double ROW = 25;
  private static final int COLUMNS = 200;

  private final TableView<Integer> table = new TableView<>();
  private final Consumer<Throwable> failed;
  private final Set<Field> fields = new LinkedHashSet<>();
  private final Set<String> files = new LinkedHashSet<>();
  private final Map<TableColumn<Integer, ?>, Function<Item, String>> copies = new HashMap<>();
  private PagedItems paged;
  private Function<Item, Optional<Lineage.Origin>> origins = item -> Optional.empty();
  private Function<Lineage.Origin, String> originNames = origin -> "";
  private Consumer<Lineage.Origin> follow = origin -> {};
  private boolean cameFrom;

  /**
   * An empty table.
   *
   * @param failed hears of pages that cannot be read
   */
  public ItemsTable(ClipboardAccess clipboard, Consumer<Throwable> failed) {
    this.failed = failed;
    this.paged = paged(Items.none());
    getStyleClass().add("items-table");
    table.setFixedCellSize(ROW);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table.setPlaceholder(new StackPane());
    new TableCopy(table, clipboard, this::cellTexts, () -> paged.items(), failed).install();
    getChildren().add(table);
  }

  /** Says how to find out where an item came from, what to call it, and what a click does. */
  public void lineage(
      Function<Item, Optional<Lineage.Origin>> origin,
      Function<Lineage.Origin, String> name,
      Consumer<Lineage.Origin> clicked) {
    origins = origin;
    originNames = name;
    follow = clicked;
  }

  /** Shows a list of items; nothing happens when it is shown already. */
  public void show(Items items) {
    if (paged.items().equals(items)) {
      return;
    }
    paged = paged(items);
    fields.clear();
    files.clear();
    copies.clear();
    cameFrom = false;
    table.getColumns().clear();
    table.getColumns().add(numbers());
    table.setItems(new RowNumbers(items.size()));
    if (items.size() > 0) {
      paged.item(0);
    }
  }

  /** Scrolls to a row and selects it. */
  public void reveal(long row) {
    int index = (int) row;
    table.scrollTo(Math.max(0, index - 2));
    if (!table.getColumns().isEmpty()) {
      table.getSelectionModel().clearAndSelect(index, table.getColumns().getFirst());
    }
  }

  /** The JavaFX table inside. */
  TableView<Integer> table() {
    return table;
  }

  private PagedItems paged(Items items) {
    return new PagedItems(
        items,
        new PagedItems.Arrival() {
          @Override
          public void page(ItemPage page) {
            if (paged.items().equals(items)) {
              extend(page);
              table.refresh();
            }
          }

          @Override
          public void failed(Throwable error) {
            failed.accept(error);
          }
        });
  }

  private void extend(ItemPage page) {
    List<TableColumn<Integer, ?>> columns = new ArrayList<>(table.getColumns());
    int last = cameFrom ? columns.size() - 1 : columns.size();
    for (Field field : Field.in(page.items(), COLUMNS)) {
      if (fields.size() < COLUMNS && fields.add(field)) {
        columns.add(last++, field(field, page.items()));
      }
    }
    for (Item item : page.items()) {
      for (String name : item.binary().keySet()) {
        if (files.add(name)) {
          columns.add(last++, file(name));
        }
      }
    }
    if (!cameFrom && mostlyFromOne(page.items())) {
      cameFrom = true;
      columns.add(origin(page.items()));
    }
    if (columns.size() != table.getColumns().size()) {
      table.getColumns().setAll(columns);
    }
  }

  /** Whether it is clear of most items from which one they came: else the column would mislead. */
  private boolean mostlyFromOne(List<Item> items) {
    long clear = items.stream().filter(item -> origins.apply(item).isPresent()).count();
    return clear > items.size() / 2;
  }

  private TableColumn<Integer, Integer> numbers() {
    TableColumn<Integer, Integer> column = column("#");
    column.setCellFactory(made -> new ItemCell.RowNumber());
    column.getStyleClass().add("row-number");
    int digits = ValueText.number(paged.items().size()).length();
    column.setPrefWidth(Math.max(36, 22 + 7.2 * digits));
    return column;
  }

  private TableColumn<Integer, Integer> field(Field field, List<Item> sample) {
    TableColumn<Integer, Integer> column = column(field.dotted());
    boolean numeric = ColumnLook.isNumeric(field, sample);
    column.setCellFactory(made -> new ItemCell.Value(this::item, field, numeric));
    if (numeric) {
      column.getStyleClass().add("numeric");
    }
    copies.put(column, item -> ValueText.whole(field.of(item.json())));
    column.setPrefWidth(
        ColumnLook.width(
            field.dotted(),
            sample.stream().map(item -> ValueText.line(field.of(item.json()), 60)).toList()));
    return column;
  }

  private TableColumn<Integer, Integer> file(String name) {
    TableColumn<Integer, Integer> column = column(name);
    column.setCellFactory(made -> new ItemCell.File(this::item, name));
    column.setPrefWidth(220);
    copies.put(
        column,
        item -> {
          BinaryData file = item.binary().get(name);
          return file == null ? "" : file.fileName();
        });
    return column;
  }

  private TableColumn<Integer, Integer> origin(List<Item> sample) {
    TableColumn<Integer, Integer> column = column("came from");
    column.setCellFactory(made -> new ItemCell.CameFrom(this::item, origins, originNames, follow));
    copies.put(column, item -> origins.apply(item).map(originNames).orElse(""));
    column.setPrefWidth(
        ColumnLook.width(
            "came from",
            sample.stream().map(item -> origins.apply(item).map(originNames).orElse("")).toList()));
    return column;
  }

  private static TableColumn<Integer, Integer> column(String title) {
    TableColumn<Integer, Integer> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private Optional<Item> item(int row) {
    return paged.item(row);
  }

  /** What a row's cells hold as text, column by column, for copying. */
  private List<String> cellTexts(int row, Item item) {
    return table.getColumns().stream()
        .map(column -> copies.getOrDefault(column, any -> Integer.toString(row + 1)).apply(item))
        .toList();
  }
}
