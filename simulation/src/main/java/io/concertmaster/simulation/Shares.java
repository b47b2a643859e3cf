package io.concertmaster.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Processes that each take a share of the seeds at the same time. The last line of each says how
 * many of its seeds failed; one that ends without that line tells nothing of its seeds, and is an
 * accident whatever it exits with.
 */
final class Shares {
  /** What a process says at its end. */
  private static final Pattern END = Pattern.compile("\\d+ seeds, (\\d+) failures, \\d+ s");

  /**
   * A share of the seeds.
   *
   * @param first its first seed
   * @param last its last seed
   * @param process that tries them
   */
  private record Share(long first, long last, Process process) {}

  private final PrintStream out;
  private final List<Share> shares = new ArrayList<>();
  private long failures;
  private int accidents;

  /**
   * No processes yet.
   *
   * @param out where what they find is told, and which of them met with an accident
   */
  Shares(PrintStream out) {
    this.out = out;
  }

  /** The line with which a process ends. */
  static String end(long seeds, long failures, long seconds) {
    return String.format(Locale.ROOT, "%d seeds, %d failures, %d s", seeds, failures, seconds);
  }

  /** Starts the process of a share. */
  void start(long first, long last, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    shares.add(new Share(first, last, builder.start()));
  }

  /** Waits for all, and tells what they find. */
  void await() throws IOException, InterruptedException {
    for (Share each : shares) {
      await(each);
    }
  }

  private void await(Share share) throws IOException, InterruptedException {
    OptionalLong failed = OptionalLong.empty();
    try (BufferedReader reader = share.process().inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Matcher end = END.matcher(line);
        if (end.matches()) {
          failed = OptionalLong.of(Long.parseLong(end.group(1)));
        } else {
          out.println(line);
        }
      }
    }
    int exit = share.process().waitFor();
    failures += failed.orElse(0);
    if (failed.isEmpty() || exit != (failed.getAsLong() == 0 ? 0 : 1)) {
      accidents++;
      out.println(
          "seeds %d to %d: their process ended with %d %s: what its error output says is the cause"
              .formatted(
                  share.first(),
                  share.last(),
                  exit,
                  failed.isEmpty()
                      ? "before it had tried them all"
                      : "although it said that " + failed.getAsLong() + " failed"));
    }
  }

  /** How many seeds failed, as far as the processes said so. */
  long failures() {
    return failures;
  }

  /** How many processes did not come to their end. */
  int accidents() {
    return accidents;
  }
}
