package io.concertmaster.nodes.file;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** The face of {@link FileExtract}. */
final class FileExtractFace {
  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("file.extract", "Extract from file")
          .summary("Turns the rows of a CSV, JSON or Excel file into items")
          .family(Family.FILES)
          .icon("mdmz-table_rows")
          .effect(Effect.PURE)
          .keywords("csv", "json", "xlsx", "excel", "parse", "read", "rows", "spreadsheet", "tsv")
          .property(
              Property.of(
                      "format",
                      "Format",
                      PropertyKind.choice(
                          new Option("auto", "By the file's name", "Its extension decides."),
                          Option.of("csv", "CSV and other delimited text"),
                          Option.of("json", "JSON"),
                          Option.of("jsonLines", "JSON lines"),
                          Option.of("xlsx", "Excel (XLSX)")))
                  .defaultsTo("auto")
                  .literalOnly())
          .property(
              Property.of("binaryProperty", "File from", PropertyKind.text())
                  .help("The name under which the item carries the file.")
                  .defaultsTo("data"))
          .property(
              Property.of("header", "The first row has the names", PropertyKind.flag())
                  .help("CSV and Excel. Without names the fields are column1, column2 and so on.")
                  .defaultsTo(true)
                  .when("format", "auto", "csv", "xlsx"))
          .property(
              Property.of(
                      "delimiter",
                      "Delimiter",
                      PropertyKind.choice(
                          new Option("auto", "Found out", "From the first lines."),
                          Option.of("comma", "Comma"),
                          Option.of("semicolon", "Semicolon"),
                          Option.of("tab", "Tab"),
                          Option.of("pipe", "Pipe"),
                          Option.of("custom", "Another")))
                  .defaultsTo("auto")
                  .when("format", "auto", "csv"))
          .property(
              Property.of("customDelimiter", "Other delimiter", PropertyKind.text("~"))
                  .help("One character or a few.")
                  .when("delimiter", "custom"))
          .property(
              Property.of("quote", "Quote", PropertyKind.text())
                  .help("The character around values that contain a delimiter or a line break.")
                  .defaultsTo("\"")
                  .when("format", "auto", "csv"))
          .property(
              Property.of(
                      "charset",
                      "Encoding",
                      PropertyKind.choice(
                          Option.of("UTF-8", "UTF-8"),
                          Option.of("windows-1252", "Windows 1252 (Western Europe)"),
                          Option.of("ISO-8859-1", "ISO 8859-1 (Latin 1)"),
                          Option.of("UTF-16", "UTF-16")))
                  .defaultsTo("UTF-8")
                  .when("format", "auto", "csv", "jsonLines"))
          .property(
              Property.of("skipLines", "Lines to skip", PropertyKind.wholeNumber(0, 1_000_000))
                  .help("CSV: lines before the header that are not data.")
                  .defaultsTo(0)
                  .when("format", "auto", "csv"))
          .property(
              Property.of(
                      "values",
                      "Values",
                      PropertyKind.choice(
                          new Option("text", "Keep as text", "Nothing is lost: 007 stays 007."),
                          new Option(
                              "detect",
                              "Convert numbers and true/false",
                              "12.5 becomes a number; 007 and 1E5 stay text.")))
                  .defaultsTo("text")
                  .when("format", "auto", "csv"))
          .property(
              Property.of(
                      "empty",
                      "Empty values",
                      PropertyKind.choice(
                          Option.of("text", "Empty text"), Option.of("null", "Null")))
                  .defaultsTo("text")
                  .when("format", "auto", "csv"))
          .property(
              Property.of(
                      "ragged",
                      "Rows of another length",
                      PropertyKind.choice(
                          new Option(
                              "error",
                              "Are errors",
                              "Such a row fails; with “on error: output” only that row."),
                          new Option(
                              "pad",
                              "Are filled or widened",
                              "Missing values are empty, further ones go to columnN.")))
                  .defaultsTo("error")
                  .when("format", "auto", "csv"))
          .property(
              Property.of("path", "Rows at", PropertyKind.text("data.rows"))
                  .help("JSON: the way to the list, with dots. Empty for the document itself.")
                  .when("format", "auto", "json"))
          .property(
              Property.of("sheet", "Sheet", PropertyKind.text("Orders"))
                  .help("Excel: the sheet's name, or its number from 1. Empty for the first.")
                  .when("format", "auto", "xlsx"))
          .property(
              Property.of("range", "Range", PropertyKind.text("B3:F200"))
                  .help("Excel: only these cells, such as B3:F200 or B3:F. Empty for all.")
                  .when("format", "auto", "xlsx"))
          .documentation(ExtractGuide.TEXT)
          .build();

  private FileExtractFace() {}
}
