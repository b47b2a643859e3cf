package io.concertmaster.hosted.http;

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

  /** Every sender is waited for so long, in nanoseconds. */
  private static final long PATIENCE = 1_000_000_000L;

  /** Beyond that a sender is waited for who sends at least so much: 256 KB a second. */
  private static final long BYTES_PER_SECOND = 256 * 1024;

  /** What is thrown away in all takes no longer than this, in nanoseconds. */
  private static final long LONGEST = 10_000_000_000L;

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
    long begin = System.nanoTime();
    long size = 0;
    while (size <= MOST) {
      long allowed = Math.min(LONGEST, PATIENCE + size * 1_000_000_000L / BYTES_PER_SECOND);
      if (System.nanoTime() - begin > allowed) {
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
