package io.concertmaster.model.expression.library.regexp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A pattern as instructions for the {@link Matching}. Each has an operation and three numbers.
 * Inside of a look behind, characters are read backwards and sequences turned around.
 */
public final class Program {
  static final int CHAR = 0;
  static final int CLASS = 1;
  static final int SPLIT = 2;
  static final int JUMP = 3;
  static final int SAVE = 4;
  static final int ASSERT = 5;
  static final int REFERENCE = 6;
  static final int LOOK = 7;
  static final int ZERO = 8;
  static final int LOOP = 9;
  static final int ENTER = 10;
  static final int NEXT = 11;
  static final int ACCEPT = 12;

  private static final int LONGEST = 50_000;

  private final Flags flags;
  private final int groups;
  private final Map<String, List<Integer>> names;
  private final List<int[]> code = new ArrayList<>();
  private final List<CharClass> classes = new ArrayList<>();
  private final List<int[]> references = new ArrayList<>();
  private int[][] instructions = {};
  private CharClass[] members = {};
  private int[][] referred = {};
  private int registers;

  private Program(Flags flags, int groups, Map<String, List<Integer>> names) {
    this.flags = flags;
    this.groups = groups;
    this.names = new LinkedHashMap<>(names);
    this.registers = groups * 2;
  }

  /** Compiles a pattern. */
  public static Program compile(String pattern, String flags) throws PatternError {
    Flags known = Flags.of(flags);
    PatternParser.Parsed parsed = PatternParser.parse(pattern, known);
    Program program = new Program(known, parsed.groups(), parsed.names());
    program.emit(new Term.Group(0, parsed.term()), false);
    program.add(ACCEPT, 0, 0, 0);
    program.instructions = program.code.toArray(int[][]::new);
    program.members = program.classes.toArray(CharClass[]::new);
    program.referred = program.references.toArray(int[][]::new);
    return program;
  }

  Flags flags() {
    return flags;
  }

  /** How many groups there are, the whole match among them. */
  int groups() {
    return groups;
  }

  Map<String, List<Integer>> names() {
    return names;
  }

  int registers() {
    return registers;
  }

  /** The instructions. */
  int[][] code() {
    return instructions;
  }

  CharClass[] classes() {
    return members;
  }

  int[][] references() {
    return referred;
  }

  private int add(int operation, int a, int b, int c) throws PatternError {
    if (code.size() > LONGEST) {
      throw new PatternError("it is too long");
    }
    code.add(new int[] {operation, a, b, c});
    return code.size() - 1;
  }

  private void patch(int place, int slot, int value) {
    code.get(place)[slot] = value;
  }

  static int folded(int c, boolean unicode) {
    if (c < 128) {
      return c >= 'a' && c <= 'z' ? c - 32 : c;
    }
    int upper = Character.toUpperCase(c);
    if (unicode) {
      return Character.toUpperCase(Character.toLowerCase(upper));
    }
    return upper < 128 ? c : upper;
  }

  private void emit(Term term, boolean back) throws PatternError {
    int direction = back ? 1 : 0;
    switch (term) {
      case Term.Empty empty -> {
        // nothing to do
      }
      case Term.Literal(int c) -> {
        int folded = flags.ignoreCase() ? folded(c, flags.unicode()) : c;
        add(CHAR, folded, direction, 0);
      }
      case Term.OneOf(CharClass members) -> {
        classes.add(members);
        add(CLASS, classes.size() - 1, direction, 0);
      }
      case Term.Sequence(List<Term> terms) -> {
        for (int i = 0; i < terms.size(); i++) {
          emit(terms.get(back ? terms.size() - 1 - i : i), back);
        }
      }
      case Term.Choice(List<Term> terms) -> choice(terms, back);
      case Term.Group(int number, Term body) -> {
        add(SAVE, number * 2 + direction, 0, 0);
        emit(body, back);
        add(SAVE, number * 2 + 1 - direction, 0, 0);
      }
      case Term.Repeat repeat -> repeat(repeat, back);
      case Term.Assertion(char sign) -> add(ASSERT, sign, 0, 0);
      case Term.Look look -> {
        int place = add(LOOK, 0, look.negative() ? 1 : 0, 0);
        patch(place, 1, code.size());
        emit(look.body(), look.behind());
        add(ACCEPT, 0, 0, 0);
        patch(place, 3, code.size());
      }
      case Term.Reference reference -> {
        List<Integer> numbers =
            reference.name() == null
                ? List.of(reference.group())
                : Objects.requireNonNull(names.getOrDefault(reference.name(), List.of()));
        references.add(numbers.stream().mapToInt(Integer::intValue).toArray());
        add(REFERENCE, references.size() - 1, direction, 0);
      }
    }
  }

  private void choice(List<Term> terms, boolean back) throws PatternError {
    List<Integer> jumps = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      if (i == terms.size() - 1) {
        emit(terms.get(i), back);
        break;
      }
      int split = add(SPLIT, code.size() + 1, 0, 0);
      emit(terms.get(i), back);
      jumps.add(add(JUMP, 0, 0, 0));
      patch(split, 2, code.size());
    }
    for (int jump : jumps) {
      patch(jump, 1, code.size());
    }
  }

  /**
   * A counter and the place where a pass began lie in two registers: LOOP decides whether to go on,
   * ENTER begins a pass and forgets its groups, NEXT refuses a pass that read nothing.
   */
  private void repeat(Term.Repeat repeat, boolean back) throws PatternError {
    int counter = registers;
    registers += 2;
    add(ZERO, counter, 0, 0);
    int loop = add(LOOP, counter, repeat.greedy() ? 1 : 0, 0);
    add(JUMP, repeat.least(), repeat.most(), 0);
    add(ENTER, counter, repeat.firstGroup() * 2, repeat.lastGroup() * 2);
    emit(repeat.body(), back);
    add(NEXT, counter, loop, repeat.least());
    patch(loop, 3, code.size());
  }
}
