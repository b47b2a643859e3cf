package io.concertmaster.hosted.file;

import io.concertmaster.node.data.BinaryData;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file on its way out.
 *
 * @param file what it is
 * @param bytes read while they are sent; whoever sends closes them
 */
public record HandedFile(BinaryData file, InputStream bytes) {
  /**
   * Headers with which a browser keeps the file and never shows it: a stranger may have sent it,
   * and a page or a picture with scripts must not act as whoever looks. So its type is not said
   * either: its name has an ending.
   */
  public Map<String, String> kept() {
    Map<String, String> headers = new LinkedHashMap<>(headers("attachment"));
    headers.put("Content-Type", "application/octet-stream");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    headers.put("Cache-Control", "private, no-store");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    return headers;
  }

  /**
   * Type, length and name.
   *
   * @param disposition {@code inline} or {@code attachment}
   */
  public Map<String, String> headers(String disposition) {
    String type =
        file.mimeType().matches("[\\w.+-]+/[\\w.+-]+(; ?[\\w-]+=[\\w.-]+)?")
            ? file.mimeType()
            : "application/octet-stream";
    return Map.of(
        "Content-Type",
        type,
        "Content-Length",
        Long.toString(file.size()),
        "Content-Disposition",
        disposition + named(file.fileName()));
  }

  /** As RFC 6266 has it. */
  private static String named(String name) {
    String plain = name.replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
    String whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return name.isEmpty()
        ? ""
        : "; filename=\"" + plain + "\"; filename*=UTF-8''" + whole.replace("*", "%2A");
  }
}
