package io.concertmaster.nodes.file;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a file is, told from its first bytes. */
final class Signature {
  private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

  static {
    BEGINNINGS.put("\u0089PNG\r\n\u001a\n", "image/png");
    BEGINNINGS.put("\u00ff\u00d8\u00ff", "image/jpeg");
    BEGINNINGS.put("GIF8", "image/gif");
    BEGINNINGS.put("%PDF-", "application/pdf");
    BEGINNINGS.put("PK\u0003\u0004", "application/zip");
    BEGINNINGS.put("\u001f\u008b", "application/gzip");
    BEGINNINGS.put("BM", "image/bmp");
    BEGINNINGS.put("II*\0", "image/tiff");
    BEGINNINGS.put("MM\0*", "image/tiff");
    BEGINNINGS.put("ID3", "audio/mpeg");
    BEGINNINGS.put("OggS", "audio/ogg");
    BEGINNINGS.put("fLaC", "audio/flac");
    BEGINNINGS.put("\u001aE\u00df\u00a3", "video/webm");
    BEGINNINGS.put("7z\u00bc\u00af'\u001c", "application/x-7z-compressed");
    BEGINNINGS.put("Rar!", "application/vnd.rar");
    BEGINNINGS.put("{\\rtf", "application/rtf");
    BEGINNINGS.put("<?xml", "application/xml");
    BEGINNINGS.put("\u00d0\u00cf\u0011\u00e0", "application/x-cfb");
  }

  private Signature() {}

  /** The media type; {@code text/plain} for bytes that begin like none. */
  static String mimeType(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return "image/webp";
    }
    if (start.startsWith("RIFF") && start.startsWith("WAVE", 8)) {
      return "audio/wav";
    }
    if (start.startsWith("ftyp", 4)) {
      return start.startsWith("M4A", 8) ? "audio/mp4" : "video/mp4";
    }
    return BEGINNINGS.entrySet().stream()
        .filter(entry -> start.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("text/plain");
  }
}
