package io.concertmaster.script.host;

/** A promise was broken; says what with. */
final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  Broken(Trouble trouble) {
    super(trouble.error(), null, false, false);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
