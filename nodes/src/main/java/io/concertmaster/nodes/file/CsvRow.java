package io.concertmaster.nodes.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row of delimited text.
 *
 * @param line the line on which it starts, from 1
 * @param values its values, all text; the array may be given away
 * @param quoted whether the last of them stands in quotes
 */
@SuppressWarnings("ArrayRecordComponent") // a row lives from the parser to the item, no further
record CsvRow(long line, @Nullable Object[] values, boolean quoted) {
  /** Makes rows of what the parser finds. */
  static final class Maker extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private @Nullable Object[] values = new Object[16];
    private int columns;
    private boolean lastQuoted;

    @Override
    protected void handleBegin(long startingLineNumber) {
      // The row before is out of sight by now; most rows are as wide as it.
      values = new Object[Math.max(columns, 1)];
      columns = 0;
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
      if (index == values.length) {
        values = Arrays.copyOf(values, index * 2);
      }
      values[index] = new String(text, offset, length);
      columns = index + 1;
      lastQuoted = quoted;
    }

    @Override
    protected CsvRow buildRecord() {
      return new CsvRow(
          getStartingLineNumber(),
          columns == values.length ? values : Arrays.copyOf(values, columns),
          lastQuoted);
    }
  }
}
