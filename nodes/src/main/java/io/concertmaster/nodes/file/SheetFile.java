package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A file with a table: a workbook, or markup. It lies in a temporary file while it is read, because
 * workbooks are read from their end. What a workbook really is, is told from its first bytes: many
 * a file is called XLS and is another.
 */
final class SheetFile {
  private static final long MOST_HELD = 64L << 20;

  private final Parameters settings;
  private final Rows rows;
  private final String format;

  SheetFile(Parameters settings, Rows rows, String format) {
    this.settings = settings;
    this.rows = rows;
    this.format = format;
  }

  /** Reads a file and closes the stream. */
  void read(InputStream bytes) throws NodeException, IOException, InterruptedException {
    Path copy = Files.createTempFile("concertmaster-", "." + format);
    try (bytes) {
      Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
      read(copy);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private void read(Path copy) throws NodeException, IOException, InterruptedException {
    String sheet = settings.text("sheet").strip();
    boolean serial = settings.text("dates").equals("number");
    SheetRows table = new SheetRows(settings, rows);
    SheetText text = SheetText.of(settings);
    String actual = actual(copy);
    demandRoom(copy, actual);
    switch (actual) {
      case "html" ->
          HtmlExtract.read(
              Files.newInputStream(copy),
              Charsets.of(settings.text("charset")).name(),
              sheet,
              text,
              table,
              rows.file());
      case "rtf" -> RtfExtract.read(Files.newInputStream(copy), text, table, rows.file());
      case "ods" -> OdsExtract.read(copy, sheet, serial, table, rows.file());
      case "xls" -> XlsExtract.read(copy, sheet, serial, table, rows.file());
      case "csv" -> new CsvExtract(settings, rows).read(Files.newInputStream(copy));
      default -> new XlsxExtract(table, sheet, serial, rows.file()).read(copy);
    }
  }

  private String actual(Path copy) throws IOException {
    byte[] start;
    try (InputStream bytes = Files.newInputStream(copy)) {
      start = bytes.readNBytes(512);
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    String small = text.strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return "xls";
    }
    if (text.startsWith("PK\u0003\u0004")) {
      return hasContent(copy) ? "ods" : "xlsx";
    }
    if (small.startsWith("{\\rtf")) {
      return "rtf";
    }
    boolean workbook = format.equals("xls") || format.equals("xlsx") || format.equals("ods");
    if (workbook
        && (small.startsWith("<html")
            || small.startsWith("<!doctype html")
            || small.startsWith("<table"))) {
      return "html";
    }
    return format;
  }

  /** Whether a ZIP file has the part in which OpenDocument keeps its sheets. */
  private static boolean hasContent(Path copy) throws IOException {
    try (ZipFile zip = new ZipFile(copy.toFile())) {
      return zip.getEntry("content.xml") != null;
    } catch (ZipException e) {
      // The reader says what is wrong with it.
      return false;
    }
  }

  /** Refuses what would not fit the memory: formats that are held in it as a whole. */
  private void demandRoom(Path copy, String actual) throws NodeException, IOException {
    boolean held = actual.equals("html") || actual.equals("rtf") || actual.equals("xls");
    if (held && Files.size(copy) > MOST_HELD) {
      throw new NodeException(
          "“" + rows.file() + "” has more than 64 MB, too much for its format: use XLSX or CSV");
    }
  }
}
