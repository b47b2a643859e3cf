package io.concertmaster.hosted.http;

import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * What becomes of a body that nobody reads, because the request is refused.
 *
 * <p>Design note. Behind an unread body the next request of the connection cannot be found, so the
 * connection has to end. A client that is not told so sends its next request into a closed line;
 * and a line that is closed while bytes wait in it is reset, which can take the answer with it: who
 * sends a file that is too large would see a broken connection in place of the reason. So what
 * comes is read and thrown away while it flows, within bounds of size and time, and what is left
 * after that is told: {@code Connection: close} (RFC 9112, 9.6).
 */
public final class UnreadBody {
  /** Bytes that are thrown away at most: several times what any request may bring. */
  private static final long MOST = 64L << 20;

  /** Every sender is waited for so long. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Beyond that a sender is waited for who sends at least so much: 256 KB a second. */
  private static final long BYTES_PER_SECOND = 256 * 1024;

  /** What is thrown away in all takes no longer than this. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private UnreadBody() {}

  /** Before an answer is sent: reads on for a moment, else announces the end of the connection. */
  public static void leave(Request request, Response response) {
    if (response.isCommitted() || isRead(request)) {
      return;
    }
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
  }

  private static boolean isRead(Request request) {
    if (request.getLength() == 0) {
      return true;
    }
    // Who asks before sending has not sent anything.
    if (request.getHeaders().contains(HttpHeader.EXPECT)) {
      return false;
    }
    Pace pace = new Pace(PATIENCE, BYTES_PER_SECOND);
    long size = 0;
    while (size <= MOST) {
      if (pace.isMissed(size) || pace.isOver(LONGEST)) {
        return false;
      }
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        if (!slept()) {
          return false;
        }
        continue;
      }
      size += chunk.remaining();
      chunk.release();
      if (Content.Chunk.isFailure(chunk)) {
        return false;
      }
      if (chunk.isLast()) {
        return true;
      }
    }
    return false;
  }

  private static boolean slept() {
    try {
      Thread.sleep(2);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
