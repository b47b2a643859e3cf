package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a workbook of Excel 97 to 2003. Such a workbook is made in memory; its format
 * ends at 65,536 rows and 256 columns.
 */
final class XlsConvert {
  private static final int ROWS = 65_536;
  private static final int COLUMNS = 256;
  private static final int LONGEST_TEXT = 32_767;

  private XlsConvert() {}

  static void write(TableRows table, String sheetName, OutputStream bytes)
      throws NodeException, IOException, InterruptedException {
    if (table.size() > ROWS || table.columns().size() > COLUMNS) {
      throw new NodeException(
              "An XLS sheet has at most 65,536 rows and 256 columns: write XLSX instead")
          .atProperty("format");
    }
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      HSSFSheet sheet = workbook.createSheet(sheetName);
      table.each((number, cells) -> {
        HSSFRow row = sheet.createRow((int) number);
        for (int column = 0; column < cells.length; column++) {
          if (cells[column] != null) {
            set(row.createCell(column), cells[column]);
          }
        }
      });
      workbook.write(bytes);
    }
  }

  private static void set(HSSFCell cell, @Nullable Object value) throws NodeException {
    switch (value) {
      case Boolean flag -> cell.setCellValue(flag);
      case Long number when Math.abs(number) <= 999_999_999_999_999L -> cell.setCellValue(number);
      case Double number when Double.isFinite(number) -> cell.setCellValue(number);
      case null, default -> {
        String text = Columns.text(value);
        if (text.length() > LONGEST_TEXT) {
          throw new NodeException("A cell holds at most 32,767 characters: write CSV instead");
        }
        cell.setCellValue(text);
      }
    }
  }
}
