package io.concertmaster.model;

/**
 * How many runs of a workflow may go on at once of those that its triggers begin, and what becomes
 * of one more. Runs that people start by hand, and runs that other runs call, do not count.
 *
 * @param atOnce so many, from 1 to {@link #MOST}
 */
public record Concurrency(int atOnce, Overlap overlap) {
  /** The highest number. */
  public static final int MOST = 10_000;

  /** A hundred runs; others wait. */
  public static final Concurrency DEFAULT = new Concurrency(100, Overlap.WAIT);

  public Concurrency {
    if (atOnce < 1 || atOnce > MOST) {
      throw new IllegalArgumentException("runs at once go from 1 to " + MOST);
    }
  }

  /** What becomes of a run that is due while enough others go on. */
  public enum Overlap {
    /** It begins when one of them has ended. */
    WAIT("wait"),
    /** It is left out. */
    SKIP("skip"),
    /** It begins, and the oldest of them is cancelled. */
    CANCEL("cancel");

    private final String id;

    Overlap(String id) {
      this.id = id;
    }

    /** The name in files. */
    public String id() {
      return id;
    }
  }
}
