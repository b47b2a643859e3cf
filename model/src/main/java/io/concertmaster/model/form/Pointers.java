package io.concertmaster.model.form;

/** JSON Pointers (RFC 6901), by which places in an answer are told. */
public final class Pointers {
  private Pointers() {}

  /** A name as a step of a pointer. */
  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The name that a step stands for. */
  public static String name(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
