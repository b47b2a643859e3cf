package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a sheet into items, as the settings say: which cells, names, empty ones. */
final class SheetRows {
  private final Rows rows;
  private final CellRange range;
  private final boolean header;
  private final String unnamed;
  private final String empty;
  private final boolean marked;
  private final long most;
  private Shape shape = Shape.empty();
  private boolean named;
  private long count;

  SheetRows(Parameters settings, Rows rows) throws NodeException {
    this.rows = rows;
    this.range = CellRange.parse(settings.text("range"));
    this.header = settings.flag("header");
    this.unnamed = settings.text("unnamed");
    this.empty = settings.text("emptyCells");
    this.marked = settings.text("spareNames").equals("empty");
    this.most = settings.wholeNumber("limit");
    this.named = !header;
  }

  /** Whether as many rows have come as are wanted. */
  boolean full() {
    return most > 0 && count >= most;
  }

  CellRange range() {
    return range;
  }

  /**
   * Takes a row; one without values and one outside the range are left out.
   *
   * @param number from 1, as sheets count
   * @param all its cells from the first column on
   */
  void add(long number, @Nullable Object[] all) throws NodeException, InterruptedException {
    if (full() || number > Integer.MAX_VALUE || !range.hasRow((int) number)) {
      return;
    }
    int first = Math.min(range.firstColumn(), all.length);
    @Nullable Object[] values =
        Arrays.copyOfRange(all, first, Math.max(first, Math.min(all.length, range.endColumn())));
    if (Arrays.stream(values).allMatch(Objects::isNull)) {
      return;
    }
    if (!named) {
      shape = names(values);
      named = true;
      return;
    }
    count++;
    rows.add(header || unnamed.equals("columns") ? record(values) : unnamed(values));
  }

  private JsonObject unnamed(@Nullable Object[] values) {
    if (unnamed.equals("list")) {
      return JsonObject.of("row", JsonArray.ofValues(values));
    }
    JsonObject.Builder byNumber = JsonObject.builder();
    for (int column = 0; column < values.length; column++) {
      if (values[column] != null || !empty.equals("omit")) {
        byNumber.put(String.valueOf(column), filled(values[column]));
      }
    }
    return JsonObject.of("row", byNumber.build());
  }

  private Shape names(@Nullable Object[] values) {
    Shape names = Shape.empty();
    for (int column = 0; column < values.length; column++) {
      Object value = values[column];
      String name = value == null ? "" : Columns.text(value);
      names = names.with(spare(names, marked ? name : name.strip(), column));
    }
    return names;
  }

  private String spare(Shape names, String name, int column) {
    if (!marked) {
      return CsvExtract.free(names, name.isEmpty() ? "column" + (column + 1) : name);
    }
    String wanted = name.isEmpty() ? "__EMPTY" : name;
    String free = wanted;
    for (int number = 1; names.slot(free) >= 0; number++) {
      free = wanted + "_" + number;
    }
    return free;
  }

  private JsonObject record(@Nullable Object[] values) {
    Shape wide = shape;
    for (int column = shape.size(); column < values.length; column++) {
      wide = wide.with(spare(wide, "", column));
    }
    if (empty.equals("omit")) {
      JsonObject.Builder record = JsonObject.builder();
      for (int column = 0; column < values.length; column++) {
        if (values[column] != null) {
          record.put(wide.name(column), values[column]);
        }
      }
      return record.build();
    }
    @Nullable Object[] all = new Object[wide.size()];
    for (int column = 0; column < all.length; column++) {
      all[column] = filled(column < values.length ? values[column] : null);
    }
    return JsonObject.ofSlots(wide, all);
  }

  private @Nullable Object filled(@Nullable Object value) {
    return value == null && empty.equals("text") ? "" : value;
  }
}
