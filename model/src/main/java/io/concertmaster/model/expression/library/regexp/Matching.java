package io.concertmaster.model.expression.library.regexp;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link Program} over a text. What was chosen lies on a stack of its own, what registers
 * held before on a trail, so that going back costs no Java stack. Each instruction is paid for.
 */
final class Matching {
  /** How many instructions one step of the evaluation pays for. */
  private static final int PER_STEP = 2;

  private static final int HIGHEST_STACK = 12_000_000;

  private final Frame frame;
  private final String text;
  private final int[][] code;
  private final CharClass[] classes;
  private final int[][] references;
  private final int groups;
  private final boolean ignoreCase;
  private final boolean multiline;
  private final boolean unicode;
  private final int[] registers;
  private int[] stack = new int[96];
  private int top;
  private int[] trail = new int[64];
  private int trailTop;
  private int spent;

  Matching(Frame frame, Program program, String text) {
    this.frame = frame;
    this.text = text;
    this.code = program.code();
    this.classes = program.classes();
    this.references = program.references();
    this.groups = program.groups();
    this.ignoreCase = program.flags().ignoreCase();
    this.multiline = program.flags().multiline();
    this.unicode = program.flags().unicode();
    this.registers = new int[program.registers()];
  }

  /**
   * The match that begins at a place.
   *
   * @return start and end of each group, -1 for one that took no part; null for no match
   */
  int @Nullable [] at(int start) {
    Arrays.fill(registers, 0, groups * 2, -1);
    top = 0;
    trailTop = 0;
    boolean found = run(0, start);
    pay();
    return found ? Arrays.copyOf(registers, groups * 2) : null;
  }

  /** The first match that begins at a place or behind it. */
  int @Nullable [] from(int start) {
    int first = onlyFirst();
    for (int i = start; i <= text.length(); i++) {
      if (first >= 0) {
        int next = text.indexOf(first, i);
        frame.chargeScan((next < 0 ? text.length() : next) - i);
        if (next < 0) {
          return null;
        }
        i = next;
      }
      int[] match = at(i);
      if (match != null) {
        return match;
      }
      boolean pair =
          unicode
              && i + 1 < text.length()
              && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
      i += pair ? 1 : 0;
    }
    return null;
  }

  /** The character with which every match begins, where there is one. */
  private int onlyFirst() {
    int[] second = code[1];
    return second[0] == Program.CHAR && !ignoreCase && second[1] < 0x10000 ? second[1] : -1;
  }

  private void pay() {
    frame.charge(1 + spent / PER_STEP);
    spent = 0;
  }

  private void set(int register, int value) {
    if (trailTop + 2 > trail.length) {
      limit(trail.length);
      trail = Arrays.copyOf(trail, trail.length * 2);
    }
    trail[trailTop++] = register;
    trail[trailTop++] = registers[register];
    registers[register] = value;
  }

  private static void limit(int size) {
    if (size > HIGHEST_STACK) {
      throw Failure.raised(
          Kind.LIMIT, "the regular expression tries too many ways to match the text");
    }
  }

  private void undo(int mark) {
    while (trailTop > mark) {
      trailTop -= 2;
      registers[trail[trailTop]] = trail[trailTop + 1];
    }
  }

  private void push(int pc, int position) {
    if (top + 3 > stack.length) {
      limit(stack.length);
      stack = Arrays.copyOf(stack, stack.length * 2);
    }
    stack[top++] = pc;
    stack[top++] = position;
    stack[top++] = trailTop;
  }

  /** Runs from an instruction; true when it accepts. */
  private boolean run(int startPc, int startPosition) {
    int base = top;
    int pc = startPc;
    int position = startPosition;
    while (true) {
      if (++spent >= 1024) {
        pay();
      }
      int[] in = code[pc];
      boolean good = true;
      switch (in[0]) {
        case Program.CHAR, Program.CLASS -> {
          int next = read(in, position);
          good = next >= 0;
          position = next;
          pc++;
        }
        case Program.SPLIT -> {
          push(in[2], position);
          pc = in[1];
        }
        case Program.JUMP -> pc = in[1];
        case Program.SAVE -> {
          set(in[1], position);
          pc++;
        }
        case Program.ASSERT -> {
          good = holds((char) in[1], position);
          pc++;
        }
        case Program.REFERENCE -> {
          position = again(references[in[1]], position, in[2] == 1);
          good = position >= 0;
          pc++;
        }
        case Program.LOOK -> {
          int mark = trailTop;
          boolean found = run(in[1], position);
          if (!found || in[2] == 1) {
            undo(mark);
          }
          good = found != (in[2] == 1);
          pc = in[3];
        }
        case Program.ZERO -> {
          set(in[1], 0);
          pc++;
        }
        case Program.LOOP -> pc = loop(in, pc, position);
        case Program.ENTER -> {
          set(in[1], registers[in[1]] + 1);
          set(in[1] + 1, position);
          for (int group = in[2]; group < in[3]; group++) {
            if (registers[group] >= 0) {
              set(group, -1);
            }
          }
          pc++;
        }
        case Program.NEXT -> {
          good = position != registers[in[1] + 1] || registers[in[1]] <= in[3];
          pc = in[2];
        }
        default -> {
          top = base;
          return true;
        }
      }
      if (!good) {
        if (top == base) {
          return false;
        }
        top -= 3;
        undo(stack[top + 2]);
        pc = stack[top];
        position = stack[top + 1];
      }
    }
  }

  /** Where to go on: another pass, or what follows; the other way is kept for later. */
  private int loop(int[] in, int pc, int position) {
    int least = code[pc + 1][1];
    int most = code[pc + 1][2];
    int count = registers[in[1]];
    int pass = pc + 2;
    int exit = in[3];
    if (count < least) {
      return pass;
    }
    if (most >= 0 && count >= most) {
      return exit;
    }
    boolean greedy = in[2] == 1;
    push(greedy ? exit : pass, position);
    return greedy ? pass : exit;
  }

  private int read(int[] in, int position) {
    boolean back = in[2] == 1;
    if (back ? position == 0 : position >= text.length()) {
      return -1;
    }
    int c;
    int next;
    if (unicode) {
      c = back ? text.codePointBefore(position) : text.codePointAt(position);
      next = back ? position - Character.charCount(c) : position + Character.charCount(c);
    } else {
      c = text.charAt(back ? position - 1 : position);
      next = back ? position - 1 : position + 1;
    }
    boolean fits =
        in[0] == Program.CLASS
            ? classes[in[1]].has(c)
            : (ignoreCase ? Program.folded(c, unicode) : c) == in[1];
    return fits ? next : -1;
  }

  private boolean holds(char sign, int position) {
    return switch (sign) {
      case '^' -> position == 0 || (multiline && CharClass.lineEnd(text.charAt(position - 1)));
      case '$' ->
          position == text.length() || (multiline && CharClass.lineEnd(text.charAt(position)));
      default -> {
        boolean before = position > 0 && CharClass.word(text.charAt(position - 1));
        boolean after = position < text.length() && CharClass.word(text.charAt(position));
        yield (before != after) == (sign == 'b');
      }
    };
  }

  /** Reads once more what a group matched; a group that took no part matches nothing. */
  private int again(int[] candidates, int position, boolean back) {
    for (int group : candidates) {
      int from = registers[group * 2];
      int to = registers[group * 2 + 1];
      if (from < 0 || to < 0) {
        continue;
      }
      int length = to - from;
      int start = back ? position - length : position;
      if (start < 0 || start + length > text.length()) {
        return -1;
      }
      spent += length;
      for (int i = 0; i < length; i++) {
        int a = text.charAt(from + i);
        int b = text.charAt(start + i);
        boolean same =
            a == b || (ignoreCase && Program.folded(a, unicode) == Program.folded(b, unicode));
        if (!same) {
          return -1;
        }
      }
      return back ? start : start + length;
    }
    return position;
  }
}
