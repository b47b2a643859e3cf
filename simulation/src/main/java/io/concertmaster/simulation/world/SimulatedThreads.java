package io.concertmaster.simulation.world;

import io.concertmaster.engine.local.machine.Threads;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of a simulated process. They are kept when idle: to end them takes real time. */
public record SimulatedThreads(Schedule schedule) implements Threads {
  @Override
  public Thread start(String name, Runnable work) {
    return schedule.threads().name(name).start(work);
  }

  @Override
  public ThreadPoolExecutor pool(String name, int count) {
    return new ThreadPoolExecutor(
        count,
        count,
        0,
        TimeUnit.NANOSECONDS,
        new LinkedBlockingQueue<>(),
        schedule.threads().name(name + " ", 1).factory());
  }

  @Override
  public ScheduledExecutorService timer(String name) {
    return new SimulatedTimer(schedule, pool(name, 1));
  }
}
