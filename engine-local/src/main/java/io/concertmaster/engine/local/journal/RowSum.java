package io.concertmaster.engine.local.journal;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The checksum of a row: CRC-32C over its values as texts, each ended by a zero byte. */
final class RowSum {
  private RowSum() {}

  static long of(@Nullable Object... values) {
    CRC32C crc = new CRC32C();
    for (Object value : values) {
      if (value != null) {
        crc.update(value.toString().getBytes(StandardCharsets.UTF_8));
      }
      crc.update(value == null ? 1 : 0);
    }
    return crc.getValue();
  }
}
