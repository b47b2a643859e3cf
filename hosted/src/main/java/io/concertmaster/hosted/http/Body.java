package io.concertmaster.hosted.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;

/**
 * Reads the body of a request within bounds of size and time: one that comes drop by drop would
 * hold its place for ever.
 */
final class Body {
  private static final long TIME = TimeUnit.SECONDS.toNanos(10);

  /** What a line must carry at least, beyond that: 64 KB a second. */
  private static final long BYTES_PER_SECOND = 64 * 1024;

  private Body() {}

  /** A body that is not taken. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String message) {
      super(message, null, false, false);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  static byte[] read(Request request, int limit) throws Refused {
    long declared = request.getLength();
    if (declared == 0) {
      return new byte[0];
    }
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(declared < 0 || declared > limit ? 1_024 : (int) declared);
    copy(request, limit, bytes);
    return bytes.toByteArray();
  }

  /** Reads the body to a file, which is there whether this succeeds or not. */
  static void read(Request request, long limit, Path file) throws Refused {
    try (OutputStream bytes = Files.newOutputStream(file)) {
      copy(request, limit, bytes);
    } catch (IOException e) {
      throw new Refused(503, "the body cannot be kept now: send it again later");
    }
  }

  private static void copy(Request request, long limit, OutputStream bytes) throws Refused {
    if (request.getLength() > limit) {
      throw new Refused(413, "the body is larger than " + limit + " bytes");
    }
    long begin = System.nanoTime();
    long size = 0;
    byte[] buffer = new byte[8_192];
    try (InputStream in = Request.asInputStream(request)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
        size += read;
        if (size > limit) {
          throw new Refused(413, "the body is larger than " + limit + " bytes");
        }
        long allowed = TIME + size * 1_000_000_000L / BYTES_PER_SECOND;
        if (System.nanoTime() - begin > allowed) {
          throw new Refused(408, "the body came too slowly: send it again");
        }
      }
    } catch (IOException e) {
      throw new Refused(400, "the body could not be read to its end");
    }
  }
}
