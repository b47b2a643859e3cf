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
 * and a line that is closed while bytes wait in it is reset, which can take the answer with it. So
 * a small body is read and thrown away for a moment, and what is left after that is told: {@code
 * Connection: close} (RFC 9112, 9.6).
 */
public final class UnreadBody {
  private static final int MOST = 64 * 1024;
  private static final long PATIENCE = 250_000_000L;

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
    // Who asks before sending has not sent anything; who sends much is not waited for.
    if (request.getHeaders().contains(HttpHeader.EXPECT) || request.getLength() > MOST) {
      return false;
    }
    long end = System.nanoTime() + PATIENCE;
    long size = 0;
    while (size <= MOST) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        if (System.nanoTime() > end || !slept()) {
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
