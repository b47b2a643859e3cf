package io.concertmaster.engine.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.local.plan.WaitKey;
import io.concertmaster.engine.local.run.Tokens.Fit;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final WaitKey KEY = WaitKey.of("00112233445566778899aabbccddeeff");

  private static final Tokens BEFORE_ALL = new Tokens(KEY, 0, false);
  private static final Tokens IN_THE_FIRST = new Tokens(KEY, 1, true);
  private static final Tokens BEHIND_THE_FIRST = new Tokens(KEY, 1, false);
  private static final Tokens IN_THE_SECOND = new Tokens(KEY, 2, true);
  private static final String FIRST = BEFORE_ALL.next();

  @Test
  void aTokenIsKnownBeforeItsWaitBeginsAndIsTheSameInIt() {
    assertThat(FIRST).matches("1-[0-9a-f]{32}");
    assertThat(IN_THE_FIRST.current()).contains(FIRST);
    assertThat(IN_THE_SECOND.current()).contains(IN_THE_FIRST.next());
    assertThat(BEHIND_THE_FIRST.current()).isEmpty();
  }

  @Test
  void eachWaitAndEachRunHasTokensOfItsOwn() {
    assertThat(IN_THE_FIRST.next()).startsWith("2-").doesNotEndWith(FIRST.substring(2));
    assertThat(new Tokens(WaitKey.of("another"), 0, false).next()).isNotEqualTo(FIRST);
  }

  @Test
  void theTokenOfTheWaitThatGoesOnFits() {
    assertThat(IN_THE_FIRST.fit(FIRST)).isEqualTo(Fit.FITS);
    assertThat(IN_THE_SECOND.fit(IN_THE_FIRST.next())).isEqualTo(Fit.FITS);
  }

  @Test
  void theTokenOfAnEarlierWaitIsLateWhetherAnotherOneGoesOnOrNot() {
    assertThat(BEHIND_THE_FIRST.fit(FIRST)).isEqualTo(Fit.LATE);
    assertThat(IN_THE_SECOND.fit(FIRST)).isEqualTo(Fit.LATE);
  }

  @Test
  void theTokenOfAWaitToWhichTheRunHasNotComeIsEarly() {
    assertThat(BEFORE_ALL.fit(FIRST)).isEqualTo(Fit.EARLY);
    assertThat(IN_THE_FIRST.fit(IN_THE_SECOND.next())).isEqualTo(Fit.EARLY);
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
    assertThat(new Tokens(older, 1, true).current()).contains("abc");
    assertThat(new Tokens(older, 1, true).next()).isEqualTo("abc");
    assertThat(new Tokens(older, 1, true).fit("abc")).isEqualTo(Fit.FITS);
    assertThat(new Tokens(older, 1, false).fit("abc")).isEqualTo(Fit.LATE);
    assertThat(new Tokens(older, 0, false).fit("abc")).isEqualTo(Fit.EARLY);
    assertThat(new Tokens(older, 1, true).fit("abd")).isEqualTo(Fit.FOREIGN);
  }

  @Test
  void nobodyAnswersARunWithoutAKey() {
    assertThat(new Tokens(WaitKey.NONE, 1, true).fit("")).isEqualTo(Fit.FOREIGN);
    assertThat(new Tokens(WaitKey.NONE, 1, true).current()).isEmpty();
  }
}
