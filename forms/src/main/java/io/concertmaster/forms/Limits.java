package io.concertmaster.forms;

import io.concertmaster.forms.FormFinding.Kind;
import io.concertmaster.forms.FormFinding.Severity;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds limits of a field that nothing keeps: such as at least 5 and at most 3, or at most 0 of
 * what is asked for. A schema may say so, and nobody could fill the field in.
 */
final class Limits {
  /** So many stars are shown where a rating may be higher, in the window and on the page. */
  private static final long MOST_STARS = 10;

  private final Field field;
  private final String label;
  private final List<FormFinding> found = new ArrayList<>();

  private Limits(Field field, String label) {
    this.field = field;
    this.label = "“" + label + "”";
  }

  /**
   * What there is to say about the limits of a field.
   *
   * @param label what the field is called
   */
  static List<FormFinding> of(Field field, String label) {
    Limits limits = new Limits(field, label);
    limits.look();
    return List.copyOf(limits.found);
  }

  private void look() {
    switch (field.kind()) {
      case TEXT, LONG_TEXT, EMAIL, ADDRESS -> counted("minLength", "maxLength", "characters");
      case NUMBER, INTEGER -> number();
      case RATING -> stars();
      case SELECT, RADIO -> choices();
      case MULTI_SELECT -> {
        if (choices()) {
          several();
        }
      }
      case REPEATED -> counted("minItems", "maxItems", "entries");
      case FILE -> file();
      case DATE, TIME, DATE_TIME, CHECKBOX, HIDDEN, OTHER -> {}
    }
  }

  private void say(Severity severity, String message) {
    found.add(new FormFinding(Optional.of(field.at()), severity, Kind.LIMIT, message));
  }

  private void error(String message) {
    say(Severity.ERROR, message);
  }

  /** Limits of how many there are of something; whether they can be kept. */
  private boolean counted(String least, String most, String what) {
    Optional<Long> min = field.limit(least);
    Optional<Long> max = field.limit(most);
    if (max.isEmpty() || max.get() < 0) { // a count below 0 is no schema, which is said already
      return true;
    }
    if (max.get() == 0) {
      error(
          label
              + " may have at most 0 "
              + what
              + ", so that nobody can fill it in: write more, or take the limit out");
      return false;
    }
    if (min.isPresent() && min.get() > max.get()) {
      error(
          label
              + " must have at least "
              + min.get()
              + " "
              + what
              + " and at most "
              + max.get()
              + ": change one of the two");
      return false;
    }
    return true;
  }

  private void number() {
    @Nullable Bound least = stricter("minimum", "at least ", "exclusiveMinimum", "more than ", 1);
    @Nullable Bound most = stricter("maximum", "at most ", "exclusiveMaximum", "less than ", -1);
    if (least == null || most == null) {
      return;
    }
    boolean whole = field.kind() == FieldKind.INTEGER;
    int compared =
        whole
            ? least.whole(RoundingMode.CEILING).compareTo(most.whole(RoundingMode.FLOOR))
            : least.value.compareTo(most.value);
    if (compared > 0 || (!whole && compared == 0 && (least.exclusive || most.exclusive))) {
      error(
          label
              + " must be "
              + least.words
              + " and "
              + most.words
              + (whole && least.value.compareTo(most.value) < 0
                  ? ", and no whole number is: change one of the two"
                  : ": change one of the two"));
    }
  }

  /**
   * A bound of a number.
   *
   * @param towards 1 for one from below, -1 for one from above
   */
  private record Bound(BigDecimal value, boolean exclusive, int towards, String words) {
    /** The first whole number that keeps it. */
    BigDecimal whole(RoundingMode mode) {
      BigDecimal whole = value.setScale(0, mode);
      return exclusive && whole.compareTo(value) == 0
          ? whole.add(BigDecimal.valueOf(towards))
          : whole;
    }
  }

  /** That of two bounds which leaves less; null where there is none. */
  private @Nullable Bound stricter(
      String keyword, String words, String exclusive, String exclusiveWords, int towards) {
    @Nullable Bound plain = bound(keyword, false, towards, words);
    @Nullable Bound beyond = bound(exclusive, true, towards, exclusiveWords);
    if (plain == null || beyond == null) {
      return plain == null ? beyond : plain;
    }
    return Integer.signum(beyond.value.compareTo(plain.value)) != -towards ? beyond : plain;
  }

  private @Nullable Bound bound(String keyword, boolean exclusive, int towards, String words) {
    return field.schema().get(keyword) instanceof Number number
        ? new Bound(
            new BigDecimal(number.toString()), exclusive, towards, words + Json.write(number))
        : null;
  }

  private void stars() {
    long most = field.limit("maximum").orElse(5L);
    long least = field.limit("minimum").orElse(1L);
    if (most < 1) {
      error(label + " has no stars, so that nobody can fill it in: write how many, up to 10");
    } else if (least > Math.min(most, MOST_STARS)) {
      error(
          label
              + " asks for at least "
              + least
              + " stars and shows "
              + Math.min(most, MOST_STARS)
              + ": show more, or ask for fewer");
    } else if (most > MOST_STARS) {
      say(
          Severity.HINT,
          label
              + " has "
              + most
              + " stars, of which "
              + MOST_STARS
              + " are shown: write 10 or fewer");
    }
  }

  /** Whether there is something to choose. */
  private boolean choices() {
    if (field.choices().isEmpty()) {
      error(label + " has nothing to choose: add a choice");
      return false;
    }
    return true;
  }

  private void several() {
    long least = field.limit("minItems").orElse(0L);
    int all = field.choices().size();
    if (counted("minItems", "maxItems", "choices") && least > all) {
      error(
          label
              + " asks for at least "
              + least
              + " choices and has "
              + all
              + ": add some, or ask for fewer");
    }
  }

  private void file() {
    if (field.schema().get("properties") instanceof JsonObject properties
        && properties.get("size") instanceof JsonObject size
        && size.get("maximum") instanceof Number most
        && most.doubleValue() < 1) {
      error(
          label
              + " takes files of at most "
              + Json.write(most)
              + " bytes, which no file has: write more, or take the limit out");
    }
  }
}
