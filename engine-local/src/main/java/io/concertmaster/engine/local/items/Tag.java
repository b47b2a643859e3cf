package io.concertmaster.engine.local.items;

/** The byte before each stored value that says what follows. Numbers never change. */
final class Tag {
  static final int NULL = 0;
  static final int FALSE = 1;
  static final int TRUE = 2;

  /** Signed integer of variable length. */
  static final int LONG = 3;

  /** Eight bytes, IEEE 754: −0 and NaN stay what they are. */
  static final int DOUBLE = 4;

  /** Scale, then the unscaled value's length and bytes. */
  static final int DECIMAL = 5;

  /** Length, then that many characters below 128. */
  static final int ASCII = 6;

  /** Length in bytes, then UTF-8. */
  static final int UTF8 = 7;

  /** Length in characters, then UTF-16: text with half a surrogate pair, which UTF-8 cannot say. */
  static final int UTF16 = 8;

  /** Number of a shape, then a value for each of its slots. */
  static final int OBJECT = 9;

  /** Length, then that many values. */
  static final int ARRAY = 10;

  private Tag() {}
}
