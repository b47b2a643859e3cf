package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet of an XLSX workbook, row by row. The workbook is a ZIP file, which is read from its
 * end: it lies in a temporary file meanwhile. Its shared texts are held in memory.
 */
final class XlsxExtract {
  private final Rows rows;
  private final String sheetName;
  private final CellRange range;
  private final boolean header;

  XlsxExtract(Parameters settings, Rows rows) throws NodeException {
    this.rows = rows;
    this.sheetName = settings.text("sheet").strip();
    this.range = CellRange.parse(settings.text("range"));
    this.header = settings.flag("header");
  }

  /** Reads a workbook and closes the stream. */
  void read(InputStream bytes) throws NodeException, IOException, InterruptedException {
    Path copy = Files.createTempFile("concertmaster-", ".xlsx");
    try (bytes) {
      Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
      XlsxLimits.demand(copy, rows.file());
      try (ReadableWorkbook workbook =
              new ReadableWorkbook(copy.toFile(), new ReadingOptions(true, true));
          Stream<Row> stream = sheet(workbook).openStream()) {
        read(stream.iterator(), workbook.isDate1904());
      }
    } catch (ExcelReaderException e) {
      throw new NodeException(
          "“" + rows.file() + "” is no XLSX workbook: save it in Excel as “Excel workbook”", e);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private Sheet sheet(ReadableWorkbook workbook) throws NodeException {
    Optional<Sheet> sheet = workbook.findSheet(sheetName);
    if (sheet.isEmpty() && sheetName.isEmpty()) {
      return workbook.getFirstSheet();
    }
    if (sheet.isEmpty() && sheetName.matches("[1-9]\\d{0,4}")) {
      sheet = workbook.getSheet(Integer.parseInt(sheetName) - 1);
    }
    return sheet.orElseThrow(() ->
        new NodeException(
                "“"
                    + rows.file()
                    + "” has no sheet “"
                    + sheetName
                    + "”; it has "
                    + workbook.getSheets().map(Sheet::getName).collect(Collectors.joining(", ")))
            .atProperty("sheet"));
  }

  private void read(Iterator<Row> cells, boolean since1904)
      throws NodeException, InterruptedException {
    Shape shape = Shape.empty();
    boolean named = !header;
    while (cells.hasNext()) {
      Row row = cells.next();
      if (!range.hasRow(row.getRowNum())) {
        continue;
      }
      @Nullable Object[] values = values(row, since1904);
      if (empty(values)) {
        continue;
      }
      if (!named) {
        shape = header(values);
        named = true;
      } else {
        rows.add(record(values, shape));
      }
    }
  }

  private @Nullable Object[] values(Row row, boolean since1904) {
    int first = range.firstColumn();
    int end = Math.min(row.getCellCount(), range.endColumn());
    @Nullable Object[] values = new Object[Math.max(end - first, 0)];
    for (Cell cell : row) {
      if (cell != null && cell.getColumnIndex() >= first && cell.getColumnIndex() < end) {
        values[cell.getColumnIndex() - first] = XlsxValue.of(cell, since1904);
      }
    }
    return values;
  }

  private static boolean empty(@Nullable Object[] values) {
    for (Object value : values) {
      if (value != null) {
        return false;
      }
    }
    return true;
  }

  private static Shape header(@Nullable Object[] values) {
    Shape shape = Shape.empty();
    for (int column = 0; column < values.length; column++) {
      Object value = values[column];
      String name = value == null ? "" : value.toString().strip();
      shape = shape.with(CsvExtract.free(shape, name.isEmpty() ? "column" + (column + 1) : name));
    }
    return shape;
  }

  private static JsonObject record(@Nullable Object[] values, Shape header) {
    Shape shape = header;
    for (int column = shape.size(); column < values.length; column++) {
      shape = shape.with(CsvExtract.free(shape, "column" + (column + 1)));
    }
    @Nullable Object[] all = new Object[shape.size()];
    System.arraycopy(values, 0, all, 0, values.length);
    return JsonObject.ofSlots(shape, all);
  }
}
