package io.concertmaster.nodes.file;

import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.nodes.crypto.CryptoCredentials;
import java.util.List;

/** The face of {@link FileExtract}. */
final class FileExtractFace {
  /** What opens a locked PDF; takes the place of the setting. */
  static final CredentialSlot PASSWORD =
      CredentialSlot.of("password", "Password as a credential", CryptoCredentials.SECRET)
          .when("format", "auto", "pdf");

  static final NodeDescriptor DESCRIPTOR = descriptor();

  private FileExtractFace() {}

  private static NodeDescriptor descriptor() {
    NodeDescriptor.Builder builder = builder();
    ExtractProperties.all().forEach(builder::property);
    return builder.credential(PASSWORD).documentation(ExtractGuide.TEXT).build();
  }

  private static NodeDescriptor.Builder builder() {
    return NodeDescriptor.of("file.extract", "Extract from file")
        .summary("Turns the content of a CSV, JSON, Excel, PDF or other file into items")
        .family(Family.FILES)
        .icon("mdmz-table_rows")
        .effect(Effect.PURE)
        .keywords(
            "csv",
            "json",
            "xlsx",
            "excel",
            "parse",
            "read",
            "rows",
            "spreadsheet",
            "tsv",
            "pdf",
            "html",
            "ods",
            "calendar",
            "base64")
        .property(
            TableProperties.format(
                List.of(
                    new Option("auto", "By the file's name", "Its extension decides."),
                    Option.of("csv", "CSV and other delimited text")),
                List.of(
                    Option.of("ics", "Calendar (ICS)"),
                    Option.of("pdf", "PDF"),
                    Option.of("text", "The whole text"),
                    Option.of("base64", "All bytes, as base64")),
                "auto"))
        .property(TableProperties.binaryProperty("File from"))
        .property(
            Property.of("header", "The first row has the names", PropertyKind.flag())
                .help("Tables: without names the fields are column1, column2 and so on.")
                .defaultsTo(true)
                .when("format", "auto", "csv", "xlsx", "xls", "ods", "html", "rtf"))
        .property(
            Property.of(
                    "delimiter",
                    "Delimiter",
                    TableProperties.delimiters(
                        new Option("auto", "Found out", "From the first lines.")))
                .defaultsTo("auto")
                .when("format", "auto", "csv"))
        .property(TableProperties.customDelimiter("One character or a few."))
        .property(
            Property.of("quote", "Quote", PropertyKind.text())
                .help("The character around values that contain a delimiter or a line break.")
                .defaultsTo("\"")
                .when("format", "auto", "csv"))
        .property(
            Property.of("charset", "Encoding", PropertyKind.text("UTF-8"))
                .help("Such as UTF-8, windows-1252, ISO-8859-1 or UTF-16.")
                .defaultsTo("UTF-8")
                .when("format", "auto", "csv", "json", "jsonLines", "html", "text", "ics"))
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
                .when("format", "auto", "csv", "html", "rtf"))
        .property(
            Property.of(
                    "empty",
                    "Empty values",
                    PropertyKind.choice(
                        Option.of("text", "Empty text"),
                        Option.of("null", "Null"),
                        Option.of("omit", "Left out")))
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
                            "Missing values are empty, further ones go to columnN."),
                        Option.of("skip", "Are left out")))
                .defaultsTo("error")
                .when("format", "auto", "csv"))
        .property(
            Property.of("path", "Rows at", PropertyKind.text("data.rows"))
                .help("JSON: the way to the list, with dots. Empty for the document itself.")
                .when("format", "auto", "json"))
        .property(
            Property.of("sheet", "Sheet", PropertyKind.text("Orders"))
                .help("Excel: the sheet's name, or its number from 1. Empty for the first.")
                .when("format", "auto", "xlsx", "xls", "ods", "html"))
        .property(
            Property.of("range", "Range", PropertyKind.text("B3:F200"))
                .help(
                    "Sheets: only these cells, such as B3:F200 or B3:F; or how many rows on top"
                        + " are left out. Empty for all.")
                .when("format", "auto", "xlsx", "xls", "ods", "html", "rtf"));
  }
}
