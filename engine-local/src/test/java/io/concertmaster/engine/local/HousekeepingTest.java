package io.concertmaster.engine.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HousekeepingTest {
  private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());

  @TempDir Path home;

  private final BlockingQueue<Retention> turns = new LinkedBlockingQueue<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          told.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(listener);
  }

  private Housekeeping open(Housekeeping.Work work) {
    Duration soon = Duration.ofMillis(5);
    return new Housekeeping(home, work, InstantSource.system(), soon, soon);
  }

  private void write(String retention) throws Exception {
    Path whole = Files.writeString(home.resolve("being-written"), retention);
    Files.move(whole, home.resolve("retention.json"), StandardCopyOption.ATOMIC_MOVE);
  }

  private Retention nextTurn() throws InterruptedException {
    return requireNonNull(turns.poll(30, TimeUnit.SECONDS), "no turn came");
  }

  @Test
  void aTurnThatFailsIsToldOnceAndTheNextComes() throws Exception {
    write("{\"keep\": 3}");
    AtomicInteger count = new AtomicInteger();
    StoreException full = new StoreException(StoreException.Kind.FULL, "the disk is full", null);
    try (Housekeeping _ =
        open((retention, _) -> {
          turns.add(retention);
          int turn = count.incrementAndGet();
          if (turn <= 2) {
            throw new CompletionException(full);
          } else if (turn <= 4) {
            throw full;
          } else if (turn == 5) {
            throw new EngineException(EngineException.Reason.STORE_LOCKED, "busy");
          }
          return 0;
        })) {
      for (int turn = 1; turn <= 7; turn++) {
        nextTurn();
      }
    }
    assertThat(told)
        .hasSize(3)
        .allMatch(line -> line.startsWith("no runs are taken away now: "))
        .last()
        .asString()
        .contains("busy");
  }

  @Test
  void aFileThatIsWrittenOrMendedLaterCountsFromTheNextTurn() throws Exception {
    try (Housekeeping _ =
        open((retention, _) -> {
          turns.add(retention);
          return 0;
        })) {
      assertThat(turns.poll(50, TimeUnit.MILLISECONDS)).isNull();
      write("{\"keeep\": 3}");
      while (told.isEmpty()) {
        Thread.sleep(5);
      }
      assertThat(turns).isEmpty();
      write("{\"keep\": 3}");
      assertThat(nextTurn().keep()).isEqualTo(OptionalLong.of(3));
    }
    assertThat(told)
        .last()
        .asString()
        .contains("all runs are kept until", "retention.json", "“keeep”");
  }
}
