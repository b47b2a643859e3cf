package io.concertmaster.hosted.hook;

import io.concertmaster.hosted.hook.HookBody.NotTakenException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a body of type {@code application/x-www-form-urlencoded}.
 *
 * <p>Design note. Everybody may send one, so the time for it grows with its size and no faster,
 * whatever the names are; that is why no library reads it. Nothing is mended: a byte that is no
 * part of a character would become another value than the one that was sent.
 */
public final class FormBody {
  /** So many fields a body has at most. */
  static final int MOST = 100_000;

  private final byte[] body;
  private final Charset charset;
  private final byte[] decoded;

  private FormBody(byte[] body, Charset charset) {
    this.body = body;
    this.charset = charset;
    this.decoded = new byte[body.length];
  }

  /**
   * Reads a body; fields without a name are left out.
   *
   * @param charset in which its characters are written as bytes
   * @return the values of each name, in the order in which they came
   * @throws NotTakenException 400 where it is not encoded as it must be, 413 where it has more than
   *     100,000 fields
   */
  public static Map<String, List<String>> fields(byte[] body, Charset charset)
      throws NotTakenException {
    return new FormBody(body, charset).fields();
  }

  private Map<String, List<String>> fields() throws NotTakenException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int count = 0;
    for (int start = 0; start < body.length; ) {
      int end = find('&', start, body.length);
      int equals = find('=', start, end);
      if (equals > start) {
        if (++count > MOST) {
          throw new NotTakenException(413, "a form has at most " + MOST + " fields");
        }
        fields
            .computeIfAbsent(text(start, equals), each -> new ArrayList<>(1))
            .add(text(Math.min(equals + 1, end), end));
      }
      start = end + 1;
    }
    return fields;
  }

  /** Where a character stands; the end where it does not. */
  private int find(char wanted, int from, int end) {
    int at = from;
    while (at < end && body[at] != wanted) {
      at++;
    }
    return at;
  }

  private String text(int from, int end) throws NotTakenException {
    int length = 0;
    for (int i = from; i < end; i++) {
      byte next = body[i];
      if (next == '%') {
        int high = i + 2 < end ? Character.digit(body[i + 1], 16) : -1;
        int low = i + 2 < end ? Character.digit(body[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw new NotTakenException(400, "a percent sign in the fields begins no byte");
        }
        next = (byte) (high << 4 | low);
        i += 2;
      } else if (next == '+') {
        next = ' ';
      }
      decoded[length++] = next;
    }
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(decoded, 0, length)).toString();
    } catch (CharacterCodingException e) {
      throw new NotTakenException(400, "the fields are not encoded in " + charset.name());
    }
  }
}
