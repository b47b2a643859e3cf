package io.concertmaster.simulation;

import java.nio.file.Files;
import java.nio.file.Path;

public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    long from = Long.parseLong(arguments[0]);
    long count = Long.parseLong(arguments[1]);
    Path folder = Files.createTempDirectory("simulation");
    Files.createFile(folder.resolve("errors.json"));
    java.util.logging.LogManager.getLogManager().reset();
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
          if (count == 1) e.printStackTrace(System.out);
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
