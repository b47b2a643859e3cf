package io.concertmaster.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Throttle throttle = new Throttle(() -> now);

  private int fail(String name, String address) {
    throttle.failed(Throttle.keys(name, address));
    return throttle.pause(Throttle.keys(name, address));
  }

  @Test
  void someFailuresAreFreeThenEachDoublesThePause() {
    for (int i = 0; i < 4; i++) {
      assertThat(fail("anna", "a")).isZero();
    }
    assertThat(fail("anna", "a")).isEqualTo(2);
    assertThat(fail("anna", "a")).isEqualTo(3);
    assertThat(fail("anna", "a")).isEqualTo(5);
    for (int i = 0; i < 20; i++) {
      fail("anna", "a");
    }
    assertThat(fail("anna", "a")).isEqualTo(901);
  }

  @Test
  void whoTriesForSomebodyElseDoesNotKeepThemOut() {
    for (int i = 0; i < 90; i++) {
      fail("anna", "attacker " + i % 9);
    }
    assertThat(throttle.pause(Throttle.keys("anna", "at home"))).isZero();
    for (int i = 0; i < 20; i++) {
      fail("anna", "attacker " + i);
    }
    assertThat(throttle.pause(Throttle.keys("anna", "at home"))).isPositive();
  }

  @Test
  void noNameMakesTheKeyOfSomebodyElse() {
    for (String name : List.of("anna from b", "as anna", "b as anna", "address b", "b")) {
      for (int i = 0; i < 50; i++) {
        fail(name, "a");
      }
    }
    assertThat(throttle.pause(Throttle.keys("anna", "b"))).isZero();
  }

  /** Else ten thousand names would fill the memory. */
  @Test
  void aLongNameCountsByItsBeginning() {
    for (int i = 0; i < 6; i++) {
      fail("x".repeat(1_000) + i, "a");
    }
    assertThat(Throttle.keys("x".repeat(1_000), "a"))
        .allSatisfy(key -> assertThat(key.name()).hasSizeLessThan(200));
    assertThat(throttle.pause(Throttle.keys("x".repeat(1_000), "a"))).isPositive();
  }

  @Test
  void anAddressThatTriesManyNamesIsSlowedDown() {
    for (int i = 0; i < 25; i++) {
      fail("name " + i, "a");
    }
    assertThat(throttle.pause(Throttle.keys("anna", "a"))).isPositive();
    assertThat(throttle.pause(Throttle.keys("anna", "b"))).isZero();
  }

  @Test
  void tenThousandTriesTakeMonths() {
    Instant begin = now;
    for (int i = 0; i < 10_000; i++) {
      now = now.plusSeconds(fail("anna", "a"));
    }
    assertThat(Duration.between(begin, now)).isGreaterThan(Duration.ofDays(90));
  }

  @Test
  void anHourOfQuietForgets() {
    for (int i = 0; i < 10; i++) {
      fail("anna", "a");
    }
    now = now.plus(Duration.ofMinutes(61));
    assertThat(throttle.pause(Throttle.keys("anna", "a"))).isZero();
    assertThat(fail("anna", "a")).isZero();
  }
}
