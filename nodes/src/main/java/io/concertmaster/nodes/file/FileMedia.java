package io.concertmaster.nodes.file;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.JsonObject;
import java.util.Locale;

/** What a file is as media, with its size as people read it. */
final class FileMedia {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

  private FileMedia() {}

  /** The facts; what is not known is left out. */
  static JsonObject of(BinaryData file) {
    JsonObject.Builder facts = JsonObject.builder().put("mimeType", file.mimeType());
    String type = fileType(file.mimeType());
    if (!type.isEmpty()) {
      facts.put("fileType", type);
    }
    facts.put("fileName", file.fileName());
    String extension = FileKinds.extension(file.fileName());
    if (!extension.isEmpty()) {
      facts.put("fileExtension", extension);
    }
    return facts.put("fileSize", size(file.size())).build();
  }

  /** The kind of viewer that shows it. */
  private static String fileType(String mimeType) {
    if (mimeType.equals("application/json")) {
      return "json";
    }
    if (mimeType.equals("text/html")) {
      return "html";
    }
    if (mimeType.equals("application/pdf")) {
      return "pdf";
    }
    String main = mimeType.split("/", 2)[0];
    return switch (main) {
      case "image", "audio", "video" -> main;
      case "text" -> "text";
      default -> mimeType.equals("application/javascript") ? "text" : "";
    };
  }

  /** Such as {@code 3 B} or {@code 1.23 MB}: three figures, units of a thousand. */
  static String size(long bytes) {
    double number = bytes;
    int unit = 0;
    while (number >= 999.5 && unit < UNITS.length - 1) {
      number /= 1000;
      unit++;
    }
    String figures = number >= 100 || unit == 0 ? "%.0f" : number >= 10 ? "%.1f" : "%.2f";
    String text = String.format(Locale.ROOT, figures, number);
    String shortest = text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    return shortest + " " + UNITS[unit];
  }
}
