package io.concertmaster.engine.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.local.plan.WaitKey;
import io.concertmaster.engine.local.plan.Waits;
import io.concertmaster.engine.local.run.Tokens.Fit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final WaitKey KEY = WaitKey.of("00112233445566778899aabbccddeeff");

  private static final Tokens BEFORE_ALL = tokens(KEY, 0, false);
  private static final Tokens IN_THE_FIRST = tokens(KEY, 1, true);
  private static final Tokens BEHIND_THE_FIRST = tokens(KEY, 1, false);
  private static final Tokens IN_THE_SECOND = tokens(KEY, 2, true);
  private static final String FIRST = BEFORE_ALL.next(0);

  private static Tokens tokens(WaitKey key, int newest, boolean waiting) {
    return new Tokens(
        key, Map.of(0, newest), waiting ? Map.of("ask", wait("ask", 0, newest)) : Map.of());
  }

  private static Waits.Wait wait(String node, int lane, int number) {
    return new Waits.Wait(node, 0, Optional.empty(), lane, number);
  }

  @Test
  void branchesThatWaitAtTheSameTimeHaveTokensOfTheirOwn() {
    Tokens both =
        new Tokens(
            KEY,
            Map.of(0, 1, 3, 2),
            Map.of("first", wait("first", 0, 1), "second", wait("second", 3, 2)));
    String second = both.current().get("second");
    assertThat(both.current()).containsEntry("first", FIRST);
    assertThat(second).matches("3_2-[0-9a-f]{32}");
    assertThat(both.wait(FIRST).orElseThrow().node()).isEqualTo("first");
    assertThat(both.wait(second).orElseThrow().node()).isEqualTo("second");
    Tokens one = new Tokens(KEY, both.begun(), Map.of("first", wait("first", 0, 1)));
    assertThat(one.fit(second)).isEqualTo(Fit.LATE);
    assertThat(one.fit(FIRST)).isEqualTo(Fit.FITS);
    assertThat(one.fit(one.next(3))).isEqualTo(Fit.EARLY);
    assertThat(one.fit(one.next(7))).isEqualTo(Fit.EARLY);
    assertThat(one.fit("0_" + FIRST)).isEqualTo(Fit.FOREIGN);
    assertThat(one.fit("2_2" + second.substring(3))).isEqualTo(Fit.FOREIGN);
  }

  @Test
  void aTokenIsKnownBeforeItsWaitBeginsAndIsTheSameInIt() {
    assertThat(FIRST).matches("1-[0-9a-f]{32}");
    assertThat(IN_THE_FIRST.current()).containsEntry("ask", FIRST);
    assertThat(IN_THE_SECOND.current()).containsEntry("ask", IN_THE_FIRST.next(0));
    assertThat(BEHIND_THE_FIRST.current()).isEmpty();
  }

  @Test
  void eachWaitAndEachRunHasTokensOfItsOwn() {
    assertThat(IN_THE_FIRST.next(0)).startsWith("2-").doesNotEndWith(FIRST.substring(2));
    assertThat(tokens(WaitKey.of("another"), 0, false).next(0)).isNotEqualTo(FIRST);
  }

  @Test
  void theTokenOfTheWaitThatGoesOnFits() {
    assertThat(IN_THE_FIRST.fit(FIRST)).isEqualTo(Fit.FITS);
    assertThat(IN_THE_SECOND.fit(IN_THE_FIRST.next(0))).isEqualTo(Fit.FITS);
  }

  @Test
  void theTokenOfAnEarlierWaitIsLateWhetherAnotherOneGoesOnOrNot() {
    assertThat(BEHIND_THE_FIRST.fit(FIRST)).isEqualTo(Fit.LATE);
    assertThat(IN_THE_SECOND.fit(FIRST)).isEqualTo(Fit.LATE);
  }

  @Test
  void theTokenOfAWaitToWhichTheRunHasNotComeIsEarly() {
    assertThat(BEFORE_ALL.fit(FIRST)).isEqualTo(Fit.EARLY);
    assertThat(IN_THE_FIRST.fit(IN_THE_SECOND.next(0))).isEqualTo(Fit.EARLY);
  }

  @Test
  void whatIsNoTokenOfTheRunIsForeign() {
    String code = FIRST.substring(2);
    for (String each :
        List.of(
            "",
            "-",
            "1",
            "1-",
            FIRST + "0",
            code,
            "2-" + code,
            "01-" + code,
            "+1-" + code,
            "99999999999-" + code,
            "1-guessed",
            KEY.secret())) {
      assertThat(IN_THE_SECOND.fit(each)).as(each).isEqualTo(Fit.FOREIGN);
    }
  }

  @Test
  void runsFromBeforeHaveOneTokenForAllWaits() {
    WaitKey older = new WaitKey("abc", true);
    assertThat(tokens(older, 1, true).current()).containsEntry("ask", "abc");
    assertThat(tokens(older, 1, true).next(0)).isEqualTo("abc");
    assertThat(tokens(older, 1, true).fit("abc")).isEqualTo(Fit.FITS);
    assertThat(tokens(older, 1, false).fit("abc")).isEqualTo(Fit.LATE);
    assertThat(tokens(older, 0, false).fit("abc")).isEqualTo(Fit.EARLY);
    assertThat(tokens(older, 1, true).fit("abd")).isEqualTo(Fit.FOREIGN);
  }

  @Test
  void nobodyAnswersARunWithoutAKey() {
    assertThat(tokens(WaitKey.NONE, 1, true).fit("")).isEqualTo(Fit.FOREIGN);
    assertThat(tokens(WaitKey.NONE, 1, true).current()).isEmpty();
  }
}
