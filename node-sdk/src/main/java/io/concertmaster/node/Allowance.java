package io.concertmaster.node;

/**
 * The memory that a piece of work (a sort, a grouping, a join) may fill with what it holds. All
 * runs of an engine share one budget; a small part of it is certain for each piece of work, so that
 * nobody waits for room. It belongs to one activation, which gives back what is left when it ends.
 *
 * <p>The work says what it holds, and goes to disk when there is no more room:
 *
 * <pre>{@code
 * pack.add(item);
 * if (!allowance.hold(pack.bytes() - before)) {
 *   parts.add(pack.spill(order));
 *   allowance.free();
 * }
 * }</pre>
 */
public interface Allowance {
  /**
   * Counts so many bytes more as held; less than none gives some back.
   *
   * @return whether there is room for all that is held. Where not, what is held goes to disk, or as
   *     it is (a value that cannot be split), and is not to grow much more
   */
  boolean hold(long bytes);

  /** Counts nothing as held any more. */
  void free();
}
