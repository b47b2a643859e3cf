package io.concertmaster.engine.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.local.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final int MEGABYTE = 1 << 20;
  private static final String ROW = "x".repeat(3_000);

  @TempDir Path folder;

  @Test
  void aLogStaysShortWhileMuchIsWritten() throws Exception {
    Path file = folder.resolve("journal.db");
    try (GroupWriter writer = new GroupWriter(Journal.file(file), () -> {})) {
      for (int round = 0; round < 60; round++) {
        CompletableFuture<Void> newest = CompletableFuture.completedFuture(null);
        for (int i = 0; i < 100; i++) {
          String name = round + "/" + i;
          newest =
              writer.submit(statements -> {
                PreparedStatement insert =
                    statements.of(
                        "INSERT INTO static_data(workflow_id, node, json) VALUES(?, '', ?)");
                insert.setString(1, name);
                insert.setString(2, ROW);
                insert.executeUpdate();
              });
        }
        newest.join();
      }
      assertThat(Files.size(folder.resolve("journal.db-wal"))).isLessThan(8L * MEGABYTE);
      assertThat(Files.size(file)).isGreaterThan(10L * MEGABYTE);
    }
  }
}
