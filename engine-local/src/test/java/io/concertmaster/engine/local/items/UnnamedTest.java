package io.concertmaster.engine.local.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.concertmaster.engine.local.machine.Machine;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnnamedTest {
  @TempDir Path folder;
  private Blobs blobs;
  private Unnamed unnamed;

  @BeforeEach
  void open() {
    blobs = Blobs.open(Machine.THIS, folder.resolve("items.db"), () -> {});
    unnamed = blobs.unnamed();
  }

  @AfterEach
  void close() {
    blobs.close();
  }

  private static byte[] hash(long number) {
    return ByteBuffer.allocate(32).putLong(number).array();
  }

  private void put(long from, int count) {
    LongStream.range(from, from + count).forEach(number -> unnamed.put(hash(number)));
  }

  @Test
  void betweenTwoSweepsOnlySoManyContentsAreNoted() throws Exception {
    try (Unnamed.Use _ = unnamed.use()) {
      assertThat(blobs.sweep()).isEmpty();
      put(0, Unnamed.MOST);
      assertThat(unnamed.size()).isEqualTo(Unnamed.MOST);
      put(Unnamed.MOST, 1);
      assertThat(unnamed.size()).isZero();
      put(0, 3 * Unnamed.MOST);
      assertThat(unnamed.size()).isLessThanOrEqualTo(Unnamed.MOST);
    }
  }

  @Test
  void whileASweepIsUnderWayAllContentsAreNoted() throws Exception {
    try (Sweep _ = blobs.sweep().orElseThrow()) {
      put(0, Unnamed.MOST + 2);
      assertThat(unnamed.isNoted(hash(0))).isTrue();
      assertThat(unnamed.isNoted(hash(Unnamed.MOST + 1))).isTrue();
      assertThat(unnamed.isNoted(hash(-1))).isFalse();
    }
    put(0, 1);
    assertThat(unnamed.size()).isZero();
  }

  @Test
  void whereTheNotingBeganAnewASweepWaitsForTheUsesOfThatMomentOnly() throws Exception {
    Unnamed.Use first = unnamed.use();
    assertThat(blobs.sweep()).isEmpty();
    Unnamed.Use second = unnamed.use();
    put(0, Unnamed.MOST + 1);
    try (Unnamed.Use _ = unnamed.use()) {
      put(-1, 1);
      first.close();
      assertThat(blobs.sweep()).as("the second has contents that are not noted").isEmpty();
      second.close();
      try (Sweep _ = blobs.sweep().orElseThrow()) {
        assertThat(unnamed.isNoted(hash(-1))).isTrue();
      }
    }
  }

  @Test
  void aSweepThatIsInterruptedLeavesTheNotingBounded() {
    try (Unnamed.Use _ = unnamed.use()) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(InterruptedException.class).isThrownBy(blobs::sweep);
      put(0, Unnamed.MOST + 1);
      assertThat(unnamed.size()).isZero();
    }
  }
}
