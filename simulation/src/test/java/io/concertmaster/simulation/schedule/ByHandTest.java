package io.concertmaster.simulation.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Listening;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.trigger.ScheduleTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a schedule says is due, and what is counted by hand, around each change of a clock. */
class ByHandTest {
  private static final int EACH = 60;

  static Stream<Change> changes() {
    return Change.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void schedulesOfAllKindsAreDueWhenTheyShouldBe(Change change) throws Exception {
    Instant since = change.at().minus(Duration.ofHours(30)).plusSeconds(17);
    Instant end = change.at().plus(Duration.ofHours(52));
    ByHand byHand = new ByHand(new Labels(change.zone(), since.minus(Duration.ofDays(2)), end));
    SplittableRandom chance = new SplittableRandom(change.hashCode());
    for (int i = 0; i < EACH; i++) {
      Scheduled schedule = new ScheduleByChance(chance, change.local()).next();
      JsonObject settings = JsonObject.of("times", JsonArray.of(schedule.entry()));
      Listening.Clock clock =
          (Listening.Clock)
              new ScheduleTrigger().listening(settings, change.zone(), since).orElseThrow();
      List<Instant> due = new ArrayList<>();
      Optional<Instant> next = clock.times().after(since);
      while (next.isPresent() && !next.get().isAfter(end)) {
        due.add(next.get());
        next = clock.times().after(next.get());
      }
      assertThat(due)
          .as(schedule.entry() + " in " + change.zone())
          .containsExactlyElementsOf(byHand.moments(schedule.rule(), since));
    }
  }
}
