package io.concertmaster.engine.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AheadOfDiskTest {
  private final AheadOfDisk ahead = new AheadOfDisk();
  private final List<CompletableFuture<Void>> writes = new ArrayList<>();

  @Test
  void onlySoManyWritesOfAllRunsAreOnTheirWay() {
    fill();

    assertThat(writes).hasSize(128);

    writes.removeFirst().complete(null);
    assertThat(ahead.hasRoom()).isTrue();
  }

  @Test
  void aWriteThatFailedMakesRoomToo() {
    fill();

    writes.forEach(each -> each.completeExceptionally(new IllegalStateException("no disk")));
    writes.clear();
    fill();

    assertThat(writes).hasSize(128);
  }

  private void fill() {
    while (ahead.hasRoom()) {
      CompletableFuture<Void> write = new CompletableFuture<>();
      writes.add(write);
      ahead.note(write);
    }
  }
}
