package io.concertmaster.model.expression.library.regexp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A set of characters. */
@FunctionalInterface
interface CharClass {
  /** Whether a character belongs to it. */
  boolean has(int character);

  /** The characters that do not. */
  default CharClass not() {
    return character -> !has(character);
  }

  /** {@code .} without and with line ends. */
  static CharClass any(boolean lineEnds) {
    return lineEnds ? c -> true : c -> !lineEnd(c);
  }

  static boolean lineEnd(int c) {
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
  }

  static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean word(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || digit(c) || c == '_';
  }

  static boolean space(int c) {
    return (c >= 9 && c <= 13)
        || c == ' '
        || c == 0xA0
        || c == 0xFEFF
        || c == 0x2028
        || c == 0x2029
        || (c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  /** The class of {@code \d \D \w \W \s \S}, or null for another letter. */
  static @Nullable CharClass escape(char letter) {
    return switch (letter) {
      case 'd' -> CharClass::digit;
      case 'D' -> c -> !digit(c);
      case 'w' -> CharClass::word;
      case 'W' -> c -> !word(c);
      case 's' -> CharClass::space;
      case 'S' -> c -> !space(c);
      default -> null;
    };
  }

  /** The characters with a Unicode property, or null where there is no such property. */
  static @Nullable CharClass property(String name) {
    int equals = name.indexOf('=');
    String value = name.substring(equals + 1);
    String key = equals < 0 ? "" : name.substring(0, equals);
    List<String> forms =
        switch (key) {
          case "" ->
              switch (value) {
                case "Any" -> List.of("[\\x{0}-\\x{10FFFF}]");
                case "ASCII" -> List.of("\\p{ASCII}");
                case "Assigned" -> List.of("\\P{Cn}");
                default -> List.of("\\p{Is" + value + "}", "\\p{" + category(value) + "}");
              };
          case "Script", "sc", "Script_Extensions", "scx" -> List.of("\\p{script=" + value + "}");
          case "General_Category", "gc" -> List.of("\\p{" + category(value) + "}");
          default -> List.of();
        };
    if (!value.matches("[A-Za-z0-9_]+")) {
      return null;
    }
    for (String form : forms) {
      try {
        IntPredicate has = predicate(Pattern.compile(form));
        return has::test;
      } catch (PatternSyntaxException e) {
        // the next form
      }
    }
    return null;
  }

  private static IntPredicate predicate(Pattern pattern) {
    return c -> pattern.matcher(Character.toString(c)).matches();
  }

  private static String category(String name) {
    return switch (name) {
      case "Letter" -> "L";
      case "Lowercase_Letter" -> "Ll";
      case "Uppercase_Letter" -> "Lu";
      case "Titlecase_Letter" -> "Lt";
      case "Modifier_Letter" -> "Lm";
      case "Other_Letter" -> "Lo";
      case "Mark", "Combining_Mark" -> "M";
      case "Nonspacing_Mark" -> "Mn";
      case "Number" -> "N";
      case "Decimal_Number", "digit" -> "Nd";
      case "Letter_Number" -> "Nl";
      case "Other_Number" -> "No";
      case "Punctuation", "punct" -> "P";
      case "Symbol" -> "S";
      case "Currency_Symbol" -> "Sc";
      case "Math_Symbol" -> "Sm";
      case "Separator" -> "Z";
      case "Space_Separator" -> "Zs";
      case "Other" -> "C";
      case "Control", "cntrl" -> "Cc";
      default -> name;
    };
  }

  /** Collects the members of a class in brackets. */
  final class Builder {
    private final List<int[]> ranges = new ArrayList<>();
    private final List<CharClass> classes = new ArrayList<>();

    void add(int from, int to) {
      ranges.add(new int[] {from, to});
    }

    void add(CharClass members) {
      classes.add(members);
    }

    CharClass build() {
      int[] bounds = ranges.stream().flatMapToInt(java.util.Arrays::stream).toArray();
      CharClass[] others = classes.toArray(CharClass[]::new);
      return c -> {
        for (int i = 0; i < bounds.length; i += 2) {
          if (c >= bounds[i] && c <= bounds[i + 1]) {
            return true;
          }
        }
        for (CharClass other : others) {
          if (other.has(c)) {
            return true;
          }
        }
        return false;
      };
    }
  }

  /** This class, in which a character counts whatever its case. */
  default CharClass ignoringCase() {
    return c -> {
      if (has(c)) {
        return true;
      }
      int upper = Character.toUpperCase(c);
      int lower = Character.toLowerCase(c);
      boolean narrow = c >= 128 && (upper < 128 || lower < 128);
      return !narrow && (has(upper) || has(lower) || has(Character.toLowerCase(upper)));
    };
  }
}
