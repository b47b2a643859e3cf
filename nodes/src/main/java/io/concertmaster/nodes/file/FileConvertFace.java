package io.concertmaster.nodes.file;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.util.List;

/** The face of {@link FileConvert}. */
final class FileConvertFace {
  static final NodeDescriptor DESCRIPTOR = descriptor();

  private FileConvertFace() {}

  private static NodeDescriptor descriptor() {
    NodeDescriptor.Builder builder = builder();
    CalendarProperties.all().forEach(builder::property);
    return builder.documentation(ConvertGuide.TEXT).build();
  }

  private static NodeDescriptor.Builder builder() {
    return NodeDescriptor.of("file.convert", "Convert to file")
        .summary("Makes a CSV, JSON, Excel or other file of items")
        .family(Family.FILES)
        .icon("mdal-description")
        .effect(Effect.PURE)
        .keywords(
            "csv",
            "json",
            "xlsx",
            "excel",
            "export",
            "spreadsheet",
            "report",
            "serialize",
            "base64",
            "html",
            "ods",
            "calendar",
            "ics",
            "binary")
        .property(
            TableProperties.format(
                List.of(Option.of("csv", "CSV")),
                List.of(
                    new Option("text", "Text of a field", "A file for each item."),
                    new Option("base64", "Bytes of a field", "A file for each item."),
                    new Option("ics", "Calendar event (ICS)", "A file for each item.")),
                "csv"))
        .property(
            Property.of("each", "A file for each item", PropertyKind.flag())
                .defaultsTo(false)
                .literalOnly()
                .when("format", "json"))
        .property(
            Property.of("source", "From field", new PropertyKind.FieldName())
                .help("Text, or bytes as base64. With JSON: empty for the whole record.")
                .when("format", "json", "text", "base64"))
        .property(
            Property.of("fileName", "File name", PropertyKind.text("airports.csv"))
                .help("Empty for items.csv, items.json and so on."))
        .property(TableProperties.binaryProperty("File goes to"))
        .property(
            Property.of("columns", "Columns", new PropertyKind.FieldNames())
                .help("These fields in this order. Empty for all.")
                .when("format", "csv", "xlsx", "xls", "ods", "html", "rtf"))
        .property(
            Property.of("header", "First row with names", PropertyKind.flag())
                .defaultsTo(true)
                .when("format", "csv", "xlsx", "xls", "ods", "html", "rtf"))
        .property(
            Property.of("delimiter", "Delimiter", TableProperties.delimiters())
                .defaultsTo("comma")
                .when("format", "csv"))
        .property(TableProperties.customDelimiter("One character."))
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
                .when("format", "csv", "json", "text"))
        .property(
            Property.of("charset", "Encoding", PropertyKind.text("UTF-8"))
                .help("Such as UTF-8, windows-1252 or UTF-16LE; JSON of all items is UTF-8.")
                .defaultsTo("UTF-8")
                .when("format", "json", "text"))
        .property(
            Property.of("mimeType", "Media type", PropertyKind.text("image/png"))
                .help("Empty: from the file name or the first bytes.")
                .when("format", "json", "text", "base64"))
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
                .when("format", "xlsx", "xls", "ods"))
        .property(
            Property.of("flatten", "Fields inside fields become columns", PropertyKind.flag())
                .help("Columns are called by the way to them, such as customer.city.")
                .defaultsTo(false)
                .when("format", "csv", "xlsx", "xls", "ods", "html", "rtf"))
        .property(
            Property.of(
                    "item",
                    "With the file goes",
                    PropertyKind.choice(
                        Option.of("about", "What is known of the file"),
                        Option.of("empty", "Nothing"),
                        new Option("keep", "The record as it came", "Of files for each item."),
                        new Option(
                            "rest", "The record without that field", "Of files for each item.")))
                .defaultsTo("about"))
        .property(
            Property.of("keepFiles", "Keep the item's other files", PropertyKind.flag())
                .help("Of files for each item.")
                .defaultsTo(false));
  }
}
