package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.Paired;
import java.util.List;

/**
 * What counts as the lineage of a list's items.
 *
 * <p>Design note. Which ancestor an item has where a node did not say is known only when the node
 * is done: n8n's rule looks at how many items went in and came out. So the chunks keep what the
 * node said, and the list's name says how to fill in the rest when it is read. In the same way a
 * node that hands on an input item unchanged hands on a lineage that leads to its own input: a list
 * that is read as an input tells each item's position in that input.
 */
public enum Lineage {
  /** As the node said; nothing is filled in. */
  AS_SAID('n'),
  /** Where the node said nothing: the item of the same position at the first input. */
  SAME_POSITION('i'),
  /** Where the node said nothing: the first item of the first input. */
  FIRST_ITEM('z'),
  /** Whatever was said: the item of the same position at the first input. */
  PASSED('p');

  private final char letter;

  Lineage(char letter) {
    this.letter = letter;
  }

  char letter() {
    return letter;
  }

  static Lineage of(char letter) {
    for (Lineage each : values()) {
      if (each.letter == letter) {
        return each;
      }
    }
    throw new IllegalArgumentException("no lineage is called " + letter);
  }

  /**
   * What n8n's rule fills in.
   *
   * @param in how many items the node got, all its inputs together
   * @param out how many it sent
   */
  public static Lineage between(long in, long out) {
    if (in == 0) {
      return AS_SAID;
    }
    if (in == 1 || out == 1) {
      return FIRST_ITEM;
    }
    return in == out ? SAME_POSITION : AS_SAID;
  }

  List<Paired> fill(List<Paired> said, long position) {
    return switch (this) {
      case AS_SAID -> said;
      case SAME_POSITION -> said.isEmpty() ? List.of(new Paired(position, 0)) : said;
      case FIRST_ITEM -> said.isEmpty() ? List.of(new Paired(0, 0)) : said;
      case PASSED -> List.of(new Paired(position, 0));
    };
  }
}
