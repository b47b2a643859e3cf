package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes items as a workbook with one sheet; rows leave memory as they are made. */
final class XlsxConvert {
  private static final int FLUSH_EVERY = 1_000;
  private static final int LONGEST_TEXT = 32_767;
  private static final long EXACT = 999_999_999_999_999L;

  private XlsxConvert() {}

  static void write(TableRows table, String name, OutputStream bytes)
      throws NodeException, IOException, InterruptedException {
    demandRoom(table.size(), table.columns().size());
    try (Workbook workbook = new Workbook(bytes, "ConcertMaster", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(name);
      table.each((number, cells) -> {
        int row = (int) number;
        for (int column = 0; column < cells.length; column++) {
          cell(sheet, row, column, cells[column]);
          if (row == 0 && table.header()) {
            sheet.style(0, column).bold().set();
          }
        }
        if (row % FLUSH_EVERY == FLUSH_EVERY - 1) {
          sheet.flush();
        }
      });
      sheet.finish();
    }
  }

  private static void cell(Worksheet sheet, int row, int column, @Nullable Object value)
      throws NodeException {
    switch (value) {
      case null -> {}
      case Long number when Math.abs(number) <= EXACT -> sheet.value(row, column, number);
      case Double number when Double.isFinite(number) -> sheet.value(row, column, number);
      case BigDecimal number when number.precision() <= 15 -> sheet.value(row, column, number);
      case Boolean flag -> sheet.value(row, column, flag);
      case Object other -> text(sheet, row, column, Columns.text(other));
    }
  }

  private static void text(Worksheet sheet, int row, int column, String text) throws NodeException {
    if (text.length() > LONGEST_TEXT) {
      throw new NodeException(
          "Row "
              + (row + 1)
              + " has a text of "
              + text.length()
              + " characters, a cell holds "
              + LONGEST_TEXT
              + ": shorten it, or write CSV");
    }
    if (!text.isEmpty()) {
      sheet.inlineString(row, column, text);
    }
  }

  static String sheetName(Parameters settings) throws NodeException {
    String name = settings.requiredText("sheet");
    if (name.length() > 31 || name.matches(".*[\\[\\]:*?/\\\\].*")) {
      throw new NodeException(
              "“"
                  + name
                  + "” is no name for a sheet: at most 31 characters, without [ ] : * ? / \\")
          .atProperty("sheet");
    }
    return name;
  }

  private static void demandRoom(long rows, int columns) throws NodeException {
    if (rows > Worksheet.MAX_ROWS || columns > Worksheet.MAX_COLS) {
      throw new NodeException(
          rows + " rows and " + columns + " columns do not fit a sheet: filter, or write CSV");
    }
  }
}
