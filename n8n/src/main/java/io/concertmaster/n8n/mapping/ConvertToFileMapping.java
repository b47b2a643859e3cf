package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code convertToFile}: a file of all items, or of each. */
final class ConvertToFileMapping implements NodeMapping {
  static final String OURS = "file.convert";
  private static final String THEIRS = "n8n-nodes-base.convertToFile";
  private static final double NEWEST = 1.1;

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    Ours ours = new Ours();
    String operation = asked.word("operation", "csv");
    ours.put("binaryProperty", asked.value("binaryPropertyName", "data"), "data");
    ours.put("item", "empty");
    switch (operation) {
      case "csv", "html", "ods", "rtf", "xls", "xlsx" -> table(asked, ours, operation);
      case "toJson" -> json(asked, ours);
      case "toText" -> field(asked, ours, "text", "file.txt");
      case "toBinary" -> binary(asked, ours);
      case "iCal" -> CalendarEventMapping.read(asked, ours);
      default -> {
        findings.leftOut("operation", "the operation “" + operation + "” is not known here");
        return Optional.empty();
      }
    }
    asked.tellRest();
    return Optional.of(Mapped.of(OURS, ours.settings()));
  }

  /** A table of all items; {@code csv} has a byte order mark in n8n. */
  static void table(AskedSettings asked, Ours ours, String format) {
    ours.put("format", format, "csv");
    ours.put("fileName", asked.value("options.fileName", "spreadsheet." + format));
    ours.put("header", asked.value("options.headerRow", true), true);
    ours.put("flatten", true);
    if (format.equals("csv")) {
      ours.put("byteOrderMark", true);
      delimiter(ours, asked.value("options.delimiter", ","));
    }
    if (List.of("ods", "xls", "xlsx").contains(format)) {
      ours.put("sheet", asked.value("options.sheetName", "Sheet"));
    }
    asked.ignore("options.sheetName", "options.delimiter");
    // Workbooks are packed always: readers see no difference.
    asked.ignore("options.compression");
  }

  static void delimiter(Ours ours, Object delimiter) {
    switch (String.valueOf(delimiter)) {
      case "," -> {}
      case ";" -> ours.put("delimiter", "semicolon");
      case "\t", "\\t" -> ours.put("delimiter", "tab");
      case "|" -> ours.put("delimiter", "pipe");
      default -> ours.put("delimiter", "custom").put("customDelimiter", delimiter);
    }
  }

  private static void json(AskedSettings asked, Ours ours) {
    ours.put("format", "json");
    ours.put("each", asked.word("mode", "once").equals("each"), false);
    ours.put("fileName", asked.value("options.fileName", "file.json"));
    ours.put("indent", asked.value("options.format", false), false);
    encoding(asked, ours);
  }

  private static void encoding(AskedSettings asked, Ours ours) {
    ours.put("byteOrderMark", asked.value("options.addBOM", false), false);
    ours.put("charset", asked.value("options.encoding", "utf8"), "utf8");
  }

  private static void field(AskedSettings asked, Ours ours, String format, String name) {
    ours.put("format", format).put("source", asked.value("sourceProperty", ""));
    ours.put("fileName", asked.value("options.fileName", name));
    encoding(asked, ours);
  }

  private static void binary(AskedSettings asked, Ours ours) {
    ours.put("mimeType", asked.value("options.mimeType"));
    boolean base64 = asked.flag("options.dataIsBase64", true);
    if (!base64) {
      field(asked, ours, "text", "");
      return;
    }
    asked.ignore("options.addBOM", "options.encoding");
    ours.put("format", "base64").put("source", asked.value("sourceProperty", ""));
    ours.put("fileName", asked.value("options.fileName"));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    AskedSettings ours = AskedSettings.ofOurs(parameters, findings);
    String format = ours.text("format", "csv");
    Ours theirs = new Ours();
    Ours options = new Ours();
    String operation =
        switch (format) {
          case "json", "jsonLines" -> "toJson";
          case "text" -> "toText";
          case "base64" -> "toBinary";
          case "ics" -> "iCal";
          default -> format;
        };
    theirs.put("operation", operation, "csv");
    theirs.put("binaryPropertyName", ours.value("binaryProperty"), "data");
    writeTold(ours, format, findings);
    String usual = format.equals("json") ? "file.json" : "spreadsheet." + format;
    switch (operation) {
      case "toJson" -> {
        theirs.put("mode", ours.flag("each", false) ? "each" : "once", "once");
        options.put("format", ours.value("indent"), false);
        options.put("addBOM", ours.value("byteOrderMark"), false);
        options.put("encoding", ours.value("charset"));
      }
      case "toText" -> {
        usual = "file.txt";
        theirs.put("sourceProperty", ours.value("source"));
        options.put("addBOM", ours.value("byteOrderMark"), false);
        options.put("encoding", ours.value("charset"));
      }
      case "toBinary" -> {
        theirs.put("sourceProperty", ours.value("source"));
        options.put("mimeType", ours.value("mimeType"));
      }
      case "iCal" -> CalendarEventMapping.write(ours, theirs, options);
      default -> {
        options.put("headerRow", ours.value("header"), true);
        options.put("delimiter", writtenDelimiter(ours), ",");
        if (!format.equals("csv")) {
          options.put("sheetName", ours.value("sheet", "Items"), "Sheet");
        }
        ours.ignore("flatten", "byteOrderMark");
      }
    }
    options.put("fileName", ours.value("fileName"), usual);
    theirs.put(operation.equals("iCal") ? "additionalFields" : "options", options.settings());
    ours.tellRest();
    return Optional.of(
        new Written(THEIRS, NEWEST, theirs.settings(), List.of(Port.MAIN), List.of(Port.MAIN)));
  }

  private static void writeTold(AskedSettings ours, String format, Findings findings) {
    if (format.equals("jsonLines")) {
      findings.approximated("format", "n8n has no JSON lines: it writes one list");
    }
    if (!ours.text("item", "about").equals("empty")) {
      findings.approximated("item", "in n8n nothing goes along with the file");
    }
  }

  private static @Nullable Object writtenDelimiter(AskedSettings ours) {
    Object custom = ours.value("customDelimiter");
    return switch (ours.text("delimiter", "comma")) {
      case "semicolon" -> ";";
      case "tab" -> "\t";
      case "pipe" -> "|";
      case "custom" -> custom;
      default -> ",";
    };
  }

  /** Objects of a list, each made anew. */
  static JsonArray each(List<JsonObject> list, UnaryOperator<JsonObject> made) {
    List<JsonObject> all = new ArrayList<>();
    list.forEach(one -> all.add(made.apply(one)));
    return JsonArray.copyOf(all);
  }
}
