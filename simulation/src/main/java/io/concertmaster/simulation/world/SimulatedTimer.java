package io.concertmaster.simulation.world;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One thread that does work after a simulated time. What repeats is not foreseen. */
final class SimulatedTimer extends AbstractExecutorService implements ScheduledExecutorService {
  private final Schedule schedule;
  private final ExecutorService thread;

  SimulatedTimer(Schedule schedule, ExecutorService thread) {
    this.schedule = schedule;
    this.thread = thread;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
    return later(
        () -> {
          work.run();
          return true;
        },
        delay,
        unit);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
    return later(work, delay, unit);
  }

  private <V> Later<V> later(Callable<V> work, long delay, TimeUnit unit) {
    Later<V> later = new Later<>(work);
    later.due = schedule.after(Duration.ofNanos(unit.toNanos(delay)), () -> thread.execute(later));
    return later;
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable work, long initial, long period, TimeUnit unit) {
    throw new UnsupportedOperationException("the simulation knows no work that repeats");
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable work, long initial, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("the simulation knows no work that repeats");
  }

  @Override
  public void execute(Runnable work) {
    thread.execute(work);
  }

  @Override
  public void shutdown() {
    thread.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return thread.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return thread.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return thread.isTerminated();
  }

  @Override
  public boolean awaitTermination(long time, TimeUnit unit) {
    return thread.isTerminated();
  }

  private final class Later<V> extends FutureTask<V> implements ScheduledFuture<V> {
    private Schedule.@Nullable Due due;

    Later(Callable<V> work) {
      super(work);
    }

    @Override
    public boolean cancel(boolean interrupt) {
      if (due != null) {
        schedule.cancel(due);
      }
      return super.cancel(interrupt);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      long left = due == null ? 0 : due.nanos() - schedule.nanos();
      return unit.convert(left, TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
