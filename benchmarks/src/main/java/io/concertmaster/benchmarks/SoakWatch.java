package io.concertmaster.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What a long-running engine holds, looked at again and again. What was held in the first third of
 * the time is held against what was held in the last.
 */
final class SoakWatch {
  /** So large may the log of a database become. */
  static final long LOG_BYTES = 64L * 1_024 * 1_024;

  /** The heap may grow by a tenth, and by that many bytes, which is how much it sways. */
  private static final long HEAP_SWAY = 8L * 1_024 * 1_024;

  private static final long FEW = 4;

  private record Sample(long heap, long handles, long threads) {}

  private final Path home;
  private final List<Sample> samples = new ArrayList<>();
  private long mostLog;

  SoakWatch(Path home) {
    this.home = home;
  }

  /** Looks at the logs of the databases; this is cheap. */
  void lookAtLogs() throws IOException {
    for (String name : new String[] {"journal.db-wal", "items.db-wal"}) {
      Path log = home.resolve(name);
      mostLog = Math.max(mostLog, Files.exists(log) ? Files.size(log) : 0);
    }
  }

  /** Collects the heap, and notes what is held. */
  void sample() throws IOException {
    System.gc();
    Runtime memory = Runtime.getRuntime();
    samples.add(
        new Sample(
            memory.totalMemory() - memory.freeMemory(),
            handles().orElse(0),
            ManagementFactory.getThreadMXBean().getThreadCount()));
  }

  /** How many files this process has open; empty where the system does not say. */
  private static OptionalLong handles() throws IOException {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return OptionalLong.empty();
    }
    try (Stream<Path> all = Files.list(open)) {
      return OptionalLong.of(all.count());
    }
  }

  /** Prints rows, and one line for each thing that grew beyond its bound; whether none did. */
  boolean report(long steps) {
    row(steps, "heap_first_mb", first(Sample::heap) / 1048576.0);
    row(steps, "heap_last_mb", last(Sample::heap) / 1048576.0);
    row(steps, "log_most_mb", mostLog / 1048576.0);
    row(steps, "handles_first", (double) first(Sample::handles));
    row(steps, "handles_last", (double) last(Sample::handles));
    row(steps, "threads_first", (double) first(Sample::threads));
    row(steps, "threads_last", (double) last(Sample::threads));
    boolean heap = holds("heap", last(Sample::heap), first(Sample::heap) * 11 / 10 + HEAP_SWAY);
    boolean log = holds("log", mostLog, LOG_BYTES);
    boolean handles = holds("handles", last(Sample::handles), first(Sample::handles) + FEW);
    boolean threads = holds("threads", last(Sample::threads), first(Sample::threads) + FEW);
    return heap && log && handles && threads;
  }

  private static boolean holds(String what, long value, long bound) {
    if (value > bound) {
      System.out.println(what + " grew beyond " + bound + ": " + value);
    }
    return value <= bound;
  }

  private long first(ToLongFunction<Sample> part) {
    return median(samples.subList(0, third()), part);
  }

  private long last(ToLongFunction<Sample> part) {
    return median(samples.subList(samples.size() - third(), samples.size()), part);
  }

  private int third() {
    return Math.max(1, samples.size() / 3);
  }

  private static long median(List<Sample> some, ToLongFunction<Sample> part) {
    return some.stream().mapToLong(part).sorted().toArray()[some.size() / 2];
  }

  static void row(long steps, String metric, double value) {
    System.out.printf(Locale.ROOT, "soak %d %s %.1f%n", steps, metric, value);
  }
}
