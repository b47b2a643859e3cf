package io.concertmaster.engine.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final long MB = 1 << 20;
  private final Budget budget = new Budget(64 * MB, 2);

  /** Holds more and more until there is no more room; returns how much there was. */
  private static long fill(Budget.Share share) {
    long held = 0;
    while (share.hold(MB / 8)) {
      held += MB / 8;
    }
    return held;
  }

  @Test
  void aloneOneHasEverythingAndWhatIsCertainBesides() {
    assertThat(fill(budget.share())).isEqualTo(64 * MB + budget.certain());
  }

  @Test
  void aSmallPartIsCertainWhateverOthersHold() {
    fill(budget.share());
    for (int i = 0; i < 20; i++) {
      assertThat(fill(budget.share())).isEqualTo(budget.certain());
    }
  }

  @Test
  void oneThatHoldsMoreThanItsShareGivesItBackWhenItGrows() {
    Budget.Share first = budget.share();
    for (int i = 0; i < 60; i++) {
      assertThat(first.hold(MB)).isTrue();
    }
    Budget.Share second = budget.share();
    assertThat(second.hold(budget.certain() + MB)).isTrue();
    assertThat(first.hold(MB)).isFalse();
    first.free();

    assertThat(fill(second)).as("all, now that the first has gone to disk").isGreaterThan(60 * MB);
    assertThat(first.hold(budget.certain())).isTrue();
    assertThat(first.hold(MB)).as("the second has not grown since").isFalse();
    second.free();
    assertThat(first.hold(MB)).isTrue();
  }

  @Test
  void whatIsFreedIsThereAgain() {
    Budget.Share share = budget.share();
    long whole = fill(share);
    assertThat(budget.taken()).isEqualTo(64 * MB);
    share.free();
    share.free();
    assertThat(budget.taken()).isZero();
    assertThat(fill(share)).isEqualTo(whole);
  }

  @Test
  void manyThreadsNeverHoldMoreThanThereIsAndLeaveNothingBehind() throws Exception {
    List<Future<Boolean>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        Random random = new Random(i);
        all.add(
            threads.submit(() -> {
              boolean within = true;
              for (int round = 0; round < 300; round++) {
                Budget.Share share = budget.share();
                int steps = random.nextInt(40);
                for (int step = 0; step < steps && share.hold(MB); step++) {
                  within &= budget.taken() <= 64 * MB;
                }
                share.free();
              }
              return within;
            }));
      }
    }
    for (Future<Boolean> each : all) {
      assertThat(each.get()).isTrue();
    }
    assertThat(budget.taken()).isZero();
  }
}
