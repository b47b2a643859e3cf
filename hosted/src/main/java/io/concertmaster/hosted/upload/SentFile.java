package io.concertmaster.hosted.upload;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file as it came with a request.
 *
 * @param field name of the control or part
 * @param name what the sender calls it, cleaned: no folders, no control characters
 * @param type media type as the sender says, in small letters; {@code application/octet-stream}
 *     where that is none
 * @param size bytes
 * @param bytes where they lie until the request has been served
 */
public record SentFile(String field, String name, String type, long size, Path bytes) {
  private static final int LONGEST = 200;

  public SentFile {
    name = clean(name);
    type = mediaType(type);
  }

  /** A name that stands for a file and for nothing else. */
  static String clean(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}:*?\"<>|]", "").strip();
    plain = plain.replaceAll("^\\.+|[. ]+$", "");
    if (plain.length() > LONGEST) {
      int point = plain.lastIndexOf('.');
      String ending = point > 0 && plain.length() - point <= 20 ? plain.substring(point) : "";
      plain = plain.substring(0, LONGEST - ending.length()) + ending;
    }
    return plain.isEmpty() ? "file" : plain;
  }

  private static String mediaType(String given) {
    String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.matches("[a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,80}")
        ? type
        : "application/octet-stream";
  }
}
