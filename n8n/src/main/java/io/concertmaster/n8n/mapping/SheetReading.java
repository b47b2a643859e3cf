package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options for the rows of files, as {@code extractFromFile} and {@code spreadsheetFile} have them.
 */
final class SheetReading {
  private SheetReading() {}

  static void read(AskedSettings asked, Ours ours, String format) {
    boolean header = asked.flag("options.headerRow", true);
    boolean empty = asked.flag("options.includeEmptyCells", false);
    ours.put("header", header, true);
    if (format.equals("csv")) {
      csv(asked, ours, header, empty);
      asked.ignore("options.sheetName", "options.range");
    } else {
      sheet(asked, ours, header, empty);
      asked.ignore("options.delimiter", "options.encoding", "options.enableBOM");
      asked.ignore("options.fromLine", "options.maxRowCount", "options.relaxQuotes");
      asked.ignore("options.skipRecordsWithErrors");
    }
    // What cells show instead of what they hold; the parser's own switch, and another way to read.
    asked.ignore("options.rawData", "options.readAsString");
  }

  private static void csv(AskedSettings asked, Ours ours, boolean header, boolean empty) {
    Object delimiter = asked.value("options.delimiter", ",");
    if (delimiter.equals(",")) {
      ours.put("delimiter", "comma");
    } else {
      ConvertToFileMapping.delimiter(ours, delimiter);
    }
    ours.put("charset", asked.value("options.encoding"), "utf-8");
    ours.put("keepMark", !asked.flag("options.enableBOM", false), false);
    ours.put("skipLines", less(asked.value("options.fromLine", 0L)), 0L);
    Object most = asked.value("options.maxRowCount", -1L);
    if (!(most instanceof Number number && number.longValue() < 0)) {
      ours.put("limit", most, 0L);
    }
    ours.put("empty", empty ? "text" : "omit", "text");
    if (!header) {
      ours.put("unnamed", empty ? "list" : "numbers");
    }
    asked.ignore("options.skipRecordsWithErrors.value.maxSkippedRecords");
    if (asked.flag("options.skipRecordsWithErrors.value.enabled", false)) {
      ours.put("ragged", "skip");
    }
    asked.ignore("options.relaxQuotes");
    if (asked.flag("options.relaxQuotes", false)) {
      asked
          .findings()
          .approximated("options.relaxQuotes", "quotes inside values are read as they stand");
    }
  }

  /** Lines before a line that counts from 1. */
  private static Object less(Object line) {
    return line instanceof Number number
        ? (Object) Math.max(0, number.longValue() - 1)
        : ForeignNode.isExpression(line)
            ? "={{ Math.max(0, ("
                + line.toString().substring(1).replaceAll("^\\{\\{|}}$", "").strip()
                + ") - 1) }}"
            : (Object) 0L;
  }

  private static void sheet(AskedSettings asked, Ours ours, boolean header, boolean empty) {
    ours.put("sheet", asked.value("options.sheetName"), "");
    ours.put("range", text(asked.value("options.range")), "");
    ours.put("emptyCells", empty ? "text" : "omit");
    ours.put("values", "detect");
    ours.put("dates", "number");
    ours.put("spareNames", "empty");
    if (!header) {
      ours.put("unnamed", "list");
    }
  }

  private static @Nullable Object text(@Nullable Object value) {
    return value instanceof Number ? value.toString() : value;
  }

  static void write(AskedSettings ours, Ours options, String format) {
    options.put("headerRow", ours.value("header"), true);
    Object custom = ours.value("customDelimiter");
    String delimiter = ours.text("delimiter", "auto");
    boolean csv = format.equals("csv");
    if (csv) {
      options.put(
          "delimiter",
          switch (delimiter) {
            case "semicolon" -> ";";
            case "tab" -> "\t";
            case "pipe" -> "|";
            case "custom" -> custom;
            default -> ",";
          },
          ",");
      options.put("encoding", ours.value("charset"));
      options.put("enableBOM", !ours.flag("keepMark", false), false);
      if (ours.value("skipLines", 0L) instanceof Long lines && lines > 0) {
        options.put("fromLine", lines + 1);
      }
      options.put("maxRowCount", ours.value("limit"), 0L);
      if (ours.text("ragged", "error").equals("skip")) {
        options.put(
            "skipRecordsWithErrors", JsonObject.of("value", JsonObject.of("enabled", true)));
      }
    } else {
      options.put("sheetName", ours.value("sheet"), "");
      options.put("range", ours.value("range"), "");
    }
    boolean omits = ours.text(csv ? "empty" : "emptyCells", csv ? "text" : "null").equals("omit");
    options.put("includeEmptyCells", !omits, false);
    for (String ignored : List.of("values", "dates", "spareNames", "unnamed")) {
      ours.ignore(ignored);
    }
  }
}
