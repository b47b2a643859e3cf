package io.concertmaster.engine.local.items;

import io.concertmaster.engine.ItemListRef;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What stands behind the id of a list: how lineage is filled in, what the hash names, the hash. A
 * list of one chunk is named by the chunk itself, a longer one by its table of contents. A very
 * short one lies in its name: so the event that names it holds it too, and a step that sends one
 * small item takes one write to the disk, not two.
 *
 * @param hash SHA-256 of the content in hexadecimal; of a list within its name the chunk itself, as
 *     URL-safe Base64; empty for a list without items
 */
record ListName(Lineage lineage, Form form, String hash) {
  /** What the hash names. */
  enum Form {
    EMPTY('0'),
    WITHIN('w'),
    CHUNK('1'),
    CONTENTS('m');

    private final char letter;

    Form(char letter) {
      this.letter = letter;
    }

    static Form of(char letter) {
      for (Form each : values()) {
        if (each.letter == letter) {
          return each;
        }
      }
      throw new IllegalArgumentException("no list has the form " + letter);
    }
  }

  static final ListName EMPTY = new ListName(Lineage.AS_SAID, Form.EMPTY, "");

  /**
   * What an id says.
   *
   * @throws IllegalArgumentException when it is not an id of this store
   */
  static ListName of(ItemListRef list) {
    if (list.id().length() < 2) {
      if (list.size() == 0) {
        return EMPTY;
      }
      throw new IllegalArgumentException("no list is called “" + list.id() + "”");
    }
    return new ListName(
        Lineage.of(list.id().charAt(0)), Form.of(list.id().charAt(1)), list.id().substring(2));
  }

  String id() {
    return "" + lineage.letter() + form.letter + hash;
  }

  ListName with(Lineage other) {
    return new ListName(other, form, hash);
  }

  /** The hash, or what lies within the name. */
  byte[] hashBytes() {
    return form == Form.WITHIN
        ? Base64.getUrlDecoder().decode(hash)
        : HexFormat.of().parseHex(hash);
  }

  /** The name of a list within its name. */
  static ListName within(Lineage lineage, byte[] chunk) {
    return new ListName(
        lineage, Form.WITHIN, Base64.getUrlEncoder().withoutPadding().encodeToString(chunk));
  }
}
