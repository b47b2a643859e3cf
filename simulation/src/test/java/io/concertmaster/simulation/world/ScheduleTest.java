package io.concertmaster.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;

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
}
