package io.concertmaster.nodes.file;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** The face of {@link FileConvert}. */
final class FileConvertFace {
  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("file.convert", "Convert to file")
          .summary("Makes one CSV, JSON or Excel file of all items")
          .family(Family.FILES)
          .icon("mdal-description")
          .effect(Effect.PURE)
          .keywords("csv", "json", "xlsx", "excel", "export", "spreadsheet", "report", "serialize")
          .property(
              Property.of(
                      "format",
                      "Format",
                      PropertyKind.choice(
                          Option.of("csv", "CSV"),
                          Option.of("json", "JSON"),
                          Option.of("jsonLines", "JSON lines"),
                          Option.of("xlsx", "Excel (XLSX)")))
                  .defaultsTo("csv")
                  .literalOnly())
          .property(
              Property.of("fileName", "File name", PropertyKind.text("airports.csv"))
                  .help("Empty for items.csv, items.json and so on."))
          .property(
              Property.of("binaryProperty", "File goes to", PropertyKind.text())
                  .help("The name under which the item carries the file.")
                  .defaultsTo("data"))
          .property(
              Property.of("columns", "Columns", new PropertyKind.FieldNames())
                  .help("CSV and Excel: these fields in this order. Empty for all.")
                  .when("format", "csv", "xlsx"))
          .property(
              Property.of("header", "First row with names", PropertyKind.flag())
                  .defaultsTo(true)
                  .when("format", "csv", "xlsx"))
          .property(
              Property.of(
                      "delimiter",
                      "Delimiter",
                      PropertyKind.choice(
                          Option.of("comma", "Comma"),
                          Option.of("semicolon", "Semicolon"),
                          Option.of("tab", "Tab"),
                          Option.of("pipe", "Pipe")))
                  .defaultsTo("comma")
                  .when("format", "csv"))
          .property(
              Property.of(
                      "lineEnd",
                      "Line ends",
                      PropertyKind.choice(
                          Option.of("lf", "Unix (LF)"), Option.of("crlf", "Windows (CR LF)")))
                  .defaultsTo("lf")
                  .when("format", "csv"))
          .property(
              Property.of("quoteAll", "Quote every value", PropertyKind.flag())
                  .defaultsTo(false)
                  .when("format", "csv"))
          .property(
              Property.of("byteOrderMark", "Byte order mark", PropertyKind.flag())
                  .help("Lets older Excel versions see that the file is UTF-8.")
                  .defaultsTo(false)
                  .when("format", "csv"))
          .property(
              Property.of("formulaGuard", "Guard against formulas", PropertyKind.flag())
                  .help(
                      "Puts a ' before text that a spreadsheet would run as a formula. Use it for"
                          + " data that strangers wrote.")
                  .defaultsTo(false)
                  .when("format", "csv"))
          .property(
              Property.of("indent", "Indent for reading", PropertyKind.flag())
                  .defaultsTo(false)
                  .when("format", "json"))
          .property(
              Property.of("sheet", "Sheet", PropertyKind.text())
                  .help("The sheet's name, at most 31 characters.")
                  .defaultsTo("Items")
                  .when("format", "xlsx"))
          .documentation(
              """
              Takes all items that come in and sends a single one, which carries the file under \
              `data` and tells `fileName`, `mimeType`, `size` (bytes) and `rows`. Follow with \
              *Write file* to save it.

              **CSV** is UTF-8. The columns are all fields of all items, in the order in which they \
              first appear; an item without a field leaves the cell empty, and so does null. Lists \
              and objects are written as JSON text. *Guard against formulas* matters when people \
              open the file in a spreadsheet and the data came from strangers: text that begins \
              with `=`, `+`, `-`, `@` or a tab gets a `'` in front. Numbers are never touched.

              **JSON** is one list of all items' records; **JSON lines** one record on each line.

              **Excel** has a bold first row, and cells that are numbers, true/false or text. A \
              number of more than 15 digits is written as text, because Excel would round it. A \
              sheet holds 1,048,576 rows, a cell 32,767 characters.

              Files are made as streams on the disk; their size is not bound by memory.
              """)
          .build();

  private FileConvertFace() {}
}
