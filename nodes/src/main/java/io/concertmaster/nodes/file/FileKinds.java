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

  static final String XLS = "application/vnd.ms-excel";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("avi", "video/x-msvideo"),
          Map.entry("bmp", "image/bmp"),
          Map.entry("csv", CSV),
          Map.entry(
              "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          Map.entry("doc", "application/msword"),
          Map.entry("edi", "application/EDI-X12"),
          Map.entry("gif", "image/gif"),
          Map.entry("gz", "application/gzip"),
          Map.entry("htm", "text/html"),
          Map.entry("html", "text/html"),
          Map.entry("ico", "image/vnd.microsoft.icon"),
          Map.entry("ics", "text/calendar"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("json", JSON),
          Map.entry("jsonl", JSON_LINES),
          Map.entry("log", "text/plain"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("md", "text/markdown"),
          Map.entry("mov", "video/quicktime"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("ndjson", JSON_LINES),
          Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
          Map.entry("odt", "application/vnd.oasis.opendocument.text"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("png", "image/png"),
          Map.entry(
              "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
          Map.entry("rtf", "application/rtf"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("tar", "application/x-tar"),
          Map.entry("tif", "image/tiff"),
          Map.entry("tiff", "image/tiff"),
          Map.entry("tsv", "text/tab-separated-values"),
          Map.entry("txt", "text/plain"),
          Map.entry("wav", "audio/wav"),
          Map.entry("webm", "video/webm"),
          Map.entry("webp", "image/webp"),
          Map.entry("xls", XLS),
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

  /** The usual extension of a media type, without its dot; empty where none is known. */
  public static String extensionOf(String mimeType) {
    String bare = mimeType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (bare) {
      case "image/jpeg" -> "jpg";
      case "text/plain" -> "txt";
      case "text/html" -> "html";
      case "image/tiff" -> "tiff";
      case JSON_LINES -> "jsonl";
      case "application/yaml" -> "yaml";
      default ->
          TYPES.entrySet().stream()
              .filter(entry -> entry.getValue().equals(bare))
              .map(Map.Entry::getKey)
              .sorted()
              .findFirst()
              .orElse("");
    };
  }

  /** The media type of a name's extension; {@link #UNKNOWN} where that says nothing. */
  public static String mimeType(String fileName) {
    return TYPES.getOrDefault(extension(fileName), UNKNOWN);
  }
}
