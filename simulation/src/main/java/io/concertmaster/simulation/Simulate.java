package io.concertmaster.simulation;

import io.concertmaster.simulation.bug.Bug;
import io.concertmaster.simulation.bug.Bugs;
import io.concertmaster.simulation.bug.Mutant;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code dev/simulate}. */
public final class Simulate {
  /** So many seeds are tried before a planted bug counts as not found. */
  private static final long TRIED = 5_000;

  private static final long TOLD = 20;
  private static final Pattern END = Pattern.compile("\\d+ seeds, (\\d+) failures, \\d+ s");
  private static final long PROGRESS = 50_000;

  private long from = 1;
  private long seeds = 1_000;
  private int processes = Runtime.getRuntime().availableProcessors();
  private boolean one;
  private String bug = "";
  private boolean bugs;

  private Simulate() {}

  /** Exit 1 where a promise was broken, or a planted bug not found; 2 for a wrong argument. */
  public static void main(String[] arguments) throws Exception {
    Simulate command = new Simulate();
    if (!command.understands(new ArrayDeque<>(List.of(arguments)))) {
      System.err.println(
          "Usage: dev/simulate [--seeds N] [--from S] [--processes P] | --seed S | --bugs | --bug NAME"
              + " [--seed S]");
      System.exit(2);
    }
    Path folder = Files.createTempDirectory("simulation");
    System.exit(command.run(new Worlds(folder)) ? 0 : 1);
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
    System.out.printf(
        "%d seeds, %d failures, %d s%n",
        seeds, failures, (System.nanoTime() - start) / 1_000_000_000);
    return failures == 0;
  }

  private long here(Worlds worlds) {
    Map<Long, String> failures =
        worlds.run(
            from,
            seeds,
            seed -> {
              if ((seed - from + 1) % PROGRESS == 0) {
                System.err.println("seed " + seed + " is done");
              }
            });
    failures.entrySet().stream()
        .limit(TOLD)
        .forEach(each -> System.out.println("seed " + each.getKey() + ": " + each.getValue()));
    return failures.size();
  }

  /** Each process takes its share of the seeds, and says at its end how many failed. */
  private long inProcesses() throws IOException, InterruptedException {
    List<Process> all = new ArrayList<>();
    long share = (seeds + processes - 1) / processes;
    for (long first = from; first < from + seeds; first += share) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(Simulate.class.getName(), "--processes", "1"));
      command.addAll(List.of("--from", Long.toString(first)));
      command.addAll(List.of("--seeds", Long.toString(Math.min(share, from + seeds - first))));
      all.add(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }
    long failures = 0;
    for (Process each : all) {
      try (BufferedReader reader = each.inputReader()) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          Matcher end = END.matcher(line);
          if (end.matches()) {
            failures += Long.parseLong(end.group(1));
          } else {
            System.out.println(line);
          }
        }
      }
      if (each.waitFor() > 1) {
        throw new IOException("a process of the simulation ended with " + each.exitValue());
      }
    }
    return failures;
  }

  private boolean isFound(Bug planted, Worlds worlds) throws Exception {
    Mutant mutant = Mutant.of(planted, Path.of(""));
    long last = one ? from : from + TRIED - 1;
    for (long seed = from; seed <= last; seed++) {
      String found = mutant.tried(seed, worlds.folder());
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
