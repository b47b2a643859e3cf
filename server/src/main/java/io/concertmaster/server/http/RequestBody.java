package io.concertmaster.server.http;

import io.concertmaster.hosted.http.Pace;
import io.concertmaster.hosted.http.Room;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request within bounds of size and time. A body that comes drop by drop would
 * hold its thread for ever: the whole of it must be there in a time that grows with its size.
 */
final class RequestBody {
  /** What a line must carry at least. */
  private static final long BYTES_PER_SECOND = 64 * 1024;

  private RequestBody() {}

  /**
   * The bytes of a body.
   *
   * @param time for any body; more for a long one
   * @param room for what it holds in memory
   * @throws HttpProblem 413 when it is too large, 408 when it is too slow, 429 when there is no
   *     room
   */
  static byte[] read(Request request, int limit, Duration time, Room.Share room)
      throws HttpProblem {
    long declared = request.getLength();
    if (declared > limit) {
      throw tooLarge(limit);
    }
    Pace pace = new Pace(time, BYTES_PER_SECOND);
    // What is declared is not believed: memory is taken for what came.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    byte[] buffer = new byte[8_192];
    try (InputStream in = Request.asInputStream(request)) {
      int read = in.read(buffer);
      while (read >= 0) {
        if (!room.take(read)) {
          throw noRoom();
        }
        bytes.write(buffer, 0, read);
        if (bytes.size() > limit) {
          throw tooLarge(limit);
        }
        if (pace.isMissed(bytes.size())) {
          throw tooSlow();
        }
        read = in.read(buffer);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw tooSlow();
      }
      throw HttpProblem.badRequest("the body could not be read to its end");
    }
  }

  /**
   * Refuses what is not JSON by name: parsers that guess were fooled before.
   *
   * @throws HttpProblem 415 for any other type
   */
  static void mustBeJson(Request request) throws HttpProblem {
    String type = one(request, HttpHeader.CONTENT_TYPE);
    String plain = type == null ? "" : type.replace(" ", "").toLowerCase(Locale.ROOT);
    boolean json =
        plain.equals("application/json") || plain.equals("application/json;charset=utf-8");
    if (!json || one(request, HttpHeader.CONTENT_ENCODING) != null) {
      throw new HttpProblem(
          415, "unsupported-media-type", "the body must be application/json in UTF-8, not packed");
    }
  }

  /** Refuses a body where none is taken. */
  static void mustBeEmpty(Request request) throws HttpProblem {
    boolean chunked = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    if (request.getLength() > 0 || chunked) {
      throw new HttpProblem(415, "unsupported-media-type", "no body is taken here: leave it out");
    }
  }

  /** The only value of a header. */
  static @Nullable String one(Request request, HttpHeader header) throws HttpProblem {
    List<String> values = request.getHeaders().getValuesList(header);
    if (values.size() > 1) {
      throw HttpProblem.badRequest("the header " + header.asString() + " stands there twice");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  private static HttpProblem tooLarge(int limit) {
    return new HttpProblem(
        413, "too-large", "the body is larger than the " + limit + " bytes that are taken here");
  }

  private static HttpProblem noRoom() {
    return new HttpProblem(
            429, "busy", "too many large requests are under way: send it again a little later")
        .retryAfter(1);
  }

  private static HttpProblem tooSlow() {
    return new HttpProblem(408, "too-slow", "the body came too slowly: send it again");
  }
}
