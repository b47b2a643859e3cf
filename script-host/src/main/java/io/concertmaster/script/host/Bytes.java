package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * What {@code bytes.js} has done by Java: texts to bytes and back, comparing and finding. An
 * interpreter takes a hundred times as long.
 */
final class Bytes {
  private Bytes() {}

  /** The functions by their names. */
  static Map<String, ProxyExecutable> functions() {
    return Map.of(
        "bytesOf", a -> buffer(Encoding.of(a[1].asString()).bytes(a[0].asString()), a[2]),
        "textOf", a -> text(Encoding.of(a[3].asString()).text(read(a, 0))),
        "isEncoding", a -> Encoding.named(a[0].asString()).isPresent(),
        "compare", a -> Integer.signum(Arrays.compareUnsigned(read(a, 0), read(a, 3))),
        "indexOf", a -> find(read(a, 0), read(a, 3), a[6].asInt(), a[7].asBoolean()),
        "charset", a -> Decoding.named(a[0].asString()),
        "decode", Bytes::decode);
  }

  private static Object decode(Value[] a) {
    Decoding.Decoded decoded =
        Decoding.decode(read(a, 0), a[3].asString(), a[4].asBoolean(), a[5].asBoolean());
    return ProxyArray.fromArray(text(decoded.text()), decoded.used());
  }

  private static String text(String text) {
    if (text.length() > Frame.LONGEST_STRING) {
      throw Failure.raised(
          Kind.LIMIT, "the bytes make a text of more than " + Frame.LONGEST_STRING + " characters");
    }
    return text;
  }

  /** The bytes of three arguments: an ArrayBuffer, an offset and a length. */
  static byte[] read(Value[] arguments, int from) {
    byte[] bytes = new byte[arguments[from + 2].asInt()];
    arguments[from].readBuffer(arguments[from + 1].asLong(), bytes, 0, bytes.length);
    return bytes;
  }

  /**
   * An ArrayBuffer of the script's with these bytes.
   *
   * @param make gives one of a size
   */
  static Value buffer(byte[] bytes, Value make) {
    Value buffer = make.execute(bytes.length);
    int at = 0;
    for (; at + 8 <= bytes.length; at += 8) {
      long eight = 0;
      for (int i = 0; i < 8; i++) {
        eight = eight << 8 | (bytes[at + i] & 0xFF);
      }
      buffer.writeBufferLong(ByteOrder.BIG_ENDIAN, at, eight);
    }
    for (; at < bytes.length; at++) {
      buffer.writeBufferByte(at, bytes[at]);
    }
    return buffer;
  }

  private static int find(byte[] bytes, byte[] sought, int from, boolean back) {
    int last = bytes.length - sought.length;
    int step = back ? -1 : 1;
    for (int at = back ? Math.min(from, last) : from; at >= 0 && at <= last; at += step) {
      if (Arrays.mismatch(bytes, at, at + sought.length, sought, 0, sought.length) < 0) {
        return at;
      }
    }
    return -1;
  }
}
