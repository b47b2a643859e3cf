package io.concertmaster.simulation;

import io.concertmaster.simulation.bug.Bug;
import io.concertmaster.simulation.bug.Bugs;
import io.concertmaster.simulation.bug.Mutant;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The command {@code dev/simulate}. */
public final class Simulate {
  /** So many seeds are tried before a planted bug counts as not found. */
  private static final long TRIED = 5_000;

  private static final long TOLD = 20;
  private static final long PROGRESS = 50_000;

  /** A world takes some milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private long from = 1;
  private long seeds = 1_000;
  private int processes = Runtime.getRuntime().availableProcessors();
  private boolean one;
  private String bug = "";
  private boolean bugs;
  private int accidents;

  private Simulate() {}

  /**
   * Exit 1 where a promise was broken, or a planted bug not found; 2 for a wrong argument; 3 where
   * a process that tried seeds did not come to its end.
   */
  public static void main(String[] arguments) throws Exception {
    Simulate command = new Simulate();
    if (!command.understands(new ArrayDeque<>(List.of(arguments)))) {
      System.err.println(
          "Usage: dev/simulate [--seeds N] [--from S] [--processes P] | --seed S | --bugs | --bug NAME"
              + " [--seed S]");
      System.exit(2);
    }
    Path folder = Files.createTempDirectory("simulation");
    boolean clean = command.run(new Worlds(folder));
    if (command.accidents > 0) {
      System.out.println(
          command.accidents + " processes did not come to their end: not all seeds were tried");
      System.exit(3);
    }
    System.exit(clean ? 0 : 1);
  }

  private boolean understands(Deque<String> arguments) {
    while (!arguments.isEmpty()) {
      String name = arguments.pop();
      if (name.equals("--bugs")) {
        bugs = true;
        continue;
      }
      if (arguments.isEmpty()) {
        return false;
      }
      String value = arguments.pop();
      if (name.equals("--bug")) {
        bug = value;
      } else if (!value.matches("\\d{1,18}")) {
        return false;
      } else {
        long number = Long.parseLong(value);
        switch (name) {
          case "--seeds" -> seeds = number;
          case "--from" -> from = number;
          case "--processes" -> processes = (int) Math.max(1, Math.min(64, number));
          case "--seed" -> {
            from = number;
            one = true;
          }
          default -> {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean run(Worlds worlds) throws Exception {
    if (bugs) {
      int found = 0;
      for (Bug each : Bugs.ALL) {
        found += isFound(each, worlds) ? 1 : 0;
      }
      System.out.println(found + " of " + Bugs.ALL.size() + " planted bugs found");
      return found == Bugs.ALL.size();
    }
    if (!bug.isEmpty()) {
      return isFound(Bugs.named(bug), worlds);
    }
    if (one) {
      String found = Trial.of(from, worlds.folder(), true);
      System.out.println(found.isEmpty() ? "seed " + from + ": nothing found" : found);
      return found.isEmpty();
    }
    return many(worlds);
  }

  private boolean many(Worlds worlds) throws Exception {
    long start = System.nanoTime();
    long failures = processes > 1 ? inProcesses() : here(worlds);
    System.out.println(Shares.end(seeds, failures, (System.nanoTime() - start) / 1_000_000_000));
    return failures == 0;
  }

  private long here(Worlds worlds) {
    Progress progress = new Progress(System.err, from, PROGRESS, PATIENCE);
    Map<Long, String> failures =
        worlds.run(from, seeds, seed -> progress.done(seed, seed - from + 1));
    failures.entrySet().stream()
        .limit(TOLD)
        .forEach(each -> System.out.println("seed " + each.getKey() + ": " + each.getValue()));
    return failures.size();
  }

  /** Each process takes its share of the seeds, and says at its end how many failed. */
  private long inProcesses() throws IOException, InterruptedException {
    Shares shares = new Shares(System.out);
    long share = (seeds + processes - 1) / processes;
    for (long first = from; first < from + seeds; first += share) {
      long count = Math.min(share, from + seeds - first);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(Simulate.class.getName(), "--processes", "1"));
      command.addAll(List.of("--from", Long.toString(first)));
      command.addAll(List.of("--seeds", Long.toString(count)));
      shares.start(first, first + count - 1, command);
    }
    shares.await();
    accidents = shares.accidents();
    return shares.failures();
  }

  private boolean isFound(Bug planted, Worlds worlds) throws Exception {
    Mutant mutant = Mutant.of(planted, Path.of(""));
    long first = one || from > 1 ? from : planted.seed();
    long last = one ? first : first + TRIED - 1;
    for (long seed = first; seed <= last; seed++) {
      String found = mutant.judged(seed, worlds.folder());
      if (!found.isEmpty()) {
        System.out.println(
            planted.name() + ": seed " + seed + ": " + found.lines().findFirst().orElse(""));
        return true;
      }
    }
    System.out.println(planted.name() + ": not found");
    return false;
  }
}
