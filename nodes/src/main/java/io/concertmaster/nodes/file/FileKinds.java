package io.concertmaster.nodes.file;

import java.util.Locale;
import java.util.Map;

/** What a file is, told from its name: the extension and the media type (IANA's registry). */
public final class FileKinds {
  /** The media type of bytes of which nothing is known. */
  public static final String UNKNOWN = "application/octet-stream";

  static final String CSV = "text/csv";
  static final String JSON = "application/json";
  static final String JSON_LINES = "application/jsonl";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("bmp", "image/bmp"),
          Map.entry("csv", CSV),
          Map.entry(
              "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          Map.entry("edi", "application/EDI-X12"),
          Map.entry("gif", "image/gif"),
          Map.entry("gz", "application/gzip"),
          Map.entry("htm", "text/html"),
          Map.entry("html", "text/html"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("json", JSON),
          Map.entry("jsonl", JSON_LINES),
          Map.entry("log", "text/plain"),
          Map.entry("md", "text/markdown"),
          Map.entry("ndjson", JSON_LINES),
          Map.entry("pdf", "application/pdf"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("tsv", "text/tab-separated-values"),
          Map.entry("txt", "text/plain"),
          Map.entry("webp", "image/webp"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("xlsx", XLSX),
          Map.entry("xml", "application/xml"),
          Map.entry("yaml", "application/yaml"),
          Map.entry("yml", "application/yaml"),
          Map.entry("zip", "application/zip"));

  private FileKinds() {}

  /** The extension in small letters without its dot; empty where the name has none. */
  public static String extension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot <= 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The media type of a name's extension; {@link #UNKNOWN} where that says nothing. */
  public static String mimeType(String fileName) {
    return TYPES.getOrDefault(extension(fileName), UNKNOWN);
  }
}
