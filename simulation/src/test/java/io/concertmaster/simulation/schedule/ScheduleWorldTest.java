package io.concertmaster.simulation.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.node.Listening.Missed;
import io.concertmaster.simulation.disk.Memory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleWorldTest {
  private static final int WORLDS = 20;

  @TempDir Path folder;

  @Test
  void noScheduleMissesOrDoublesAMomentInTwentyWorlds() throws Throwable {
    long runs = 0;
    long deaths = 0;
    long leaps = 0;
    for (int seed = 1; seed <= WORLDS; seed++) {
      ScheduleWorld.Told told = new ScheduleWorld(seed, folder, new Memory()).run();
      runs += told.runs();
      deaths += told.deaths();
      leaps += told.leaps();
    }
    assertThat(runs).isGreaterThan(1_000);
    assertThat(deaths).isGreaterThan(10);
    assertThat(leaps).isGreaterThan(5);
  }

  private static Instant at(int minute) {
    return Instant.parse("2026-06-01T12:00:00Z").plusSeconds(minute * 60L);
  }

  private static void judge(Missed policy, int... runs) {
    TreeSet<Instant> due = new TreeSet<>(List.of(at(10), at(20), at(30), at(40), at(50)));
    List<Spell> spells = List.of(new Spell(at(0), at(15)), new Spell(at(35), at(60)));
    List<Instant> begun = Arrays.stream(runs).mapToObj(ScheduleWorldTest::at).toList();
    new ScheduleVerdict("it", due, spells).say(begun, policy);
  }

  @Test
  void theJudgeAllowsWhatThePolicySays() {
    judge(Missed.ALL, 10, 20, 30, 40, 50);
    judge(Missed.ONCE, 10, 30, 40, 50);
    judge(Missed.SKIP, 10, 40, 50);
  }

  @Test
  void theJudgeFindsWhatIsMissedOrDoubled() {
    assertThatThrownBy(() -> judge(Missed.ALL, 10, 30, 40, 50)).hasMessageContaining("missed");
    assertThatThrownBy(() -> judge(Missed.ONCE, 10, 20, 40, 50)).hasMessageContaining("missed");
    assertThatThrownBy(() -> judge(Missed.SKIP, 10, 40)).hasMessageContaining("missed");
    assertThatThrownBy(() -> judge(Missed.SKIP, 10, 10, 40, 50)).hasMessageContaining("doubled");
    assertThatThrownBy(() -> judge(Missed.SKIP, 10, 40, 45, 50))
        .hasMessageContaining("nothing was due");
  }
}
