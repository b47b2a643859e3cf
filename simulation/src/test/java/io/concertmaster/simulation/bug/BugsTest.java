package io.concertmaster.simulation.bug;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.simulation.Worlds;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The net: what it does not catch in a few hundred worlds is not caught by it. */
class BugsTest {
  private static final Path ROOT = Path.of(System.getProperty("concertmaster.root", ".."));
  private static final long SEEDS = 1_500;

  @TempDir Path folder;

  /** The same way of loading the engine, and no bug. */
  private static Mutant unchanged;

  @BeforeAll
  static void loadUnchanged() throws Exception {
    unchanged = Mutant.of(Bugs.NONE, ROOT);
  }

  static Stream<Bug> bugs() {
    return Bugs.ALL.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bugs")
  void aPlantedBugIsFound(Bug bug) throws Exception {
    Worlds worlds = new Worlds(folder);
    Mutant mutant = Mutant.of(bug, ROOT);
    String found = "";
    long seed = bug.seed() - 1;
    while (found.isEmpty() && seed < bug.seed() + SEEDS) {
      seed++;
      found = mutant.judged(seed, worlds.folder());
    }
    assertThat(found).as(bug.name()).isNotEmpty();
    assertThat(unchanged.tried(seed, worlds.folder())).as("without a bug, seed %d", seed).isEmpty();
  }

  @Test
  void aWorldThatBreaksOffForAnotherReasonIsNoFind() throws Exception {
    Bug broken =
        Bug.of(
            "class-that-cannot-be-used",
            "plan/Moves.java",
            "this.graph = graph;",
            "if (true) { throw new NoClassDefFoundError(); } this.graph = graph;");
    Worlds worlds = new Worlds(folder);
    Mutant mutant = Mutant.of(broken, ROOT);
    assertThat(mutant.tried(1, worlds.folder())).contains("NoClassDefFoundError");
    assertThat(mutant.judged(1, worlds.folder())).isEmpty();
  }

  @Test
  void thereAreTwentyAndTheirNamesDiffer() {
    assertThat(Bugs.ALL).hasSizeGreaterThanOrEqualTo(20);
    assertThat(Bugs.ALL.stream().map(Bug::name)).doesNotHaveDuplicates();
  }
}
