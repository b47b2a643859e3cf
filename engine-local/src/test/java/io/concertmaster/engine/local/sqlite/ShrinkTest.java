package io.concertmaster.engine.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.concertmaster.engine.local.journal.Journal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShrinkTest {
  private static final String ROWS =
      "INSERT INTO definition(hash, text) WITH RECURSIVE n(i) AS"
          + " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
          + " SELECT 'hash ' || i, hex(randomblob(2000)) FROM n";

  @TempDir Path folder;

  @Test
  void aFileThatCannotBeWrittenIsToldAsSuch() throws Exception {
    SqliteFile file = Journal.file(folder.resolve("journal.db"));
    GroupWriter writer = new GroupWriter(file, () -> {});
    Journal.await(writer.submit(statements -> statements.executeToEnd(ROWS)));
    Journal.await(writer.submit(statements -> statements.execute("DELETE FROM definition")));
    writer.close();
    try (Readers readers = new Readers(file, 1)) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> Shrink.run(readers, writer))
          .satisfies(failure -> assertThat(failure.kind()).isEqualTo(StoreException.Kind.CLOSED));
    }
  }
}
