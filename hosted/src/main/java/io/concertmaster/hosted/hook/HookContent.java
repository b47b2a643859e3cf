package io.concertmaster.hosted.hook;

import io.concertmaster.model.io.Sha256;
import io.concertmaster.node.data.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What came in the body of a call.
 *
 * @param bytes as they came
 * @param parts of a body of type {@code multipart/form-data}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody changes the bytes
record HookContent(byte[] bytes, Optional<HookParts> parts) {
  /**
   * What is the same when a call is sent again: the SHA-256 of its method, path, query, media type
   * and body. Headers may differ from try to try. Of a body of several parts it is their contents,
   * since what stands between them is made up anew each time.
   */
  String hash(HookCall call) {
    MessageDigest sha = Sha256.begin();
    add(sha, call.method());
    add(sha, call.path());
    add(sha, Json.write(call.query()));
    add(sha, call.mediaType());
    if (parts.isEmpty()) {
      add(sha, bytes);
    } else {
      parts
          .get()
          .fields()
          .forEach((name, values) -> {
            add(sha, name);
            add(sha, values);
          });
      for (HookParts.Part each : parts.get().files()) {
        add(sha, each.field());
        add(sha, each.name());
        add(sha, each.type());
        add(sha, each.bytes());
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void add(MessageDigest sha, List<String> texts) {
    add(sha, Integer.toString(texts.size()));
    texts.forEach(each -> add(sha, each));
  }

  private static void add(MessageDigest sha, String text) {
    add(sha, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes behind their number, so that none can count for the next ones. */
  private static void add(MessageDigest sha, byte[] bytes) {
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    sha.update(bytes);
  }
}
