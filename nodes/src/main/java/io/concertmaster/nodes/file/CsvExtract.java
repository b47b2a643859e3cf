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
import java.nio.charset.CharacterCodingException;
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
  private final boolean skip;
  private final boolean keepMark;
  private final String unnamed;
  private final String empty;
  private final long most;
  private long line;

  CsvExtract(Parameters settings, Rows rows) throws NodeException {
    this.rows = rows;
    this.charset = Charsets.of(settings.text("charset"));
    this.delimiter =
        CsvDialect.delimiter(settings.text("delimiter"), settings.text("customDelimiter"));
    this.quote = CsvDialect.quote(settings.requiredText("quote"));
    this.skipLines = Math.toIntExact(settings.wholeNumber("skipLines"));
    this.header = settings.flag("header");
    this.detect = settings.text("values").equals("detect");
    this.pad = settings.text("ragged").equals("pad");
    this.skip = settings.text("ragged").equals("skip");
    this.keepMark = settings.flag("keepMark");
    this.unnamed = settings.text("unnamed");
    this.empty = settings.text("empty");
    this.most = settings.wholeNumber("limit");
  }

  /** Reads a file to its end and closes it. */
  void read(InputStream file) throws NodeException, IOException, InterruptedException {
    try (BufferedInputStream bytes = new BufferedInputStream(file, 1 << 16)) {
      boolean marked = keepMark && CsvText.isMarkedUtf8(bytes);
      String separator =
          delimiter.isEmpty() ? CsvDialect.guess(bytes, charset, quote, skipLines) : delimiter;
      var builder =
          CsvReader.builder()
              .fieldSeparator(separator)
              .quoteCharacter(quote)
              .maxBufferSize(LONGEST_VALUE)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .skipEmptyLines(true);
      try (CsvText text = CsvText.of(bytes, charset);
          CsvReader<CsvRow> reader = builder.build(new CsvRow.Maker(), text)) {
        if (skipLines > 0) {
          reader.skipLines(skipLines);
        }
        read(reader.iterator(), text, marked);
      } catch (CsvParseException | UncheckedIOException e) {
        if (e.getCause() instanceof CharacterCodingException wrong) {
          throw Charsets.wrong(rows.file(), line, charset, wrong);
        }
        throw new NodeException("Cannot read “" + rows.file() + "”: " + reason(e), e);
      }
    }
  }

  private static String reason(RuntimeException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private void read(CloseableIterator<CsvRow> records, CsvText text, boolean marked)
      throws NodeException, InterruptedException {
    Shape shape = Shape.empty();
    boolean named = !header;
    boolean first = marked;
    long count = 0;
    while (records.hasNext() && (most == 0 || count < most)) {
      CsvRow row = records.next();
      line = row.line();
      if (row.quoted() && !records.hasNext() && !text.endsWith(quote)) {
        throw unclosed();
      }
      if (first && row.values().length > 0) {
        row.values()[0] = "\uFEFF" + row.values()[0];
        first = false;
      }
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
        add(shape, row.values());
      } else if (pad) {
        add(widened(row.values(), shape), padded(row.values(), shape));
      } else if (skip) {
        continue;
      } else {
        ragged(row, wanted);
      }
      count++;
    }
  }

  private void add(Shape shape, @Nullable Object[] values)
      throws NodeException, InterruptedException {
    @Nullable Object[] converted = converted(values);
    if (!header && unnamed.equals("list")) {
      rows.add(JsonObject.of("row", JsonArray.ofValues(converted)));
    } else if (!header && unnamed.equals("numbers")) {
      rows.add(JsonObject.of("row", named(numbers(converted.length), converted)));
    } else {
      rows.add(named(shape, converted));
    }
  }

  private JsonObject named(Shape shape, @Nullable Object[] values) {
    if (!empty.equals("omit")) {
      return JsonObject.ofSlots(shape, values);
    }
    JsonObject.Builder record = JsonObject.builder();
    for (int column = 0; column < values.length; column++) {
      if (values[column] != null) {
        record.put(shape.name(column), values[column]);
      }
    }
    return record.build();
  }

  private static Shape numbers(int columns) {
    return Shape.of(IntStream.range(0, columns).mapToObj(String::valueOf).toList());
  }

  private static Shape widened(@Nullable Object[] values, Shape shape) {
    Shape wide = shape;
    for (int column = shape.size(); column < values.length; column++) {
      wide = wide.with(free(wide, "column" + (column + 1)));
    }
    return wide;
  }

  private static @Nullable Object[] padded(@Nullable Object[] values, Shape shape) {
    @Nullable Object[] all = Arrays.copyOf(values, Math.max(values.length, shape.size()));
    Arrays.fill(all, values.length, all.length, "");
    return all;
  }

  /** The rest of the file would be taken for one value. */
  private NodeException unclosed() {
    return new NodeException(
            "In line "
                + line
                + " of “"
                + rows.file()
                + "” a value begins with "
                + quote
                + " and never ends with one: correct the file, or set another “Quote”")
        .atProperty("quote");
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
    String none = empty.equals("text") ? "" : null;
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof String text) {
        values[i] = text.isEmpty() ? none : detect ? CsvValue.detect(text) : text;
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
