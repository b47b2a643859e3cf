package io.concertmaster.cli;

/** What the exit codes mean; scripts lean on them (docs/command-line.md). */
final class ExitCode {
  /** Everything went well; for {@code validate}: no problem. */
  static final int OK = 0;

  /** The run failed; for {@code validate}: some problem. */
  static final int FAILED = 1;

  /** Wrong usage, or a file or store that cannot be used. */
  static final int USAGE = 2;

  /** The run was cancelled or took too long. */
  static final int STOPPED = 3;

  private ExitCode() {}
}
