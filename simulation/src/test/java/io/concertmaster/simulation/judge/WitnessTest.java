package io.concertmaster.simulation.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.local.machine.Disk;
import io.concertmaster.node.Effect;
import io.concertmaster.simulation.disk.Hazards;
import io.concertmaster.simulation.disk.Storage;
import io.concertmaster.simulation.story.Outside.Work;
import io.concertmaster.simulation.world.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WitnessTest {
  private final List<Storage.Line> lines = new ArrayList<>();

  /** A journal of one run, as the test writes it. */
  private final Storage storage =
      new Storage() {
        @Override
        public Disk open(Hazards hazards) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void forgetProcess() {}

        @Override
        public List<Object[]> items(String sql, Object... parameters) {
          return List.of();
        }

        @Override
        public List<Object[]> journal(String sql, Object... parameters) {
          return lines.stream()
              .map(each ->
                  new Object[] {each.seq(), each.kind(), each.node(), each.at(), each.body()})
              .toList();
        }
      };

  private final Schedule schedule = new Schedule(new SplittableRandom(1), 0, Long.MAX_VALUE);
  private final Witness witness = new Witness(storage, schedule);
  private final Work second = new Work(1, "b", 0, 1, "key", Effect.PURE, List.of());

  private void line(String kind, String node, String body) {
    lines.add(new Storage.Line(1, lines.size(), kind, node, 0, body));
  }

  private void began(String node) {
    line("began", node, "{\"run\":0,\"attempt\":1,\"mode\":\"run\"}");
  }

  private void works(Work work) throws Throwable {
    boolean[] over = {false};
    schedule
        .threads()
        .start(() -> {
          try {
            witness.work(work);
          } catch (InterruptedException e) {
            schedule.fail(e);
          }
          over[0] = true;
        });
    schedule.live(() -> over[0]);
  }

  @Test
  void whatACrashTookBackNeverWas() throws Throwable {
    began("a");
    works(second);
    line("resumed", "", "{}");
    began("a");

    assertThat(witness.works()).isEmpty();
  }

  @Test
  void whatBecameDurableCounts() throws Throwable {
    began("a");
    works(second);
    line("done", "a", "{\"run\":0}");
    began("b");
    line("resumed", "", "{}");

    assertThat(witness.works()).containsExactly(second);
  }

  @Test
  void whatNobodyTookBackCountsThoughNothingTellsOfIt() throws Throwable {
    began("a");
    works(second);
    line("cancelled", "", "{}");

    assertThat(witness.works()).containsExactly(second);
  }
}
