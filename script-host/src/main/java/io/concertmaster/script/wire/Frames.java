package io.concertmaster.script.wire;

import io.concertmaster.node.data.JsonObject;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Frames on a pipe: four bytes of length, then a value by {@link ValueWriter}. Reading and writing
 * may go on at the same time, and any number of threads may write.
 */
public final class Frames {
  /** The longest frame, in bytes. */
  public static final int LONGEST = 256 * 1024 * 1024;

  /** As much is read at once: a length that lies costs no more memory than this. */
  private static final int PIECE = 1024 * 1024;

  private final DataInputStream in;
  private final OutputStream out;

  /** Frames from one stream and to another. */
  public Frames(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = out;
  }

  /**
   * Writes a message.
   *
   * @throws IOException when the other side is gone, or the message is too long
   */
  public void write(JsonObject message) throws IOException {
    ValueWriter writer = new ValueWriter();
    writer.write(message);
    byte[] bytes = writer.frame();
    synchronized (out) {
      out.write(bytes);
      out.flush();
    }
  }

  /**
   * Reads a message; empty where the other side is gone.
   *
   * @throws IOException when what comes is no message
   */
  public Optional<JsonObject> read() throws IOException {
    int length;
    try {
      length = in.readInt();
    } catch (EOFException e) {
      return Optional.empty();
    }
    if (length < 0 || length > LONGEST) {
      throw new IOException("a message of " + length + " bytes");
    }
    if (new ValueReader(bytes(length)).read() instanceof JsonObject message) {
      return Optional.of(message);
    }
    throw new IOException("a message that is no record");
  }

  private byte[] bytes(int length) throws IOException {
    if (length <= PIECE) {
      byte[] bytes = new byte[length];
      in.readFully(bytes);
      return bytes;
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the message ends early");
    }
    return bytes;
  }
}
