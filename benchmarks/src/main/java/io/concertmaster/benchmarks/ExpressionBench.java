package io.concertmaster.benchmarks;

import io.concertmaster.model.expression.Evaluable;
import io.concertmaster.model.expression.Expression;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.script.ScriptSource;
import io.concertmaster.node.data.Item;
import io.concertmaster.script.HostSettings;
import io.concertmaster.script.ScriptHost;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures three expressions over many items: handwritten Java, the first tier, and the second tier
 * in its process, which gets the items in batches. Prints rows {@code metric value}.
 */
public final class ExpressionBench {
  private static final List<String> EXPRESSIONS =
      List.of(
          "={{ $json.amount * 1.2 }}",
          "={{ $json.first.toUpperCase() + '-' + $json.id }}",
          "={{ $('Node').item.json.x?.y ?? 'none' }}");

  /** So many items go to the process at once. */
  private static final int BATCH = 1_000;

  private static final int ROUNDS = 7;

  private static long counted;

  private ExpressionBench() {}

  /** Uses a value, so that no measured work is left out. */
  private static void use(@Nullable Object value) {
    counted += value == null ? 0 : 1;
  }

  /** Measures over as many items as the first argument says. */
  public static void main(String[] args) throws ExpressionException {
    int items = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    for (int e = 0; e < EXPRESSIONS.size(); e++) {
      Expression expression = Expression.compile(EXPRESSIONS.get(e));
      measure(items / 2, handwritten(e));
      measure(items / 2, first(expression));
      compare("E" + (e + 1), items, handwritten(e), first(expression));
    }
    processes(items);
    row("values", (double) counted);
  }

  /** What is measured, for one item. */
  private interface Work {
    @Nullable Object of(BenchScope scope) throws ExpressionException;
  }

  private static Work first(Expression expression) {
    return expression::evaluate;
  }

  private static Work handwritten(int expression) {
    return switch (expression) {
      case 0 -> Handwritten::amount;
      case 1 -> Handwritten::label;
      default -> Handwritten::other;
    };
  }

  /** Measures both in turns, so that a busy moment of the machine hurts neither alone. */
  private static void compare(String name, int items, Work java, Work tier)
      throws ExpressionException {
    double[] ratios = new double[ROUNDS];
    double leastJava = Double.MAX_VALUE;
    double leastTier = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      double one = measure(items, java);
      double other = measure(items, tier);
      ratios[i] = other / one;
      leastJava = Math.min(leastJava, one);
      leastTier = Math.min(leastTier, other);
    }
    Arrays.sort(ratios);
    row(name + "_handwritten_ns", leastJava);
    row(name + "_handwritten_per_cpu_second", 1e9 / leastJava);
    row(name + "_tier0_ns", leastTier);
    row(name + "_tier0_per_cpu_second", 1e9 / leastTier);
    row(name + "_ratio_median", ratios[ROUNDS / 2]);
  }

  /** Nanoseconds of CPU for one item. */
  private static double measure(int items, Work work) throws ExpressionException {
    var threads = ManagementFactory.getThreadMXBean();
    BenchScope[] scopes = new BenchScope[BATCH];
    for (int i = 0; i < BATCH; i++) {
      scopes[i] = BenchScope.of(i);
    }
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < items; i++) {
      use(work.of(scopes[i % BATCH]));
    }
    return (threads.getCurrentThreadCpuTime() - start) / (double) items;
  }

  private static void processes(int items) throws ExpressionException {
    long start = System.nanoTime();
    try (ScriptHost host = new ScriptHost(HostSettings.DEFAULT)) {
      Evaluable simple = host.prepare(ScriptSource.of("={{ $json.id + 1 }}"));
      use(simple.evaluate(BenchScope.of(1)));
      row("host_first_result_ms", (System.nanoTime() - start) / 1e6);
      double[] warm = new double[20];
      for (int i = 0; i < warm.length; i++) {
        long began = System.nanoTime();
        use(simple.evaluate(BenchScope.of(1).inRun("warm " + i)));
        warm[i] = (System.nanoTime() - began) / 1e6;
      }
      Arrays.sort(warm);
      row("host_warm_start_ms_median", warm[warm.length / 2]);
      row("host_warm_start_ms_worst", warm[warm.length - 1]);
      for (int e = 0; e < EXPRESSIONS.size(); e++) {
        second(host, e, items);
      }
    }
  }

  private static void second(ScriptHost host, int e, int items) throws ExpressionException {
    Evaluable expression = host.prepare(ScriptSource.of(EXPRESSIONS.get(e)));
    batches(expression, Math.max(BATCH, items / 10));
    Duration busy = host.busy();
    long start = System.nanoTime();
    batches(expression, items);
    double wall = (System.nanoTime() - start) / 1e3 / items;
    double cpu = host.busy().minus(busy).toNanos() / 1e3 / items;
    row("E" + (e + 1) + "_tier1_us_wall_with_pipe", wall);
    row("E" + (e + 1) + "_tier1_us_cpu_of_process", cpu);
    row("E" + (e + 1) + "_tier1_per_cpu_second", cpu == 0 ? 0 : 1e6 / cpu);
  }

  private static void batches(Evaluable expression, int items) throws ExpressionException {
    List<Item> batch = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      batch.add(BenchScope.of(i).item().orElseThrow());
    }
    for (int done = 0; done < items; done += BATCH) {
      use(expression.evaluate(BenchScope.of(0), batch));
    }
  }

  private static void row(String name, double value) {
    System.out.printf(Locale.ROOT, "%s %.2f%n", name, value);
  }
}
