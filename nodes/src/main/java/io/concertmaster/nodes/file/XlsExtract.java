package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;

/** Reads a sheet of a workbook of Excel 97 to 2003. The workbook is held in memory. */
final class XlsExtract {
  private XlsExtract() {}

  static void read(Path file, String wanted, boolean serial, SheetRows rows, String name)
      throws NodeException, IOException, InterruptedException {
    try (POIFSFileSystem store = new POIFSFileSystem(file.toFile(), true);
        HSSFWorkbook workbook = new HSSFWorkbook(store)) {
      HSSFSheet sheet = sheet(workbook, wanted, name);
      for (Row row : sheet) {
        if (rows.full()) {
          return;
        }
        rows.add(row.getRowNum() + 1L, values(row, serial));
      }
    } catch (RuntimeException e) {
      // The library tells of damaged files by many kinds of unchecked exceptions.
      throw new NodeException(
          "“" + name + "” is no XLS workbook that can be read: save it as XLSX in Excel", e);
    }
  }

  private static HSSFSheet sheet(HSSFWorkbook workbook, String wanted, String name)
      throws NodeException {
    HSSFSheet sheet = wanted.isEmpty() ? workbook.getSheetAt(0) : workbook.getSheet(wanted);
    if (sheet == null && wanted.matches("[1-9]\\d{0,3}")) {
      int number = Integer.parseInt(wanted);
      sheet = number <= workbook.getNumberOfSheets() ? workbook.getSheetAt(number - 1) : null;
    }
    if (sheet == null) {
      List<String> names = new ArrayList<>();
      workbook.forEach(each -> names.add(each.getSheetName()));
      throw new NodeException(
              "“" + name + "” has no sheet “" + wanted + "”; it has " + String.join(", ", names))
          .atProperty("sheet");
    }
    return sheet;
  }

  private static @Nullable Object[] values(Row row, boolean serial) {
    @Nullable Object[] values = new Object[Math.max(0, row.getLastCellNum())];
    for (Cell cell : row) {
      values[cell.getColumnIndex()] = value(cell, serial);
    }
    return values;
  }

  private static @Nullable Object value(Cell cell, boolean serial) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case NUMERIC -> {
        BigDecimal number = BigDecimal.valueOf(cell.getNumericCellValue());
        boolean date = !serial && XlsxValue.isDate(cell.getCellStyle().getDataFormatString());
        yield date ? XlsxValue.date(number, false) : XlsxValue.number(number);
      }
      case STRING -> cell.getStringCellValue().isEmpty() ? null : cell.getStringCellValue();
      case BOOLEAN -> cell.getBooleanCellValue();
      default -> null;
    };
  }
}
