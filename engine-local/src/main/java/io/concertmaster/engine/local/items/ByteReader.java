package io.concertmaster.engine.local.items;

/** Reads what {@link ByteWriter} wrote. Past the end it throws an index error. */
final class ByteReader {
  private byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Goes to a place in other bytes. */
  void aim(byte[] other, int position) {
    bytes = other;
    at = position;
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  byte[] bytes() {
    return bytes;
  }

  int position() {
    return at;
  }

  /** Goes over a run of bytes and tells where it began. */
  int take(int length) {
    int start = at;
    if (length < 0 || length > bytes.length - at) {
      throw new IndexOutOfBoundsException("a run of " + length + " bytes passes the end");
    }
    at += length;
    return start;
  }

  int readByte() {
    return bytes[at++] & 0xFF;
  }

  long readUnsigned() {
    long value = 0;
    int shift = 0;
    while (true) {
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
      shift += 7;
    }
  }

  int readCount() {
    return Math.toIntExact(readUnsigned());
  }

  long readSigned() {
    long raw = readUnsigned();
    return (raw >>> 1) ^ -(raw & 1);
  }

  long readLong() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | (bytes[at++] & 0xFF);
    }
    return value;
  }
}
