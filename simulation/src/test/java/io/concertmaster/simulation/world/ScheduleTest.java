package io.concertmaster.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private final Object monitor = new Object();
  private final CountDownLatch held = new CountDownLatch(1);
  private final List<String> told = new ArrayList<>();

  /** Holds the monitor, as a thread of the JDK may, until another thread wants it. */
  private Thread holdUntilWantedBy(Thread other) throws InterruptedException {
    Thread holder =
        Thread.ofPlatform()
            .start(() -> {
              synchronized (monitor) {
                held.countDown();
                while (other.getState() != Thread.State.BLOCKED) {
                  Thread.onSpinWait();
                }
              }
            });
    held.await();
    return holder;
  }

  @RepeatedTest(20)
  void nobodyGoesOnWhileAThreadIsHeldUpFromOutside() throws Throwable {
    Schedule schedule = new Schedule(new SplittableRandom(1), 0, Long.MAX_VALUE);
    Thread first =
        schedule
            .threads()
            .unstarted(() -> {
              schedule.threads().start(() -> told.add("another"));
              synchronized (monitor) {
                told.add("the one that was held up");
              }
            });
    Thread holder = holdUntilWantedBy(first);
    first.start();

    assertThat(schedule.live(() -> told.size() == 2)).isEqualTo(Schedule.End.OVER);

    holder.join();
    assertThat(told).containsExactly("the one that was held up", "another");
    assertThat(schedule.steps()).isEqualTo(2);
  }

  @Test
  @Timeout(60)
  void whoGivesWayAgainAndAgainAndNeverEndsIsStopped() throws Throwable {
    Schedule schedule = new Schedule(new SplittableRandom(1), 0, Long.MAX_VALUE);
    schedule
        .threads()
        .start(() -> {
          while (told.isEmpty()) {
            Schedule.giveWay();
          }
        });

    assertThat(schedule.live(() -> false)).isEqualTo(Schedule.End.ENDLESS);
  }

  @ParameterizedTest(name = "after {0} ms")
  @Timeout(60)
  @ValueSource(longs = {0, 10})
  void whatIsDueAgainAndAgainIsStoppedThoughNobodyTakesAStep(long millis) throws Throwable {
    Schedule schedule = new Schedule(new SplittableRandom(1), 0, Long.MAX_VALUE);
    schedule.after(Duration.ofMillis(millis), new Again(schedule, Duration.ofMillis(millis)));

    assertThat(schedule.live(() -> false)).isEqualTo(Schedule.End.ENDLESS);
  }

  @Test
  @Timeout(60)
  void aLifeInWhichThingsHappenMayBeLong() throws Throwable {
    Schedule schedule = new Schedule(new SplittableRandom(1), 0, Long.MAX_VALUE);
    long[] left = {1_000_000};
    Runnable[] again = new Runnable[1];
    again[0] =
        () -> {
          if (left[0] % 200_000 == 0) {
            schedule.happened();
          }
          if (left[0]-- > 0) {
            schedule.after(Duration.ofMillis(1), again[0]);
          }
        };
    schedule.after(Duration.ofMillis(1), again[0]);

    assertThat(schedule.live(() -> false)).isEqualTo(Schedule.End.STILL);
    assertThat(left[0]).isNegative();
  }

  /** Makes itself due once more. */
  private record Again(Schedule schedule, Duration delay) implements Runnable {
    @Override
    public void run() {
      schedule.after(delay, this);
    }
  }
}
