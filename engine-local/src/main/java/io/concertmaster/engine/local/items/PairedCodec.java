package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.Paired;
import java.util.ArrayList;
import java.util.List;

/**
 * Lineage in bytes. Almost all items descend from the item of the same position, or from the one
 * after their predecessor's ancestor: those take no byte beyond the kind.
 */
final class PairedCodec {
  static final int NONE = 0;

  /** One ancestor, at input 0, in this item's own position. */
  static final int SAME = 1;

  /** One ancestor, at input 0, right after the ancestor of the item before. */
  static final int NEXT = 2;

  /** One ancestor: distance from the one of the item before, input. */
  static final int ONE = 3;

  /** Several: count of runs; each run: distance from the end of the run before, length, input. */
  static final int MANY = 4;

  private PairedCodec() {}

  /** How the lineage of the item in a position is written, after an item with that ancestor. */
  static int kind(List<Paired> paired, long position, long previous) {
    if (paired.size() != 1) {
      return paired.isEmpty() ? NONE : MANY;
    }
    Paired one = paired.getFirst();
    if (one.input() == 0 && one.item() == position) {
      return SAME;
    }
    return one.input() == 0 && one.item() == previous + 1 ? NEXT : ONE;
  }

  static void write(ByteWriter out, int kind, List<Paired> paired, long previous) {
    if (kind == ONE) {
      out.writeSigned(paired.getFirst().item() - previous);
      out.writeUnsigned(paired.getFirst().input());
    } else if (kind == MANY) {
      writeRuns(out, paired);
    }
  }

  private static void writeRuns(ByteWriter out, List<Paired> paired) {
    List<int[]> runs = new ArrayList<>();
    for (int i = 0; i < paired.size(); ) {
      int end = i + 1;
      while (end < paired.size()
          && paired.get(end).input() == paired.get(i).input()
          && paired.get(end).item() == paired.get(end - 1).item() + 1) {
        end++;
      }
      runs.add(new int[] {i, end});
      i = end;
    }
    out.writeUnsigned(runs.size());
    long after = 0;
    for (int[] run : runs) {
      Paired first = paired.get(run[0]);
      out.writeSigned(first.item() - after);
      out.writeUnsigned(run[1] - run[0]);
      out.writeUnsigned(first.input());
      after = paired.get(run[1] - 1).item() + 1;
    }
  }

  static List<Paired> read(ByteReader in, int kind, long position, long previous) {
    return switch (kind) {
      case NONE -> List.of();
      case SAME -> List.of(new Paired(position, 0));
      case NEXT -> List.of(new Paired(previous + 1, 0));
      case ONE -> List.of(new Paired(previous + in.readSigned(), in.readCount()));
      case MANY -> readRuns(in);
      default -> throw new IllegalArgumentException("no lineage has the kind " + kind);
    };
  }

  private static List<Paired> readRuns(ByteReader in) {
    int runs = in.readCount();
    List<Paired> paired = new ArrayList<>();
    long after = 0;
    for (int run = 0; run < runs; run++) {
      long first = after + in.readSigned();
      int length = in.readCount();
      int input = in.readCount();
      for (int i = 0; i < length; i++) {
        paired.add(new Paired(first + i, input));
      }
      after = first + length;
    }
    return paired;
  }
}
