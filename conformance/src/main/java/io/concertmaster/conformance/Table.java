package io.concertmaster.conformance;

import io.concertmaster.conformance.Verdict.Outcome;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints verdicts: a table a suite with a row a group, and each failure with its differences. */
final class Table {
  private Table() {}

  static void print(List<Verdict> verdicts, PrintStream out) {
    Map<String, Map<String, Map<Outcome, Integer>>> suites = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      suites
          .computeIfAbsent(verdict.suite(), suite -> new LinkedHashMap<>())
          .computeIfAbsent(verdict.group(), group -> new EnumMap<>(Outcome.class))
          .merge(verdict.outcome(), 1, Integer::sum);
    }
    suites.forEach((suite, groups) -> suite(suite, groups, out));
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() != Outcome.PASS) {
        out.printf(
            "%s%s %s/%s: %s%n",
            verdict.outcome(),
            verdict.binding() ? "" : " (not binding)",
            verdict.suite(),
            verdict.group(),
            verdict.name());
        verdict.details().forEach(line -> out.println("    " + line));
      }
    }
  }

  private static void suite(
      String suite, Map<String, Map<Outcome, Integer>> groups, PrintStream out) {
    out.printf("%-24s %6s %6s %8s%n", suite, "pass", "fail", "skipped");
    Map<Outcome, Integer> total = new EnumMap<>(Outcome.class);
    groups.forEach((group, counts) -> {
      row("  " + group, counts, out);
      counts.forEach((outcome, count) -> total.merge(outcome, count, Integer::sum));
    });
    row("  together", total, out);
    int passed = total.getOrDefault(Outcome.PASS, 0);
    int judged = passed + total.getOrDefault(Outcome.FAIL, 0);
    if (judged > 0) {
      out.printf(Locale.ROOT, "  %.1f %% of %d%n", 100.0 * passed / judged, judged);
    }
    out.println();
  }

  private static void row(String name, Map<Outcome, Integer> counts, PrintStream out) {
    out.printf(
        "%-24s %6d %6d %8d%n",
        name,
        counts.getOrDefault(Outcome.PASS, 0),
        counts.getOrDefault(Outcome.FAIL, 0),
        counts.getOrDefault(Outcome.SKIP, 0));
  }
}
