package io.concertmaster.model.expression.library.regexp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses a pattern (ECMA-262 §22.2.1). Without the flags u and v what is odd stands for itself, as
 * in Annex B: a lone brace, an escape of a plain letter.
 */
final class PatternParser {
  private static final int DEEPEST = 100;
  private static final int MOST_GROUPS = 1_000;

  private final String pattern;
  private final Flags flags;
  private final ClassParser classes;
  private final Map<String, List<Integer>> names = new LinkedHashMap<>();
  private final int groupCount;
  private final boolean named;
  private int at;
  private int groups;
  private int depth;

  private PatternParser(String pattern, Flags flags) throws PatternError {
    this.pattern = pattern;
    this.flags = flags;
    this.classes = new ClassParser(pattern, flags);
    int[] counted = count(pattern);
    this.groupCount = counted[0];
    this.named = counted[1] > 0;
    if (groupCount > MOST_GROUPS) {
      throw new PatternError("it has more than " + MOST_GROUPS + " groups");
    }
  }

  /** A parsed pattern: its tree, the number of groups with the whole match, and their names. */
  record Parsed(Term term, int groups, Map<String, List<Integer>> names) {}

  static Parsed parse(String pattern, Flags flags) throws PatternError {
    PatternParser parser = new PatternParser(pattern, flags);
    Term term = parser.choice();
    if (parser.at < pattern.length()) {
      throw new PatternError("')' closes nothing");
    }
    return new Parsed(term, parser.groups + 1, parser.names);
  }

  /** How many groups there are, and how many of them have names. */
  private static int[] count(String pattern) {
    int groups = 0;
    int named = 0;
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '[' -> inClass = true;
        case ']' -> inClass = false;
        case '(' -> {
          boolean name =
              pattern.startsWith("(?<", i)
                  && !pattern.startsWith("(?<=", i)
                  && !pattern.startsWith("(?<!", i);
          if (!inClass && (name || !pattern.startsWith("(?", i))) {
            groups++;
            named += name ? 1 : 0;
          }
        }
        default -> {
          // another character
        }
      }
    }
    return new int[] {groups, named};
  }

  private int peek() {
    return at < pattern.length() ? pattern.charAt(at) : -1;
  }

  private boolean accept(String text) {
    if (pattern.startsWith(text, at)) {
      at += text.length();
      return true;
    }
    return false;
  }

  private Term choice() throws PatternError {
    if (++depth > DEEPEST) {
      throw new PatternError("its groups nest too deeply");
    }
    List<Term> options = new ArrayList<>();
    options.add(sequence());
    while (accept("|")) {
      options.add(sequence());
    }
    depth--;
    return options.size() == 1 ? options.getFirst() : new Term.Choice(options);
  }

  private Term sequence() throws PatternError {
    List<Term> terms = new ArrayList<>();
    while (at < pattern.length() && peek() != '|' && peek() != ')') {
      int before = groups;
      Term term = term();
      terms.add(repeated(term, before));
    }
    return terms.size() == 1 ? terms.getFirst() : new Term.Sequence(terms);
  }

  private Term repeated(Term term, int groupsBefore) throws PatternError {
    int start = at;
    int[] bounds = bounds();
    if (bounds == null) {
      return term;
    }
    boolean fixed =
        term instanceof Term.Assertion
            || (term instanceof Term.Look look && (look.behind() || flags.unicode()));
    if (fixed) {
      at = start;
      throw new PatternError("nothing to repeat before '" + (char) peek() + "'");
    }
    boolean greedy = !accept("?");
    return new Term.Repeat(term, bounds[0], bounds[1], greedy, groupsBefore + 1, groups + 1);
  }

  private int @Nullable [] bounds() throws PatternError {
    if (accept("*")) {
      return new int[] {0, -1};
    }
    if (accept("+")) {
      return new int[] {1, -1};
    }
    if (accept("?")) {
      return new int[] {0, 1};
    }
    int start = at;
    if (accept("{")) {
      int least = number();
      int most = least;
      if (least >= 0 && accept(",")) {
        most = peek() == '}' ? -1 : number();
      }
      if (least >= 0 && accept("}")) {
        if (most >= 0 && most < least) {
          throw new PatternError("the numbers in {" + least + "," + most + "} are in wrong order");
        }
        return new int[] {least, most};
      }
      at = start;
    }
    return null;
  }

  /** A number, at most a billion; -1 where there is none. */
  private int number() {
    int start = at;
    long value = 0;
    while (CharClass.digit(peek())) {
      value = Math.min(1_000_000_000, value * 10 + (peek() - '0'));
      at++;
    }
    return at == start ? -1 : (int) value;
  }

  private Term term() throws PatternError {
    int c = pattern.codePointAt(at);
    return switch (c) {
      case '^', '$' -> {
        at++;
        yield new Term.Assertion((char) c);
      }
      case '.' -> {
        at++;
        yield new Term.OneOf(CharClass.any(flags.dotAll()));
      }
      case '(' -> group();
      case '[' -> {
        at = classes.parse(at);
        yield classes.parsed();
      }
      case '\\' -> escape();
      case '*', '+', '?' -> throw new PatternError("nothing to repeat before '" + (char) c + "'");
      case '{' -> {
        int start = at;
        if (flags.unicode() || bounds() != null) {
          throw new PatternError("nothing to repeat before '{'");
        }
        at = start + 1;
        yield new Term.Literal(c);
      }
      case '}', ']' -> {
        if (flags.unicode()) {
          throw new PatternError("'" + (char) c + "' closes nothing");
        }
        at++;
        yield new Term.Literal(c);
      }
      default -> {
        int width = flags.unicode() ? Character.charCount(c) : 1;
        int literal = flags.unicode() ? c : pattern.charAt(at);
        at += width;
        yield new Term.Literal(literal);
      }
    };
  }

  private Term group() throws PatternError {
    at++;
    Term term;
    if (accept("?:")) {
      // a sequence of its own: what cannot be repeated by itself can be in brackets
      term = new Term.Sequence(List.of(choice()));
    } else if (accept("?=")) {
      term = new Term.Look(choice(), false, false);
    } else if (accept("?!")) {
      term = new Term.Look(choice(), false, true);
    } else if (accept("?<=")) {
      term = new Term.Look(choice(), true, false);
    } else if (accept("?<!")) {
      term = new Term.Look(choice(), true, true);
    } else {
      int number = ++groups;
      if (accept("?<")) {
        names.computeIfAbsent(name(), n -> new ArrayList<>()).add(number);
      } else if (peek() == '?') {
        throw new PatternError("'(?' begins no group");
      }
      term = new Term.Group(number, choice());
    }
    if (!accept(")")) {
      throw new PatternError("a group has no end");
    }
    return term;
  }

  private String name() throws PatternError {
    int end = pattern.indexOf('>', at);
    String name = end < 0 ? "" : pattern.substring(at, end);
    boolean good = !name.isEmpty() && Character.isUnicodeIdentifierStart(name.codePointAt(0));
    good |= name.startsWith("$") || name.startsWith("_");
    if (!good || !name.chars().allMatch(c -> Character.isUnicodeIdentifierPart(c) || c == '$')) {
      throw new PatternError("a group's name is not right");
    }
    at = end + 1;
    return name;
  }

  private Term escape() throws PatternError {
    if (at + 1 >= pattern.length()) {
      throw new PatternError("a \\ stands at its end");
    }
    char c = pattern.charAt(at + 1);
    if (c == 'b' || c == 'B') {
      at += 2;
      return new Term.Assertion(c);
    }
    if (c == 'k' && (named || flags.unicode())) {
      at += 2;
      if (!accept("<")) {
        throw new PatternError("\\k needs a group's name: \\k<name>");
      }
      String name = name();
      if (!pattern.contains("(?<" + name + ">")) {
        throw new PatternError("there is no group named " + name);
      }
      return new Term.Reference(0, name);
    }
    if (c >= '1' && c <= '9') {
      int start = at;
      at++;
      int number = number();
      if (number <= groupCount) {
        return new Term.Reference(number, null);
      }
      if (flags.unicode()) {
        throw new PatternError("there is no group " + number);
      }
      at = start;
    }
    CharClass known = classes.classEscape(at);
    if (known != null) {
      at = classes.end();
      return new Term.OneOf(known);
    }
    int character = classes.character(at);
    at = classes.end();
    return new Term.Literal(character);
  }
}
