package io.concertmaster.forms;

import java.util.Locale;
import java.util.Set;

/** Which way languages are written. */
public final class WritingDirection {
  private static final Set<String> SCRIPTS = Set.of("Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm");

  /** Those that are, where no script is named. */
  private static final Set<String> LANGUAGES =
      Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ji", "ps", "sd", "ug", "ur", "yi");

  private WritingDirection() {}

  /** Whether a language is written from right to left, given by a BCP 47 tag. */
  public static boolean isRightToLeft(String language) {
    Locale locale = Locale.forLanguageTag(language);
    return locale.getScript().isEmpty()
        ? LANGUAGES.contains(locale.getLanguage())
        : SCRIPTS.contains(locale.getScript());
  }
}
