package io.concertmaster.forms;

import io.concertmaster.node.data.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The colour of a form's buttons and marks, made dark enough for white text on it and for itself on
 * white: a contrast of 4.5 at least, as WCAG 2.2 asks (1.4.3).
 *
 * @param rgb red, green and blue, eight bits each
 */
public record Accent(int rgb) {
  /** Where a form names none. */
  public static final Accent DEFAULT = new Accent(0x2B6CB0);

  private static final Pattern HEX = Pattern.compile("#?[0-9A-Fa-f]{6}");

  /** The least contrast to white. */
  static final double ENOUGH = 4.5;

  /** The colour that a form's theme names; the default where it names none that can be read. */
  public static Accent of(JsonObject theme) {
    return theme.get("accent") instanceof String text ? parse(text) : DEFAULT;
  }

  /** The colour of a text as it is written, dark enough or not; empty where it is none. */
  static Optional<Accent> written(String text) {
    return HEX.matcher(text).matches()
        ? Optional.of(new Accent(Integer.parseInt(text.substring(text.length() - 6), 16)))
        : Optional.empty();
  }

  /** The colour of a text such as {@code #2B6CB0}; the default where it is none. */
  public static Accent parse(String text) {
    Accent read = written(text).orElse(DEFAULT);
    while (read.contrastToWhite() < ENOUGH) {
      read = read.darker();
    }
    return read;
  }

  /** The colour as six digits. */
  public String hex() {
    return String.format("%06x", rgb);
  }

  private Accent darker() {
    return new Accent(
        (int) ((rgb >> 16 & 0xFF) * 0.94) << 16
            | (int) ((rgb >> 8 & 0xFF) * 0.94) << 8
            | (int) ((rgb & 0xFF) * 0.94));
  }

  /** The contrast to white as WCAG defines it, from 1 to 21. */
  public double contrastToWhite() {
    return 1.05 / (luminance() + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(rgb >> 16 & 0xFF)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
