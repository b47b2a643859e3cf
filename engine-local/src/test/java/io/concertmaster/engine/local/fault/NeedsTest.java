package io.concertmaster.engine.local.fault;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class NeedsTest {
  private static final String UNTRIED = "no power cut was tried";

  @Test
  void whereANeedIsMetTheTestGoesOn() {
    assertThatCode(() -> Needs.assume(Needs.COMPILER, true, UNTRIED, Needs.COMPILER))
        .doesNotThrowAnyException();
  }

  @Test
  void whereItIsNotTheTestIsSkippedAndSaysWhatWasNotTried() {
    assertThatThrownBy(() -> Needs.assume(Needs.MOUNT, false, UNTRIED, Needs.COMPILER))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining(UNTRIED);
  }

  @Test
  void whereItMustBeMetTheTestFails() {
    assertThatThrownBy(() -> Needs.assume(Needs.COMPILER, false, UNTRIED, "mount,compiler"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining(UNTRIED);
  }
}
