package io.concertmaster.engine.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.local.machine.Machine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Moments and spans while somebody sets the clock. */
class AlarmTest {
  private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");
  private static final Duration LOOK = Duration.ofMillis(5);

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
  private final Alarm alarm = new Alarm(clock::get, LOOK, Machine.THIS.threads().timer("alarm"));

  @AfterEach
  void close() {
    alarm.close();
  }

  private static void looks() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(20 * LOOK.toMillis());
  }

  private static void until(AtomicInteger calls, int wanted) throws InterruptedException {
    long begin = System.nanoTime();
    while (calls.get() < wanted && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(10)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  @Test
  void aMomentOverWhichTheClockLeapsIsNotMissed() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    alarm.at(NOON.plus(Duration.ofHours(1)), calls::incrementAndGet);
    looks();
    assertThat(calls).hasValue(0);
    clock.set(NOON.plus(Duration.ofDays(1)));
    until(calls, 1);
    looks();
    assertThat(calls).hasValue(1);
  }

  @Test
  void aMomentThatComesTwiceIsCalledOnce() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    alarm.at(NOON.plus(Duration.ofHours(1)), calls::incrementAndGet);
    clock.set(NOON.plus(Duration.ofHours(1)));
    until(calls, 1);
    clock.set(NOON);
    looks();
    clock.set(NOON.plus(Duration.ofHours(2)));
    looks();
    assertThat(calls).hasValue(1);
  }

  @Test
  void aClockThatIsSetBackDelaysAMomentAndDoesNotLoseIt() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    alarm.at(NOON.plus(Duration.ofHours(1)), calls::incrementAndGet);
    clock.set(NOON.minus(Duration.ofHours(10)));
    looks();
    assertThat(calls).hasValue(0);
    clock.set(NOON.plus(Duration.ofHours(1)));
    until(calls, 1);
    assertThat(calls).hasValue(1);
  }

  @Test
  void aSpanIsAsLongAsItIsWhateverTheClockSays() throws Exception {
    AtomicInteger early = new AtomicInteger();
    AtomicInteger due = new AtomicInteger();
    alarm.after(Duration.ofHours(1), early::incrementAndGet);
    alarm.after(Duration.ofMillis(20), due::incrementAndGet);
    clock.set(NOON.minus(Duration.ofDays(1)));
    until(due, 1);
    clock.set(NOON.plus(Duration.ofDays(1)));
    looks();
    assertThat(due).hasValue(1);
    assertThat(early).hasValue(0);
  }

  @Test
  void ofTenThousandMomentsNoneIsMissedAndNoneDoubledWhileTheClockJumps() throws Exception {
    Random random = new Random(5);
    List<AtomicInteger> calls = new ArrayList<>();
    AtomicInteger tooEarly = new AtomicInteger();
    AtomicInteger all = new AtomicInteger();
    for (int i = 0; i < 10_000; i++) {
      AtomicInteger each = new AtomicInteger();
      calls.add(each);
      Instant moment = NOON.plusSeconds(random.nextInt(86_400));
      alarm.at(
          moment,
          () -> {
            each.incrementAndGet();
            all.incrementAndGet();
            if (highest.get().isBefore(moment)) {
              tooEarly.incrementAndGet();
            }
          });
    }
    for (int jump = 0; jump < 50; jump++) {
      set(NOON.plusSeconds(random.nextInt(80_000)));
      TimeUnit.MILLISECONDS.sleep(5);
    }
    set(NOON.plusSeconds(86_400));
    until(all, 10_000);
    looks();
    assertThat(calls).allMatch(each -> each.get() == 1);
    assertThat(tooEarly).hasValue(0);
  }

  /** The highest that the clock ever showed. */
  private final AtomicReference<Instant> highest = new AtomicReference<>(NOON);

  private void set(Instant moment) {
    highest.accumulateAndGet(moment, (a, b) -> a.isAfter(b) ? a : b);
    clock.set(moment);
  }
}
