package io.concertmaster.engine.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code dev/bitflips}. */
class BitFlipProofTest {
  @TempDir Path folder;

  @Test
  void aFlippedBitIsHarmlessOrDetectedAndStaysInsideItsRun() throws Exception {
    BitFlipProof proof = new BitFlipProof(folder, 1);
    proof.flip(30);
    assertThat(proof.isClean()).isTrue();
    assertThat(proof.count(BitFlipProof.Fate.HARMLESS)).isPositive();
    assertThat(proof.count(BitFlipProof.Fate.INSIDE_ITS_RUN)).isPositive();
  }
}
