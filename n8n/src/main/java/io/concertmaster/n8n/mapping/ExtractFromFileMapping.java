package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code extractFromFile}, and its elder {@code readPDF}. */
final class ExtractFromFileMapping implements NodeMapping {
  static final String OURS = "file.extract";
  private static final String THEIRS = "n8n-nodes-base.extractFromFile";
  private static final String PDF = "n8n-nodes-base.readPDF";
  private static final double NEWEST = 1;

  /**
   * What n8n's node tells in the field {@code version}: the release of pdf.js that it reads with.
   */
  private static final String PDF_VERSION = "5.3.31";

  @Override
  public List<String> types() {
    return List.of(THEIRS, PDF);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    Ours ours = new Ours();
    if (node.type().equals(PDF)) {
      readPdf(asked, ours);
      asked.tellRest();
      return Optional.of(Mapped.of(OURS, ours.settings()));
    }
    String operation = asked.word("operation", "csv");
    ours.put("binaryProperty", asked.value("binaryPropertyName", "data"), "data");
    switch (operation) {
      case "csv", "html", "ods", "rtf", "xls", "xlsx" -> {
        ours.put("format", operation);
        SheetReading.read(asked, ours, operation);
      }
      case "pdf" -> {
        ours.put("format", "pdf").put("version", PDF_VERSION);
        ours.put("joinPages", asked.value("options.joinPages", true), true);
        ours.put("mostPages", asked.value("options.maxPages", 0L), 0L);
        ours.put("password", asked.value("options.password"), "");
        kept(asked, ours);
      }
      case "binaryToPropery" -> {
        ours.put("format", "base64").put("field", asked.value("destinationKey", "data"), "data");
        kept(asked, ours);
        asked.ignore("options.encoding");
      }
      case "fromJson", "fromIcs", "text", "xml" -> {
        String format =
            switch (operation) {
              case "fromJson" -> "json";
              case "fromIcs" -> "ics";
              default -> "text";
            };
        Object field = asked.value("destinationKey", "data");
        ours.put("format", format);
        ours.put("field", field, format.equals("json") ? "" : "data");
        ours.put("charset", asked.value("options.encoding", "utf8"), "utf8");
        ours.put("keepMark", !asked.flag("options.stripBOM", true), false);
        kept(asked, ours);
      }
      default -> {
        findings.leftOut("operation", "the operation “" + operation + "” is not known here");
        return Optional.empty();
      }
    }
    asked.tellRest();
    return Optional.of(Mapped.of(OURS, ours.settings()));
  }

  private static void readPdf(AskedSettings asked, Ours ours) {
    ours.put("format", "pdf").put("version", PDF_VERSION);
    ours.put("binaryProperty", asked.value("binaryPropertyName", "data"), "data");
    asked.ignore("password");
    if (asked.flag("encrypted", false)) {
      ours.put("password", asked.value("password", ""));
    }
    ours.put("keepFiles", "all");
  }

  private static void kept(AskedSettings asked, Ours ours) {
    String kept = asked.word("options.keepSource", "");
    boolean record = kept.equals("json") || kept.equals("both");
    boolean files = kept.equals("binary") || kept.equals("both");
    ours.put("keepRecord", record, false);
    ours.put("keepFiles", files ? "all" : "others");
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    AskedSettings ours = AskedSettings.ofOurs(parameters, findings);
    Ours theirs = new Ours();
    Ours options = new Ours();
    String format = ours.text("format", "auto");
    String operation = operation(format, findings);
    theirs.put("operation", operation, "csv");
    theirs.put("binaryPropertyName", ours.value("binaryProperty"), "data");
    if (ours.flag("optional", false)) {
      findings.leftOut("optional", "in n8n an item without the file fails");
    }
    switch (operation) {
      case "pdf" -> {
        options.put("joinPages", ours.value("joinPages"), true);
        options.put("maxPages", ours.value("mostPages"), 0L);
        options.put("password", ours.value("password"), "");
        ours.ignore("version");
        writeKept(ours, options);
      }
      case "binaryToPropery", "fromJson", "fromIcs", "text" -> {
        theirs.put("destinationKey", field(ours, operation, findings), "data");
        options.put("encoding", ours.value("charset"));
        if (ours.flag("keepMark", false)) {
          options.put("stripBOM", false);
        }
        writeKept(ours, options);
      }
      default -> SheetReading.write(ours, options, operation);
    }
    theirs.put("options", options.settings());
    ours.tellRest();
    return Optional.of(
        new Written(THEIRS, NEWEST, theirs.settings(), List.of(Port.MAIN), List.of(Port.MAIN)));
  }

  private static String operation(String format, Findings findings) {
    return switch (format) {
      case "auto" -> {
        findings.approximated("format", "n8n wants to be told the format: CSV is taken");
        yield "csv";
      }
      case "json" -> "fromJson";
      case "jsonLines" -> {
        findings.approximated("format", "n8n has no JSON lines: the text stays whole");
        yield "text";
      }
      case "ics" -> "fromIcs";
      case "base64" -> "binaryToPropery";
      default -> format;
    };
  }

  private static @Nullable Object field(AskedSettings ours, String operation, Findings findings) {
    Object field = ours.value("field");
    boolean rows = operation.equals("fromJson") && field == null;
    if (rows || ours.value("path") != null) {
      findings.approximated(
          "field", "in n8n the document goes to one field: add a Split Out node for its rows");
    }
    return field;
  }

  private static void writeKept(AskedSettings ours, Ours options) {
    boolean record = ours.flag("keepRecord", false);
    boolean files = ours.text("keepFiles", "none").equals("all");
    if (record || files) {
      options.put("keepSource", record && files ? "both" : record ? "json" : "binary");
    }
  }
}
