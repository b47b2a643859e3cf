package io.concertmaster.simulation.schedule;

import io.concertmaster.simulation.disk.Memory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command {@code dev/schedules}. */
public final class Schedules {
  private long worlds;
  private long moments;
  private long runs;
  private long deaths;
  private long leaps;
  private long steps;
  private long failures;

  private Schedules() {}

  /** Exit 1 where something was missed or doubled; 2 for a wrong argument. */
  public static void main(String[] arguments) throws Exception {
    long schedules = 1_000;
    long seed = 1;
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length || !arguments[i + 1].matches("\\d{1,9}")) {
        usage();
      }
      long number = Long.parseLong(arguments[i + 1]);
      switch (arguments[i]) {
        case "--schedules" -> schedules = number;
        case "--seed" -> seed = number;
        default -> usage();
      }
    }
    Path folder = Files.createTempDirectory("schedules");
    Schedules all = new Schedules();
    long start = System.nanoTime();
    long count = (schedules + ScheduleWorld.SCHEDULES - 1) / ScheduleWorld.SCHEDULES;
    for (long each = seed; each < seed + count; each++) {
      all.world(each, folder);
    }
    all.say((System.nanoTime() - start) / 1_000_000_000);
    System.exit(all.failures == 0 ? 0 : 1);
  }

  private static void usage() {
    System.err.println("Usage: dev/schedules [--schedules N] [--seed S]");
    System.exit(2);
  }

  @SuppressWarnings("CatchingUnchecked") // whatever goes wrong in a world is what it is run for
  private void world(long seed, Path folder) {
    ScheduleWorld world = new ScheduleWorld(seed, folder, new Memory());
    worlds++;
    try {
      ScheduleWorld.Told told = world.run();
      moments += told.moments();
      runs += told.runs();
      deaths += told.deaths();
      leaps += told.leaps();
      steps += told.steps();
    } catch (Throwable e) {
      failures++;
      System.out.println("seed " + seed + ": " + e);
      System.out.println(world.account());
    }
  }

  private void say(long seconds) {
    System.out.printf(
        "%d schedules in %d worlds: %d moments, %d runs, %d deaths, %d leaps of the clock, %d steps;"
            + " %d worlds with something missed or doubled; %d s%n",
        worlds * ScheduleWorld.SCHEDULES,
        worlds,
        moments,
        runs,
        deaths,
        leaps,
        steps,
        failures,
        seconds);
  }
}
