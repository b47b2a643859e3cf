package io.concertmaster.model.edit;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Ids for files, made from names: {@code Over 10,000?} gives {@code over-10-000}. */
public final class Slug {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final int LENGTH = 40;

  /** Letters that are no letter with a mark to Unicode, and what people write for them. */
  private static final Map<String, String> LETTERS =
      Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "þ", "th", "ı", "i");

  private Slug() {}

  /** Whether a text can be an id: small letters, digits and hyphens above all, at most 64. */
  public static boolean isSlug(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * An id for something of this name.
   *
   * @param taken ids that it must not be; a number makes the difference
   */
  public static String of(String name, Collection<String> taken) {
    String base = plain(name);
    String slug = base;
    for (int number = 2; taken.contains(slug); number++) {
      slug = base + "-" + number;
    }
    return slug;
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      lower = lower.replace(letter.getKey(), letter.getValue());
    }
    String bare = Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String slug = trim(OTHER.matcher(bare).replaceAll("-"));
    slug = trim(slug.substring(0, Math.min(slug.length(), LENGTH)));
    return slug.isEmpty() ? "node" : slug;
  }

  private static String trim(String slug) {
    return slug.replaceAll("^-+|-+$", "");
  }
}
