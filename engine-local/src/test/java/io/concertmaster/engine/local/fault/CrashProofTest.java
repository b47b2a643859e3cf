package io.concertmaster.engine.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code dev/crash}. */
class CrashProofTest {
  @TempDir Path folder;

  @Test
  void aProgramThatIsKilledTenTimesLosesNothingRepeatsNothingAndEndsAllRuns() throws Exception {
    CrashProof proof = new CrashProof(folder, 15);
    assertThat(proof.run(10)).isTrue();
    assertThat(proof.acknowledged()).isGreaterThan(100);
  }

  @Test
  void aProgramThatAcknowledgesWhatIsNotYetWrittenIsFoundThoughItsRunsEndWell() throws Exception {
    CrashProof proof = new CrashProof(folder, 15, FaultWorkload.HASTY);
    assertThat(proof.run(4)).isFalse();
    assertThat(proof.lost()).isPositive();
    assertThat(proof.repeated()).isPositive();
  }
}
