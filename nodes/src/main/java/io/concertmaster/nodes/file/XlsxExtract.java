package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.nio.file.Path;
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

/** Reads a sheet of an XLSX workbook, row by row. Its shared texts are held in memory. */
final class XlsxExtract {
  private final SheetRows rows;
  private final String file;
  private final String sheetName;
  private final boolean serial;

  XlsxExtract(SheetRows rows, String sheetName, boolean serial, String file) {
    this.rows = rows;
    this.sheetName = sheetName;
    this.serial = serial;
    this.file = file;
  }

  void read(Path copy) throws NodeException, IOException, InterruptedException {
    XlsxLimits.demand(copy, file);
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(copy.toFile(), new ReadingOptions(true, true));
        Stream<Row> stream = sheet(workbook).openStream()) {
      Iterator<Row> cells = stream.iterator();
      while (cells.hasNext() && !rows.full()) {
        Row row = cells.next();
        if (rows.range().hasRow(row.getRowNum())) {
          rows.add(row.getRowNum(), values(row, workbook.isDate1904()));
        }
      }
    } catch (ExcelReaderException e) {
      throw new NodeException(
          "“" + file + "” is no XLSX workbook: save it in Excel as “Excel workbook”", e);
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
                    + file
                    + "” has no sheet “"
                    + sheetName
                    + "”; it has "
                    + workbook.getSheets().map(Sheet::getName).collect(Collectors.joining(", ")))
            .atProperty("sheet"));
  }

  private @Nullable Object[] values(Row row, boolean since1904) {
    @Nullable Object[] values = new Object[row.getCellCount()];
    for (Cell cell : row) {
      if (cell != null) {
        values[cell.getColumnIndex()] = XlsxValue.of(cell, since1904, serial);
      }
    }
    return values;
  }
}
