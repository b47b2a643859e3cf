package io.concertmaster.simulation;

import io.concertmaster.simulation.bug.Bug;
import io.concertmaster.simulation.bug.Bugs;
import io.concertmaster.simulation.bug.Mutant;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("simulation");
    Files.createFile(folder.resolve("errors.json"));
    java.util.logging.LogManager.getLogManager().reset();
    if (arguments[0].equals("bugs")) {
      for (Bug bug : Bugs.ALL) {
        if (arguments.length > 1 && !bug.name().equals(arguments[1])) continue;
        long start = System.nanoTime();
        Mutant mutant = Mutant.of(bug, Path.of("."));
        String found = "";
        long seed = 0;
        while (found.isEmpty() && seed < 400) {
          found = mutant.tried(++seed, folder);
        }
        System.out.println(bug.name() + " " + (found.isEmpty() ? "NOT FOUND" : seed) + " " + (System.nanoTime() - start) / 1_000_000 + " ms " + found.lines().findFirst().orElse(""));
      }
      return;
    }
    long from = Long.parseLong(arguments[0]);
    long count = Long.parseLong(arguments[1]);
    long start = System.nanoTime();
    long steps = 0;
    int failed = 0;
    for (long seed = from; seed < from + count; seed++) {
      if (System.getenv("SHOW") != null) System.out.println("seed " + seed);
      Simulation world = new Simulation(seed, folder);
      try {
        world.run();
      } catch (Throwable e) {
        failed++;
        if (failed <= 5) {
          System.out.println("seed " + seed + ": " + e);
          if (count == 1) {
            e.printStackTrace(System.out);
            System.out.println(world.account());
          }
        }
      }
      steps += world.steps();
      if (seed % 500 == 0) {
        System.out.println(seed + " " + java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000 + " ms cpu");
      }
    }
    System.out.println(count + " seeds, " + failed + " failed, " + steps + " steps, " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }
}
