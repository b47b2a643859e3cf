package io.concertmaster.cli;

import java.nio.file.Path;

/**
 * What Java's ahead-of-time cache of the commands is made from: the sample is checked and run, then
 * the server starts and serves until a signal ends it. What is not used here works too, it only
 * starts slower. The window has a cache of its own, made by opening it.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Rehearses.
   *
   * @param args a workflow that can be run, and a folder that may be written
   */
  public static void main(String[] args) {
    String workflow = args[0];
    Path folder = Path.of(args[1]);
    int exit = ConcertMaster.execute("validate", workflow);
    if (exit == ExitCode.OK) {
      exit = ConcertMaster.execute("run", workflow, "--home", folder.resolve("runs").toString());
    }
    if (exit == ExitCode.OK) {
      exit =
          ConcertMaster.execute(
              "serve", "--port", "0", "--home", folder.resolve("server").toString());
    }
    System.exit(exit);
  }
}
