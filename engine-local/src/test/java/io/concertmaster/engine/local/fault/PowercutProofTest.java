package io.concertmaster.engine.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code dev/powercut}. */
class PowercutProofTest {
  @TempDir Path folder;

  @Test
  void powerCutsLoseNothingAcknowledgedAndWouldWithoutASyncOfEachCommit() throws Exception {
    Optional<Path> library = ForgetfulDisk.library(folder);
    Needs.assume(
        Needs.COMPILER,
        library.isPresent(),
        "no Linux with a C compiler (cc): the short version of dev/powercut was skipped, and no power"
            + " cut was tried");
    PowercutProof full = new PowercutProof(folder, library.get(), 7);
    full.cut(4);
    assertThat(full.lost()).isZero();
    assertThat(full.others()).isZero();
    assertThat(full.acknowledged()).isGreaterThan(100);
    PowercutProof control = new PowercutProof(folder, library.get(), 7);
    control.control(2);
    assertThat(control.lost()).isPositive();
  }
}
