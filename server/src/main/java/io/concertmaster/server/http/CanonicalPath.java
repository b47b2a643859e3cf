package io.concertmaster.server.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a request in its one form.
 *
 * <p>Design note. Whoever checks a path and whoever serves it must see the same one; most holes in
 * routers come of two readings. So a path has one spelling only: segments of unreserved characters
 * (RFC 3986, 2.3), neither empty nor {@code .} nor {@code ..}. Everything else (percent signs, so
 * encoded slashes, dots, NUL and overlong UTF-8 too, semicolons, backslashes, double slashes) is
 * refused, not mended.
 */
final class CanonicalPath {
  private static final int LONGEST = 2_000;
  private static final int SEGMENTS = 16;

  private CanonicalPath() {}

  /**
   * The segments of a raw path; none in that of the address itself, {@code /}.
   *
   * @throws HttpProblem 400 when it is spelled in any other way
   */
  static List<String> segments(String raw) throws HttpProblem {
    if (raw.isEmpty() || raw.charAt(0) != '/' || raw.length() > LONGEST) {
      throw refused();
    }
    if (raw.equals("/")) {
      return List.of();
    }
    List<String> segments = new ArrayList<>();
    int start = 1;
    for (int i = 1; i <= raw.length(); i++) {
      if (i == raw.length() || raw.charAt(i) == '/') {
        segments.add(segment(raw.substring(start, i)));
        start = i + 1;
      } else if (!isUnreserved(raw.charAt(i))) {
        throw refused();
      }
    }
    if (segments.size() > SEGMENTS) {
      throw refused();
    }
    return segments;
  }

  private static String segment(String text) throws HttpProblem {
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw refused();
    }
    return text;
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

  private static HttpProblem refused() {
    return new HttpProblem(
        400,
        "bad-path",
        "the path is not in its plain form: letters, digits, “-”, “.”, “_” and “~” between single"
            + " slashes, nothing encoded");
  }
}
