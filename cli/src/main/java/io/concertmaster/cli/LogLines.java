package io.concertmaster.cli;

/**
 * How what the engine tells beside a command's own words stands on standard error: one line that
 * begins as all do; on a server with its time.
 */
final class LogLines {
  /** Read by Java's logging when it is first used, as its class documents. */
  private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

  private static final String LINE = "concertmaster: %5$s%6$s%n";

  private LogLines() {}

  /**
   * Sets the form of the lines, unless the person who started Java did.
   *
   * @param args of the command line
   */
  static void set(String[] args) {
    if (System.getProperty(FORMAT) == null) {
      boolean serves = args.length > 0 && args[0].equals("serve");
      System.setProperty(FORMAT, serves ? "%1$tF %1$tT " + LINE : LINE);
    }
  }
}
