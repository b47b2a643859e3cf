package io.concertmaster.nodes.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes items as delimited text (RFC 4180, with the delimiter and line end of the settings). */
final class CsvConvert {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int CHECK_EVERY = 1_024;

  private CsvConvert() {}

  static void write(NodeContext context, Parameters settings, OutputStream bytes)
      throws NodeException, IOException, InterruptedException {
    List<String> columns = Columns.of(context, settings);
    boolean guard = settings.flag("formulaGuard");
    if (settings.flag("byteOrderMark")) {
      bytes.write(BYTE_ORDER_MARK);
    }
    var builder =
        CsvWriter.builder()
            .fieldSeparator(CsvDialect.delimiter(settings.text("delimiter"), "").charAt(0))
            .lineDelimiter(
                settings.text("lineEnd").equals("crlf") ? LineDelimiter.CRLF : LineDelimiter.LF);
    if (settings.flag("quoteAll")) {
      builder.quoteStrategy(QuoteStrategies.ALWAYS);
    }
    try (CsvWriter csv = builder.build(bytes, StandardCharsets.UTF_8)) {
      if (settings.flag("header")) {
        csv.writeRecord(columns);
      }
      long row = 0;
      for (Item item : context.input()) {
        if (row++ % CHECK_EVERY == 0) {
          context.checkInterrupted();
        }
        String[] cells = new String[columns.size()];
        for (int column = 0; column < cells.length; column++) {
          cells[column] = cell(item.json().get(columns.get(column)), guard);
        }
        csv.writeRecord(cells);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Text of a cell; with the guard, no text that a spreadsheet runs (OWASP, CSV injection). */
  private static String cell(@Nullable Object value, boolean guard) {
    String text = Columns.text(value);
    if (guard
        && value instanceof String
        && !text.isEmpty()
        && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      return "'" + text;
    }
    return text;
  }
}
