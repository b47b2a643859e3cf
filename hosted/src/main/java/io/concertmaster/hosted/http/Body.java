package io.concertmaster.hosted.http;

import io.concertmaster.hosted.hook.HookBody.NotTakenException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Request;

/**
 * Reads the body of a request within bounds of size and time: one that comes drop by drop would
 * hold its place for ever.
 */
final class Body {
  /** A body must be there after this, where nothing else is said. */
  static final Duration TIME = Duration.ofSeconds(10);

  /** What a line must carry at least, beyond that: 64 KB a second. */
  private static final long BYTES_PER_SECOND = 64 * 1024;

  private static final String PATIENCE = Body.class.getName() + ".patience";
  private static final String HELD = Body.class.getName() + ".held";

  /** What all requests together hold in memory: a quarter of it. */
  private static final Room ROOM = new Room(Runtime.getRuntime().maxMemory() / 4);

  private Body() {}

  static byte[] read(Request request, int limit) throws NotTakenException {
    long declared = request.getLength();
    if (declared == 0) {
      return new byte[0];
    }
    refuseLarge(declared, limit);
    // What is declared is not believed: memory is taken for what came.
    HeldBytes bytes = new HeldBytes(request);
    copy(request, limit, bytes);
    return bytes.toByteArray();
  }

  /**
   * The request's body must be there after another time, and a second more for each 64 KB of it.
   */
  static void within(Duration patience, Request request) {
    request.setAttribute(PATIENCE, patience);
  }

  /** The request is served: its body needs no memory any more. */
  static void letGo(Request request) {
    if (request.removeAttribute(HELD) instanceof Room.Share held) {
      held.close();
    }
  }

  /** Bytes in memory that all requests share. */
  private static final class HeldBytes extends ByteArrayOutputStream {
    private final Room.Share share;

    HeldBytes(Request request) {
      super(1_024);
      this.share = request.getAttribute(HELD) instanceof Room.Share held ? held : ROOM.share();
      request.setAttribute(HELD, share);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      if (!share.take(length)) {
        throw new NoRoomException();
      }
      super.write(bytes, from, length);
    }
  }

  private static final class NoRoomException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Reads the body to a file, which is there whether this succeeds or not. */
  static void read(Request request, long limit, Path file) throws NotTakenException {
    try (OutputStream bytes = Files.newOutputStream(file)) {
      copy(request, limit, bytes);
    } catch (IOException e) {
      throw new NotTakenException(503, "the body cannot be kept now: send it again later");
    }
  }

  private static void refuseLarge(long declared, long limit) throws NotTakenException {
    if (declared > limit) {
      throw new NotTakenException(413, "the body is larger than " + limit + " bytes");
    }
  }

  private static void copy(Request request, long limit, OutputStream bytes)
      throws NotTakenException {
    refuseLarge(request.getLength(), limit);
    Duration patience = request.getAttribute(PATIENCE) instanceof Duration set ? set : TIME;
    Pace pace = new Pace(patience, BYTES_PER_SECOND);
    long size = 0;
    byte[] buffer = new byte[8_192];
    try (InputStream in = Request.asInputStream(request)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
        size += read;
        if (size > limit) {
          throw new NotTakenException(413, "the body is larger than " + limit + " bytes");
        }
        if (pace.isMissed(size)) {
          throw tooSlow();
        }
      }
    } catch (NoRoomException e) {
      throw new NotTakenException(
          429, "too many large calls are under way: send it again a little later");
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw tooSlow();
      }
      throw new NotTakenException(400, "the body could not be read to its end");
    }
  }

  private static NotTakenException tooSlow() {
    return new NotTakenException(408, "the body came too slowly: send it again");
  }
}
