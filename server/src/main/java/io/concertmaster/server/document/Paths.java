package io.concertmaster.server.document;

import io.concertmaster.server.http.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names and paths as the server takes them: plain ones, that stay in their folder. */
public final class Paths {
  private static final Pattern ID = Pattern.compile("[a-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]{0,99}");
  private static final int DEEPEST = 8;

  /** File systems take 255 bytes for a name; some are for the name of a file that is written. */
  private static final int BYTES = 200;

  private Paths() {}

  /**
   * An id of a workflow, a form, a project, a credential or a person.
   *
   * @throws HttpProblem when it is none
   */
  public static String id(String text, String what) throws HttpProblem {
    if (!ID.matcher(text).matches()) {
      throw HttpProblem.badRequest(
          what
              + " is made of letters, digits, “-” and “_”, begins with a small letter or a digit,"
              + " and has at most 64 characters");
    }
    return text;
  }

  /**
   * The path of a document's file within its project.
   *
   * @throws HttpProblem when it is no plain one
   */
  public static String file(String text) throws HttpProblem {
    String[] segments = text.split("/", -1);
    for (String each : segments) {
      if (!SEGMENT.matcher(each).matches() || each.endsWith(".") || each.endsWith(" ")) {
        throw refused();
      }
      if (each.getBytes(StandardCharsets.UTF_8).length > BYTES) {
        throw HttpProblem.badRequest(
            "the name “"
                + each
                + "” is too long for a file: take one of at most "
                + BYTES
                + " bytes");
      }
    }
    if (segments.length > DEEPEST || !text.endsWith(".json")) {
      throw refused();
    }
    return text;
  }

  private static HttpProblem refused() {
    return HttpProblem.badRequest(
        "a path is made of at most "
            + DEEPEST
            + " plain names with “/” between, ends with “.json” and leads nowhere else");
  }
}
