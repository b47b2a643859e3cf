package io.concertmaster.node.data;

/**
 * What a JSON reader accepts.
 *
 * @param bytes the longest document, in bytes (characters where the source is text)
 * @param depth the deepest nesting of objects and arrays
 * @param string the longest string, in characters
 */
public record JsonLimits(long bytes, int depth, int string) {
  /** For data on its way between systems: 2 GB, depth 500, strings of 100 million characters. */
  public static final JsonLimits DATA = new JsonLimits(2L << 30, 500, 100_000_000);

  /**
   * For definitions (workflow and form files): 16 MB, depth 64, strings of a million characters.
   */
  public static final JsonLimits DEFINITION = new JsonLimits(16L << 20, 64, 1_000_000);

  public JsonLimits {
    if (bytes < 1 || depth < 1 || string < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
