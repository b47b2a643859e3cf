package io.concertmaster.nodes.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes items as delimited text (RFC 4180, with the delimiter and line end of the settings). */
final class CsvConvert {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private CsvConvert() {}

  static void write(TableRows table, Parameters settings, OutputStream bytes)
      throws NodeException, IOException, InterruptedException {
    boolean guard = settings.flag("formulaGuard");
    if (settings.flag("byteOrderMark")) {
      bytes.write(BYTE_ORDER_MARK);
    }
    String delimiter =
        CsvDialect.delimiter(settings.text("delimiter"), settings.text("customDelimiter"));
    if (delimiter.length() != 1) {
      throw new NodeException("“Other delimiter” must be one character")
          .atProperty("customDelimiter");
    }
    var builder =
        CsvWriter.builder()
            .fieldSeparator(delimiter.charAt(0))
            .lineDelimiter(
                settings.text("lineEnd").equals("crlf") ? LineDelimiter.CRLF : LineDelimiter.LF);
    if (settings.flag("quoteAll")) {
      builder.quoteStrategy(QuoteStrategies.ALWAYS);
    }
    try (CsvWriter csv = builder.build(bytes, StandardCharsets.UTF_8)) {
      table.each((row, cells) -> {
        boolean names = table.header() && row == 0;
        String[] texts = new String[cells.length];
        for (int column = 0; column < cells.length; column++) {
          texts[column] = cell(cells[column], guard && !names);
        }
        csv.writeRecord(texts);
      });
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
