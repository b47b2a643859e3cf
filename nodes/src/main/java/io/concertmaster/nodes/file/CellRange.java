package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of cells in a sheet.
 *
 * @param firstRow from 1, as sheets count
 * @param lastRow the last that is in it
 * @param firstColumn from 0
 * @param endColumn the first that is no longer in it
 */
record CellRange(int firstRow, int lastRow, int firstColumn, int endColumn) {
  private static final Pattern FORM =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7})?:\\$?([A-Z]{1,3})\\$?(\\d{1,7})?");

  /**
   * The block that a text means: {@code B3:F200}; {@code B3:F} goes down to the last row, {@code
   * B:F} has all rows. A number alone, such as {@code 3}, means all cells but so many rows on top.
   * Empty text means all cells.
   */
  static CellRange parse(String text) throws NodeException {
    if (text.isBlank()) {
      return new CellRange(1, Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
    }
    if (text.strip().matches("\\d{1,7}")) {
      int skipped = Integer.parseInt(text.strip());
      return new CellRange(skipped + 1, Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
    }
    Matcher parts = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (parts.matches()) {
      CellRange range =
          new CellRange(
              row(parts.group(2), 1),
              row(parts.group(4), Integer.MAX_VALUE),
              column(parts.group(1)),
              column(parts.group(3)) + 1);
      if (range.firstRow <= range.lastRow && range.firstColumn < range.endColumn) {
        return range;
      }
    }
    throw new NodeException("“" + text + "” is no range of cells: write it as B3:F200")
        .atProperty("range");
  }

  boolean hasRow(int row) {
    return row >= firstRow && row <= lastRow;
  }

  private static int row(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + (letters.charAt(i) - 'A' + 1);
    }
    return column - 1;
  }
}
