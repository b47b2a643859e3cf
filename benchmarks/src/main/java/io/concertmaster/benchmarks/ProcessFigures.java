package io.concertmaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What this process has taken of the machine. */
final class ProcessFigures {
  private ProcessFigures() {}

  /** The CPU time of this process and of the living ones that it started. */
  static double cpuSeconds() {
    ProcessHandle self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants())
        .mapToDouble(p -> p.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(0.0))
        .sum();
  }

  /**
   * The most memory that this process had resident, and with it that of the living ones that it
   * started, in MB; 0 where the system does not say. Each had its most at its own moment, so the
   * sum is no less than what they had together.
   */
  static double peakResident() throws IOException {
    ProcessHandle self = ProcessHandle.current();
    List<ProcessHandle> all = Stream.concat(Stream.of(self), self.descendants()).toList();
    double sum = 0;
    for (ProcessHandle process : all) {
      sum += peakResident(Path.of("/proc/" + process.pid() + "/status"));
    }
    return sum;
  }

  private static double peakResident(Path status) throws IOException {
    if (!Files.exists(status)) {
      return 0; // another system, or the process has ended
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    return 0;
  }
}
