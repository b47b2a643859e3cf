package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.plan.EventJson;
import io.concertmaster.node.data.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.zip.CRC32C;

/** An event as a row of the table. */
record EventRow(long run, long seq, String kind, String node, long ts, String body) {
  static EventRow of(long run, Recorded recorded) {
    return new EventRow(
        run,
        recorded.seq(),
        EventJson.kind(recorded.event()),
        EventJson.node(recorded.event()),
        recorded.at().toEpochMilli(),
        Json.write(EventJson.body(recorded.event())));
  }

  /** A row of which the first five columns are those behind the run's number. */
  static EventRow read(long run, ResultSet row) throws SQLException {
    return new EventRow(
        run, row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5));
  }

  /**
   * The event that the row holds.
   *
   * @throws IllegalArgumentException when it holds none that this version knows
   */
  Recorded recorded() {
    return new Recorded(
        seq, Instant.ofEpochMilli(ts), EventJson.event(kind, node, Json.parseObject(body)));
  }

  long checksum() {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(24).putLong(run).putLong(seq).putLong(ts).flip());
    for (String text : new String[] {kind, node, body}) {
      crc.update(text.getBytes(StandardCharsets.UTF_8));
      crc.update(0);
    }
    return crc.getValue();
  }
}
