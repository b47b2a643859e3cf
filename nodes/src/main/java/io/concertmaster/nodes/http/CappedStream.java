package io.concertmaster.nodes.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that fails past a number of bytes: what is unpacked may be far longer than what came.
 */
final class CappedStream extends FilterInputStream {
  private final long largest;
  private long left;

  CappedStream(InputStream bytes, long largest) {
    super(bytes);
    this.largest = largest;
    this.left = largest;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) throws TooLargeException {
    left -= read;
    if (left < 0) {
      throw new TooLargeException(largest);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
