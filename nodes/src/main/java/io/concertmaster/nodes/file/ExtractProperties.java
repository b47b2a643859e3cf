package io.concertmaster.nodes.file;

import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.util.List;

/** The settings of {@link FileExtract} that a first look does not need. */
final class ExtractProperties {
  private static final Object[] TABLES = {"auto", "csv", "xlsx", "xls", "ods", "html", "rtf"};
  private static final Object[] SHEETS = {"auto", "xlsx", "xls", "ods", "html", "rtf"};
  private static final Object[] WHOLE = {"auto", "json", "text", "base64", "ics", "pdf"};

  private ExtractProperties() {}

  static List<Property> all() {
    return List.of(
        Property.of("limit", "Most rows", PropertyKind.wholeNumber(0, 1_000_000_000))
            .help("0 for all.")
            .defaultsTo(0)
            .when("format", TABLES),
        Property.of(
                "unnamed",
                "Rows without names",
                PropertyKind.choice(
                    Option.of("columns", "Fields column1, column2 …"),
                    Option.of("list", "A list in the field row"),
                    Option.of("numbers", "Fields 0, 1 … in the field row")))
            .defaultsTo("columns")
            .when("header", false),
        Property.of(
                "emptyCells",
                "Empty cells",
                PropertyKind.choice(
                    Option.of("null", "Null"),
                    Option.of("text", "Empty text"),
                    Option.of("omit", "Left out")))
            .help("Of sheets and of tables in HTML and RTF.")
            .defaultsTo("null")
            .when("format", SHEETS),
        Property.of(
                "spareNames",
                "Names that are missing or come twice",
                PropertyKind.choice(
                    Option.of("column", "column3, name_2"), Option.of("empty", "__EMPTY, name_1")))
            .help("Of sheets and of tables in HTML and RTF.")
            .defaultsTo("column")
            .when("format", SHEETS),
        Property.of(
                "dates",
                "Dates",
                PropertyKind.choice(
                    Option.of("iso", "Text such as 2026-01-05"),
                    Option.of("number", "Numbers of days, as Excel counts")))
            .defaultsTo("iso")
            .when("format", "auto", "xlsx", "xls", "ods"),
        Property.of("keepMark", "Keep a byte order mark", PropertyKind.flag())
            .help("It becomes a part of the first text, or of the first name of a CSV.")
            .defaultsTo(false)
            .when("format", "auto", "csv", "json", "text"),
        Property.of("field", "Goes to", new PropertyKind.FieldName())
            .help("The field for the whole content. Empty: rows of JSON are items; else data.")
            .when("format", WHOLE),
        Property.of("whole", "JSON becomes the item", PropertyKind.flag())
            .help("The document is one record, a list too: it goes to data.")
            .defaultsTo(false)
            .when("format", "auto", "json"),
        Property.of("keepRecord", "Keep the item's record", PropertyKind.flag())
            .help("The content is added to it.")
            .defaultsTo(false)
            .when("format", WHOLE),
        Property.of(
                "keepFiles",
                "Keep the item's files",
                PropertyKind.choice(
                    Option.of("none", "None"),
                    Option.of("others", "All but the one that was read"),
                    Option.of("all", "All")))
            .defaultsTo("none")
            .when("format", WHOLE),
        Property.of("optional", "Go on when there is no file", PropertyKind.flag())
            .help("An item without the file sends nothing instead of failing.")
            .defaultsTo(false),
        Property.of("password", "Password", PropertyKind.text())
            .asSecret()
            .when("format", "auto", "pdf"),
        Property.of("mostPages", "Most pages", PropertyKind.wholeNumber(0, 1_000_000))
            .help("0 for all.")
            .defaultsTo(0)
            .when("format", "auto", "pdf"),
        Property.of("joinPages", "One text for all pages", PropertyKind.flag())
            .help("Without this text is a list, an element for each page.")
            .defaultsTo(true)
            .when("format", "auto", "pdf"),
        Property.of("version", "Version to tell", PropertyKind.text())
            .help("Goes to the field version, for workflows that look there. Empty: no such field.")
            .when("format", "auto", "pdf"));
  }
}
