package io.concertmaster.hosted.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of a request in its one form.
 *
 * <p>Design note. Whoever checks a path and whoever serves it must see the same one; most holes in
 * routers come of two readings. So a path has one spelling only: segments of unreserved characters
 * (RFC 3986, 2.3), neither empty nor {@code .} nor {@code ..}. Everything else (percent signs, so
 * encoded slashes, dots, NUL and overlong UTF-8 too, semicolons, backslashes, double slashes) is
 * refused, not mended.
 */
public final class PlainPath {
  private static final int LONGEST = 2_000;
  private static final int SEGMENTS = 16;

  private PlainPath() {}

  /** The segments of a raw path; empty when it is spelled in any other way. */
  public static Optional<List<String>> segments(String raw) {
    if (raw.isEmpty() || raw.charAt(0) != '/' || raw.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> segments = new ArrayList<>();
    int start = 1;
    for (int i = 1; i <= raw.length(); i++) {
      if (i == raw.length() || raw.charAt(i) == '/') {
        String segment = raw.substring(start, i);
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
          return Optional.empty();
        }
        segments.add(segment);
        start = i + 1;
      } else if (!isUnreserved(raw.charAt(i))) {
        return Optional.empty();
      }
    }
    return segments.size() > SEGMENTS ? Optional.empty() : Optional.of(segments);
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
