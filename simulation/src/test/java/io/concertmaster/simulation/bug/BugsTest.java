package io.concertmaster.simulation.bug;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.simulation.Worlds;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The net: what it does not catch in a few hundred worlds is not caught by it. */
class BugsTest {
  private static final Path ROOT = Path.of(System.getProperty("concertmaster.root", ".."));
  private static final long SEEDS = 1_500;

  @TempDir Path folder;

  static Stream<Bug> bugs() {
    return Bugs.ALL.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bugs")
  void aPlantedBugIsFound(Bug bug) throws Exception {
    Worlds worlds = new Worlds(folder);
    Mutant mutant = Mutant.of(bug, ROOT);
    String found = "";
    for (long seed = bug.seed(); found.isEmpty() && seed < bug.seed() + SEEDS; seed++) {
      found = mutant.tried(seed, worlds.folder());
    }
    assertThat(found).as(bug.name()).isNotEmpty();
  }

  @Test
  void thereAreTwentyAndTheirNamesDiffer() {
    assertThat(Bugs.ALL).hasSizeGreaterThanOrEqualTo(20);
    assertThat(Bugs.ALL.stream().map(Bug::name)).doesNotHaveDuplicates();
  }
}
