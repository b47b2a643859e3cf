package io.concertmaster.designer.data;

import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Copying from the items' table: the selected cells as tab-separated text, whole rows with their
 * titles, or items as JSON. At most {@value #MOST} rows at a time, read anew from the store.
 */
final class TableCopy {
  private static final int MOST = 10_000;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final TableView<Integer> table;
  private final ClipboardAccess clipboard;
  private final CellTexts texts;
  private final Supplier<Items> items;
  private final Consumer<Throwable> failed;

  TableCopy(
      TableView<Integer> table,
      ClipboardAccess clipboard,
      CellTexts texts,
      Supplier<Items> items,
      Consumer<Throwable> failed) {
    this.failed = failed;
    this.table = table;
    this.clipboard = clipboard;
    this.texts = texts;
    this.items = items;
  }

  /** Adds the keys and the context menu to the table. */
  void install() {
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            cells();
            event.consume();
          }
        });
    MenuItem cells = new MenuItem("Copy cells");
    cells.setAccelerator(COPY);
    cells.setOnAction(event -> cells());
    MenuItem rows = new MenuItem("Copy rows with titles");
    rows.setOnAction(event -> rows());
    MenuItem json = new MenuItem("Copy items as JSON");
    json.setOnAction(event -> json());
    table.setContextMenu(new ContextMenu(cells, rows, json));
  }

  /** The selected cells: tabs between cells of a row, a line a row. */
  void cells() {
    SortedMap<Integer, TreeSet<Integer>> chosen = new TreeMap<>();
    for (TablePosition<?, ?> position : table.getSelectionModel().getSelectedCells()) {
      chosen
          .computeIfAbsent(position.getRow(), row -> new TreeSet<>())
          .add(Math.max(0, position.getColumn()));
    }
    withItems(
        chosen,
        read ->
            read.entrySet().stream()
                .map(row ->
                    line(
                        texts.of(row.getKey(), row.getValue()),
                        List.copyOf(chosen.getOrDefault(row.getKey(), new TreeSet<>()))))
                .collect(Collectors.joining("\n")));
  }

  /** The rows of the selected cells, whole, under a line of titles. */
  void rows() {
    List<Integer> columns = IntStream.range(0, table.getColumns().size()).boxed().toList();
    String titles =
        table.getColumns().stream()
            .map(TableColumn::getText)
            .map(TableCopy::cell)
            .collect(Collectors.joining("\t", "", "\n"));
    withItems(
        selectedRows(),
        read ->
            read.entrySet().stream()
                .map(row -> line(texts.of(row.getKey(), row.getValue()), columns))
                .collect(Collectors.joining("\n", titles, "\n")));
  }

  /** The items of the selected cells: one as an object, several as a list. */
  void json() {
    withItems(
        selectedRows(),
        read -> {
          List<?> records = read.values().stream().map(Item::json).toList();
          return Json.writePretty(
              records.size() == 1 ? records.getFirst() : JsonArray.copyOf(records));
        });
  }

  private SortedMap<Integer, Boolean> selectedRows() {
    SortedMap<Integer, Boolean> rows = new TreeMap<>();
    table.getSelectionModel().getSelectedCells().forEach(cell -> rows.put(cell.getRow(), true));
    return rows;
  }

  private void withItems(SortedMap<Integer, ?> rows, Written written) {
    if (rows.isEmpty()) {
      return;
    }
    int first = rows.firstKey();
    int limit = Math.min(MOST, rows.lastKey() - first + 1);
    var _ =
        items
            .get()
            .page(first, limit)
            .whenComplete((page, error) -> {
              if (page == null) {
                failed.accept(error);
                return;
              }
              SortedMap<Integer, Item> read = new TreeMap<>();
              for (int i = 0; i < page.items().size(); i++) {
                if (rows.containsKey(first + i)) {
                  read.put(first + i, page.items().get(i));
                }
              }
              clipboard.put(written.text(read));
            });
  }

  private static String line(List<String> cells, List<Integer> columns) {
    return columns.stream()
        .map(column -> column < cells.size() ? cell(cells.get(column)) : "")
        .collect(Collectors.joining("\t"));
  }

  /** A cell as spreadsheets read it: quoted where tabs or line ends are in it. */
  private static String cell(String text) {
    boolean quoted = text.contains("\t") || text.contains("\n") || text.contains("\r");
    return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  /** What a row's cells hold as text, column by column. */
  interface CellTexts {
    /** The texts of a row, from its number on. */
    List<String> of(int row, Item item);
  }

  private interface Written {
    String text(SortedMap<Integer, Item> rows);
  }
}
