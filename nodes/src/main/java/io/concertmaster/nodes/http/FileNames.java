package io.concertmaster.nodes.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the file of an answer is called: as the server says, or as the address ends. */
final class FileNames {
  /** {@code filename*=UTF-8''name} of RFC 8187. */
  private static final Pattern EXTENDED =
      Pattern.compile("filename\\*=UTF-8''([^;\\s]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern PLAIN =
      Pattern.compile("filename=(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  private FileNames() {}

  static String of(Answer answer) {
    String disposition = answer.header("content-disposition");
    Matcher extended = EXTENDED.matcher(disposition);
    if (extended.find()) {
      return safe(decode(extended.group(1)));
    }
    Matcher plain = PLAIN.matcher(disposition);
    if (plain.find()) {
      return safe(plain.group(1) == null ? plain.group(2) : plain.group(1));
    }
    String path = answer.uri().getPath();
    return safe(path == null ? "" : path);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** The last part of a name: a server must not choose folders. */
  private static String safe(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip();
    return clean.isEmpty() || clean.equals(".") || clean.equals("..") ? "answer" : clean;
  }
}
