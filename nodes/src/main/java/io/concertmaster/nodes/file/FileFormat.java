package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.BinaryData;

/** In which format a file is read: the one that the settings name, or the one it seems to have. */
final class FileFormat {
  private FileFormat() {}

  static String of(Parameters settings, BinaryData file) throws NodeException {
    String format = settings.text("format");
    if (!format.equals("auto")) {
      return format;
    }
    return switch (FileKinds.extension(file.fileName())) {
      case "csv", "tsv", "txt", "tab" -> "csv";
      case "json", "geojson" -> "json";
      case "jsonl", "ndjson" -> "jsonLines";
      case "xlsx", "xlsm" -> "xlsx";
      case "xls" -> "xls";
      case "ods" -> "ods";
      case "html", "htm" -> "html";
      case "rtf" -> "rtf";
      case "ics" -> "ics";
      case "pdf" -> "pdf";
      default -> byType(file);
    };
  }

  private static String byType(BinaryData file) throws NodeException {
    return switch (file.mimeType()) {
      case FileKinds.CSV, "text/tab-separated-values" -> "csv";
      case FileKinds.JSON -> "json";
      case FileKinds.JSON_LINES, "application/x-ndjson" -> "jsonLines";
      case FileKinds.XLSX -> "xlsx";
      case FileKinds.XLS -> "xls";
      case OdsConvert.MIME -> "ods";
      case "text/html" -> "html";
      case "application/rtf", "text/rtf" -> "rtf";
      case "text/calendar" -> "ics";
      case "application/pdf" -> "pdf";
      default ->
          throw new NodeException(
                  "“"
                      + file.fileName()
                      + "” ("
                      + file.mimeType()
                      + ") says nothing about its format: choose one in the node's settings")
              .atProperty("format");
    };
  }
}
