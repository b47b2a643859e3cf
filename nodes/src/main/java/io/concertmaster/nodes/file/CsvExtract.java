package io.concertmaster.nodes.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads delimited text, row by row. */
final class CsvExtract {
  /** The longest single value, in characters. */
  private static final int LONGEST_VALUE = 16 << 20;

  private final Rows rows;
  private final Charset charset;
  private final String delimiter;
  private final char quote;
  private final int skipLines;
  private final boolean header;
  private final boolean detect;
  private final boolean pad;
  private final @Nullable Object empty;

  CsvExtract(Parameters settings, Rows rows) throws NodeException {
    this.rows = rows;
    this.charset = Charset.forName(settings.text("charset"));
    this.delimiter =
        CsvDialect.delimiter(settings.text("delimiter"), settings.text("customDelimiter"));
    this.quote = CsvDialect.quote(settings.requiredText("quote"));
    this.skipLines = Math.toIntExact(settings.wholeNumber("skipLines"));
    this.header = settings.flag("header");
    this.detect = settings.text("values").equals("detect");
    this.pad = settings.text("ragged").equals("pad");
    this.empty = settings.text("empty").equals("null") ? null : "";
  }

  /** Reads a file to its end and closes it. */
  void read(InputStream file) throws NodeException, IOException, InterruptedException {
    try (BufferedInputStream bytes = new BufferedInputStream(file, 1 << 16)) {
      String separator =
          delimiter.isEmpty() ? CsvDialect.guess(bytes, charset, quote, skipLines) : delimiter;
      var builder =
          CsvReader.builder()
              .fieldSeparator(separator)
              .quoteCharacter(quote)
              .detectBomHeader(true)
              .maxBufferSize(LONGEST_VALUE)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .skipEmptyLines(true);
      try (CsvReader<CsvRow> reader = builder.build(new CsvRow.Maker(), bytes, charset)) {
        if (skipLines > 0) {
          reader.skipLines(skipLines);
        }
        read(reader.iterator());
      } catch (CsvParseException | UncheckedIOException e) {
        throw new NodeException("Cannot read “" + rows.file() + "”: " + reason(e), e);
      }
    }
  }

  private static String reason(RuntimeException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private void read(CloseableIterator<CsvRow> records) throws NodeException, InterruptedException {
    Shape shape = Shape.empty();
    boolean named = !header;
    while (records.hasNext()) {
      CsvRow row = records.next();
      if (!named) {
        shape = Shape.of(names(row.values()));
        named = true;
        continue;
      }
      if (!header && shape.size() == 0) {
        shape = Shape.of(numbered(row.values().length));
      }
      int wanted = shape.size();
      if (row.values().length == wanted) {
        rows.add(JsonObject.ofSlots(shape, converted(row.values())));
      } else if (pad) {
        rows.add(padded(row.values(), shape));
      } else {
        ragged(row, wanted);
      }
    }
  }

  private JsonObject padded(@Nullable Object[] values, Shape shape) {
    int width = Math.max(values.length, shape.size());
    Shape wide = shape;
    for (int column = shape.size(); column < width; column++) {
      wide = wide.with(free(wide, "column" + (column + 1)));
    }
    @Nullable Object[] all = Arrays.copyOf(values, width);
    Arrays.fill(all, values.length, width, "");
    return JsonObject.ofSlots(wide, converted(all));
  }

  private void ragged(CsvRow row, int wanted) throws NodeException {
    JsonObject aside =
        JsonObject.of("line", row.line(), "values", JsonArray.ofValues(row.values()));
    rows.reject(
        aside,
        new NodeException(
            "Line "
                + row.line()
                + " of “"
                + rows.file()
                + "” has "
                + count(row.values().length)
                + ", "
                + (header ? "the header " : "the first row ")
                + wanted
                + ": correct the file, or set “Rows of another length”"));
  }

  private static String count(int values) {
    return values == 1 ? "1 value" : values + " values";
  }

  private @Nullable Object[] converted(@Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof String text) {
        values[i] = text.isEmpty() ? empty : detect ? CsvValue.detect(text) : text;
      }
    }
    return values;
  }

  private static List<String> names(@Nullable Object[] header) {
    List<String> names = new ArrayList<>(header.length);
    Shape seen = Shape.empty();
    for (int column = 0; column < header.length; column++) {
      String name = String.valueOf(header[column]).strip();
      seen = seen.with(free(seen, name.isEmpty() ? "column" + (column + 1) : name));
      names.add(seen.name(column));
    }
    return names;
  }

  private static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(column -> "column" + column).toList();
  }

  /** A name that the shape does not have: this one, or with a number. */
  static String free(Shape taken, String name) {
    String free = name;
    for (int number = 2; taken.slot(free) >= 0; number++) {
      free = name + "_" + number;
    }
    return free;
  }
}
