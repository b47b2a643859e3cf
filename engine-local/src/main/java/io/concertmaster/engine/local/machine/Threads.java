package io.concertmaster.engine.local.machine;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;

/** Where an engine's threads come from. */
public interface Threads {
  /** Starts a thread. */
  Thread start(String name, Runnable work);

  /** Threads that share a queue of work, at most so many. */
  ThreadPoolExecutor pool(String name, int count);

  /** One thread that does work after a delay. What is cancelled is forgotten. */
  ScheduledExecutorService timer(String name);
}
