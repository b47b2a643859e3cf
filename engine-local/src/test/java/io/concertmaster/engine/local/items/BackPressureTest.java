package io.concertmaster.engine.local.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.node.data.Item;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackPressureTest {
  private static final int TEXT = 4_000;

  @TempDir Path folder;

  @Test
  void whoeverWritesWaitsForADiskThatStandsStill() throws Exception {
    Path path = folder.resolve("items.db");
    int items = 20_000; // 80 MB, ten times what may wait
    AtomicInteger written = new AtomicInteger();
    try (Blobs blobs = Blobs.open(Machine.THIS, path, () -> {});
        Connection brake = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = brake.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      ListWriter list = new ItemStore(blobs).write();
      FutureTask<Long> producer =
          new FutureTask<>(() -> {
            Random random = new Random(5);
            byte[] bytes = new byte[TEXT / 4 * 3];
            for (int i = 0; i < items; i++) {
              random.nextBytes(bytes);
              list.add(Item.of("text", Base64.getEncoder().encodeToString(bytes)));
              written.incrementAndGet();
            }
            return list.finish(Lineage.AS_SAID).size();
          });
      Thread.ofPlatform().start(producer);

      int before = -1;
      for (int now = 0; now != before || now == 0; now = written.get()) {
        before = now;
        Thread.sleep(300);
      }
      assertThat((long) before * TEXT)
          .as("bytes that came to rest before a disk that stands still")
          .isLessThan(3L * Blobs.WAITING * 1_024 + 3L * ChunkWriter.BYTES);
      assertThat(producer.isDone()).isFalse();

      statement.execute("ROLLBACK");
      assertThat(producer.get()).isEqualTo(items);
    }
  }
}
