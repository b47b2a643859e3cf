package io.concertmaster.script.wire;

/** The first byte of a value on the wire. */
final class Tag {
  static final int NULL = 0;
  static final int UNDEFINED = 1;
  static final int FALSE = 2;
  static final int TRUE = 3;

  /** A whole number: zigzag, seven bits a byte. */
  static final int LONG = 4;

  /** Eight bytes. */
  static final int DOUBLE = 5;

  /** A decimal number's text. */
  static final int DECIMAL = 6;

  /** A length and so many bytes, a character each. */
  static final int LATIN = 7;

  /** A length and so many pairs of bytes, a UTF-16 unit each. */
  static final int UTF16 = 8;

  /** A length and so many values. */
  static final int ARRAY = 9;

  /** The number of a record's names in this frame, and a value each. */
  static final int OBJECT = 10;

  /** How many names, the names as values, then a value each; the names get the next number. */
  static final int NEW_OBJECT = 11;

  private Tag() {}
}
