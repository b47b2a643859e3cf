package io.concertmaster.engine.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.concertmaster.engine.local.machine.Disk;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {
  private static final int FULL = 1;
  private static final int NO_LIMIT = 1_000_000;

  @TempDir Path folder;
  private final AtomicInteger pages = new AtomicInteger(NO_LIMIT);

  /** SQLite says by itself that the disk is full where a file would get more pages. */
  private final Disk limited =
      (file, settings) -> {
        var connection = Disk.SQLITE.open(file, settings);
        if (file.endsWith("journal.db")) {
          try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages.get());
          }
        }
        return connection;
      };

  private Stores open(Runnable giveUpReserve) {
    return Stores.open(
        new Machine(Machine.THIS.threads(), limited),
        folder.resolve("items.db"),
        folder.resolve("journal.db"),
        folder,
        Room.AMPLE,
        giveUpReserve);
  }

  @Test
  void aStoreThatCannotBeMadeForWantOfRoomIsMadeLater() {
    pages.set(FULL);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> open(() -> {}))
        .matches(StoreException::isForWantOfRoom)
        .withMessageContaining("is full");

    pages.set(NO_LIMIT);
    try (Stores stores = open(() -> {})) {
      assertThat(stores.journal().nextRun()).isEqualTo(1);
      assertThat(stores.journal().reader().names()).isNotNull();
    }
  }

  @Test
  void theRoomThatIsHeldBackIsGivenUpToMakeIt() {
    pages.set(FULL);
    try (Stores stores = open(() -> pages.set(NO_LIMIT))) {
      assertThat(stores.journal().nextRun()).isEqualTo(1);
    }
  }
}
