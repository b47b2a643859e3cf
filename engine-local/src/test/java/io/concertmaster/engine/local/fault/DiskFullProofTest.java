package io.concertmaster.engine.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code dev/diskfull}. */
class DiskFullProofTest {
  @TempDir Path folder;

  private SmallDisk mounted() throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("disk"), 200);
    Needs.assume(
        Needs.MOUNT,
        mounted.isPresent(),
        "no right to mount a small disk: the short version of dev/diskfull was skipped, and no full"
            + " disk was tried");
    return mounted.orElseThrow();
  }

  private Path outside() throws Exception {
    return Files.createTempDirectory(folder, "outside");
  }

  @Test
  void runsThatAFullDiskCutShortGoOnByThemselvesAndNothingIsLost() throws Exception {
    try (SmallDisk disk = mounted()) {
      DiskFullProof proof = new DiskFullProof(disk, outside(), 5);
      Verdict verdict = proof.run(3);
      assertThat(verdict.lost()).isEmpty();
      assertThat(verdict.repeated()).isEmpty();
      assertThat(verdict.stuck()).isEmpty();
      assertThat(proof.cutShort()).isPositive();
      assertThat(proof.worst()).isLessThan(5_000);
    }
  }

  /** Chance decides whether a start is under way just when the disk is full: it is tried again. */
  @Test
  void whatIsAcknowledgedBeforeItIsWrittenIsFoundLostThoughAllRunsEndWell() throws Exception {
    boolean found = false;
    for (int seed = 5; seed < 11 && !found; seed++) {
      try (SmallDisk disk = mounted()) {
        Verdict verdict = new DiskFullProof(disk, outside(), seed, true).run(2);
        assertThat(verdict.stuck()).isEmpty();
        found = !verdict.lost().isEmpty();
      }
    }
    assertThat(found).isTrue();
  }
}
