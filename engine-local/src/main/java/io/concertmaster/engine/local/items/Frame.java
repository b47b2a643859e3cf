package io.concertmaster.engine.local.items;

import java.util.Arrays;
import java.util.zip.CRC32C;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/**
 * How bytes lie in the store: a byte that names the codec, and what the codec made. LZ4 buys disk,
 * not time; where it buys nothing the bytes lie as they are.
 */
final class Frame {
  private static final int RAW = 0;

  /** The length before compression in four bytes, highest first, then an LZ4 block. */
  private static final int LZ4 = 1;

  private static final int HEAD = 5;

  private Frame() {}

  static byte[] pack(byte[] content) {
    var compressor = LZ4Factory.fastestInstance().fastCompressor();
    byte[] packed = new byte[HEAD + compressor.maxCompressedLength(content.length)];
    int length = compressor.compress(content, 0, content.length, packed, HEAD);
    if (length + HEAD >= content.length) {
      byte[] raw = new byte[content.length + 1];
      raw[0] = RAW;
      System.arraycopy(content, 0, raw, 1, content.length);
      return raw;
    }
    packed[0] = LZ4;
    for (int i = 0; i < 4; i++) {
      packed[1 + i] = (byte) (content.length >>> (24 - 8 * i));
    }
    return Arrays.copyOf(packed, HEAD + length);
  }

  /**
   * The content.
   *
   * @throws IllegalArgumentException when the bytes are no frame
   */
  static byte[] unpack(byte[] frame) {
    if (frame.length > 0 && frame[0] == RAW) {
      return Arrays.copyOfRange(frame, 1, frame.length);
    }
    if (frame.length < HEAD || frame[0] != LZ4) {
      throw new IllegalArgumentException("not a frame");
    }
    int length = 0;
    for (int i = 1; i < HEAD; i++) {
      length = length << 8 | (frame[i] & 0xFF);
    }
    if (length < 0 || length > ByteWriter.MAX) {
      throw new IllegalArgumentException("not a frame");
    }
    byte[] content = new byte[length];
    try {
      int read =
          LZ4Factory.fastestInstance()
              .safeDecompressor()
              .decompress(frame, HEAD, frame.length - HEAD, content, 0);
      if (read != length) {
        throw new IllegalArgumentException("not a frame");
      }
    } catch (LZ4Exception e) {
      throw new IllegalArgumentException("not a frame", e);
    }
    return content;
  }

  /** The checksum that lies beside a frame. */
  static long checksum(byte[] frame) {
    CRC32C crc = new CRC32C();
    crc.update(frame, 0, frame.length);
    return crc.getValue();
  }
}
