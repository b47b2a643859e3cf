package io.concertmaster.benchmarks;

import java.util.Locale;

/**
 * Prints rows {@code workload size metric value}.
 *
 * @param size of what is measured, in the workload's own unit
 */
record Rows(String workload, long size) {
  void row(String metric, long value) {
    row(metric, (double) value);
  }

  void row(String metric, double value) {
    System.out.printf(Locale.ROOT, "%s %d %s %.3f%n", workload, size, metric, value);
  }
}
