package io.concertmaster.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.simulation.disk.Memory;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
  @TempDir Path folder;
  private Worlds worlds;

  @BeforeEach
  void prepare() throws Exception {
    worlds = new Worlds(folder);
  }

  @Test
  void noPromiseIsBrokenInTwoThousandWorlds() {
    Map<Long, String> failures = worlds.run(1, 2_000, seed -> {});
    assertThat(failures).isEmpty();
  }

  @Test
  @Tag("long")
  void noPromiseIsBrokenInThirtyThousandOthers() {
    assertThat(worlds.run(10_001, 30_000, seed -> {})).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 17, 95, 524})
  void theSameSeedTellsTheSameStory(long seed) throws Throwable {
    assertThat(account(seed)).contains("run 1 of ").isEqualTo(account(seed));
  }

  private String account(long seed) throws Throwable {
    Simulation world = new Simulation(seed, folder, new Memory());
    world.run();
    String secrets = "\"secret\":\"[0-9a-f]{32}\"";
    return world.steps() + " steps\n" + world.account().replaceAll(secrets, "a secret");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1_000_000, 2_000_000, 3_000_000})
  void aWorldStandsOnRealFilesToo(long seed) {
    assertThat(Trial.of(seed, folder, true)).isEmpty();
  }
}
