package io.concertmaster.form.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

  @ParameterizedTest
  @ValueSource(strings = {"ar", "ar-EG", "fa", "he", "ur", "en", "de", "nl", "ja", "th", "zh-TW"})
  void aDayIsReadAsItIsShownAndHasNoSignsThatNobodyTypes(String language) {
    LocalDates dates = LocalDates.of(Locale.forLanguageTag(language));
    String shown = dates.show(DAY);
    assertThat(shown).doesNotContainPattern("\\p{Cf}").contains("2026", "12", "31");
    assertThat(dates.date(shown)).contains(DAY);
  }

  @Test
  void aDayIsReadWithSignsOfDirectionAndInDigitsOfItsLanguage() {
    LocalDates arabic = LocalDates.of(Locale.forLanguageTag("ar"));
    assertThat(arabic.date("31\u200F/12\u200F/2026")).contains(DAY);
    assertThat(arabic.date("31/12/2026")).contains(DAY);
    assertThat(arabic.date("\u0663\u0661/\u0661\u0662/\u0662\u0660\u0662\u0666")).contains(DAY);
    assertThat(arabic.date("32/12/2026")).isEmpty();
    assertThat(LocalDates.time("\u200F\u0660\u0669:\u0663\u0660")).contains(LocalTime.of(9, 30));
  }
}
