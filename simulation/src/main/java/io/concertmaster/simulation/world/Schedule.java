package io.concertmaster.simulation.world;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The life of one simulated process: its threads, and the time that passes for them.
 *
 * <p>Design note. The threads are virtual threads whose scheduler this is. Whenever one of them
 * waits (for a lock, a queue, the disk) it gives up the one real thread, and chance says who goes
 * on: so the engine's own code runs as it is, and the same chance gives the same life. A process
 * dies by nobody going on. The JDK has no public way to give virtual threads a scheduler; its own
 * tests use the constructor that is used here, and the program must be started with {@code
 * --add-opens=java.base/java.lang=ALL-UNNAMED}.
 */
public final class Schedule implements Executor, InstantSource {
  /** How a life ended. */
  public enum End {
    /** What was to be done is done. */
    OVER,
    /** Nobody can go on, and nothing is due. */
    STILL,
    /** It was killed. */
    DEAD,
    /** It goes on and on: far longer than a life takes in which something comes to an end. */
    ENDLESS
  }

  /** Who goes on where several can. */
  private enum Turns {
    OLDEST,
    NEWEST,
    ANYBODY,
    RANKS
  }

  private static final List<Turns> TURNS = List.of(Turns.values());

  /** Something to do at a moment; the earlier one first, of those at one moment the older one. */
  public record Due(long nanos, long number, Runnable call) {}

  /** So many turns no life takes in which nothing that outlives it happens. */
  private static final long MOST_IDLE = 300_000;

  /**
   * So many turns no life takes that comes to an end. Most take some thousands; where loops call
   * workflows in which loops call others, one of hundreds of thousands takes half a million.
   */
  private static final long MOST_TURNS = 5_000_000;

  private static final long OUTSIDE_MILLIS = 200;

  /** A busy machine may be late. */
  private static final long HELD_UP_MILLIS = 5_000;

  private static final Constructor<?> VIRTUAL = virtual();

  /** What the JDK itself notes of a virtual thread; what it tells others is less. */
  private static final Field STATE = field("state");

  private static final int UNBLOCKED = unblocked();

  private final SplittableRandom random;
  private long death;
  private final Thread owner = Thread.currentThread();
  private final List<Runnable> ready = new ArrayList<>();
  private final BlockingQueue<Runnable> fromOutside = new LinkedBlockingQueue<>();
  private final PriorityQueue<Due> dues =
      new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::number));
  private final Turns whose;
  private final IdentityHashMap<Runnable, Integer> ranks = new IdentityHashMap<>();
  private final IdentityHashMap<Runnable, Thread> threads = new IdentityHashMap<>();
  private long nanos;
  private long jumped;
  private long steps;

  /** Steps of threads, and what was due. */
  private long turns;

  /** How many turns there were when something happened that outlives the process. */
  private long happened;

  private long number;
  private @Nullable Throwable fault;

  /**
   * A process that is born.
   *
   * @param nanos what the time is, from the beginning of the world
   * @param death after how many steps it dies
   */
  public Schedule(SplittableRandom random, long nanos, long death) {
    this.random = random;
    this.nanos = nanos;
    this.death = death;
    this.whose = TURNS.get(random.nextInt(TURNS.size()));
  }

  private static Constructor<?> virtual() {
    try {
      Constructor<?> constructor =
          Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
              .getDeclaredConstructor(Executor.class);
      constructor.setAccessible(true);
      return constructor;
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException(
          "start Java with --add-opens=java.base/java.lang=ALL-UNNAMED", e);
    }
  }

  /** What makes threads of this process. */
  public Thread.Builder.OfVirtual threads() {
    try {
      return ((Thread.Builder.OfVirtual) VIRTUAL.newInstance(this))
          .uncaughtExceptionHandler((thread, failure) -> fail(failure));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells of something that must not be; the life ends there. */
  public void fail(Throwable failure) {
    if (fault == null) {
      fault = failure;
    }
  }

  /**
   * Queues what goes on; called by virtual threads, and from outside where the JDK held one of them
   * up: see {@link #goOn}.
   */
  @Override
  public void execute(Runnable step) {
    Thread caller = Thread.currentThread();
    if (caller.isVirtual() || caller.equals(owner)) {
      ready.add(step);
    } else {
      fromOutside.add(step);
    }
  }

  /**
   * Lets a thread go on until it gives way. Now and then it meets a monitor that a thread of the
   * JDK's own holds for a moment: then nobody else goes on, since no seed says when that is.
   */
  private void goOn(Runnable step) throws InterruptedException {
    step.run();
    while (isHeldUp(step)) {
      if (ready.removeIf(each -> isSame(each, step))) {
        step.run(); // let go before it had given way
        continue;
      }
      Runnable back = fromOutside.poll(HELD_UP_MILLIS, TimeUnit.MILLISECONDS);
      if (back == null) {
        return; // one of ours holds the monitor, and must go on first
      }
      if (isSame(back, step)) {
        step.run();
      } else {
        ready.add(back);
      }
    }
  }

  /**
   * Whether a thread that does not run any more waits for a monitor, or did and is queued for that,
   * or neither rests nor is queued.
   */
  private boolean isHeldUp(Runnable step) {
    Thread thread = thread(step);
    return switch (thread.getState()) {
      case BLOCKED -> true;
      case RUNNABLE -> wasHeldUp(thread) || ready.stream().noneMatch(each -> isSame(each, step));
      default -> false;
    };
  }

  @SuppressWarnings("ReferenceEquality") // a thread is queued by one object of its own
  private static boolean isSame(Runnable one, Runnable other) {
    return one == other;
  }

  /** The thread of which a step is: the JDK does not tell. */
  private Thread thread(Runnable step) {
    return threads.computeIfAbsent(step, Schedule::owner);
  }

  /** Whether a thread is queued because a monitor is free again: to others it is as if it ran. */
  private static boolean wasHeldUp(Thread thread) {
    try {
      return STATE.getInt(thread) == UNBLOCKED;
    } catch (IllegalAccessException e) {
      throw otherJdk(e);
    }
  }

  private static IllegalStateException otherJdk(@Nullable Exception cause) {
    return new IllegalStateException("this JDK queues virtual threads in another way", cause);
  }

  private static Field field(String name) {
    try {
      Field field = Class.forName("java.lang.VirtualThread").getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw otherJdk(e);
    }
  }

  private static int unblocked() {
    try {
      return field("UNBLOCKED").getInt(null);
    } catch (IllegalAccessException e) {
      throw otherJdk(e);
    }
  }

  private static Thread owner(Runnable step) {
    try {
      for (Field field : step.getClass().getDeclaredFields()) {
        field.setAccessible(true);
        if (field.get(step) instanceof Thread thread) {
          return thread;
        }
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw otherJdk(e);
    }
    throw otherJdk(null);
  }

  /** Waits for those who are held up outside. */
  private boolean heardFromOutside() throws InterruptedException {
    Runnable step = fromOutside.poll(OUTSIDE_MILLIS, TimeUnit.MILLISECONDS);
    if (step != null) {
      ready.add(step);
    }
    return step != null;
  }

  /** Does something after a time. */
  public Due after(Duration delay, Runnable call) {
    Due due = new Due(nanos + Math.max(0, delay.toNanos()), number++, call);
    dues.add(due);
    return due;
  }

  void cancel(Due due) {
    dues.remove(due);
  }

  /** Lets the calling virtual thread sleep. */
  public void sleep(Duration time) throws InterruptedException {
    Thread thread = Thread.currentThread();
    boolean[] over = {false};
    Due due =
        after(
            time,
            () -> {
              over[0] = true;
              LockSupport.unpark(thread);
            });
    while (!over[0]) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        cancel(due);
        throw new InterruptedException();
      }
    }
  }

  /** Lets others go on before the calling virtual thread does. */
  @SuppressWarnings("ThreadPriorityCheck") // this is the scheduler that is relied upon
  public static void giveWay() {
    Thread.yield();
  }

  /** Chance of this life. */
  public SplittableRandom random() {
    return random;
  }

  /** Sets the wall clock; what is due after a time stays due after that time. */
  public void jump(Duration by) {
    jumped += by.toNanos();
  }

  /** The time, from the beginning of the world. */
  public long nanos() {
    return nanos;
  }

  /** By how much the wall clock is off. */
  public long jumped() {
    return jumped;
  }

  /** How many steps there were. */
  public long steps() {
    return steps;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochSecond(1_700_000_000L).plusNanos(nanos + jumped);
  }

  /**
   * Lets things happen.
   *
   * @param over asked after each step
   */
  public End live(BooleanSupplier over) throws Throwable {
    while (true) {
      if (fault != null) {
        throw fault;
      }
      if (over.getAsBoolean()) {
        return End.OVER;
      }
      if (steps >= death) {
        return End.DEAD;
      }
      if (isEndless()) {
        return End.ENDLESS;
      }
      fromOutside.drainTo(ready);
      pass();
      if (!ready.isEmpty()) {
        steps++;
        turns++;
        goOn(next());
      } else if (dues.isEmpty() && !heardFromOutside()) {
        return End.STILL;
      }
    }
  }

  /** The process dies as soon as the thread that goes on gives way. */
  public void die() {
    death = 0;
  }

  /** Something happened that outlives the process: it does not only turn round and round. */
  public void happened() {
    happened = turns;
  }

  private boolean isEndless() {
    return turns > MOST_TURNS || turns - happened > MOST_IDLE;
  }

  /** Lets time pass: to the next thing that is due where nobody can go on, else a little. */
  private void pass() {
    if (ready.isEmpty() && !dues.isEmpty()) {
      nanos = Math.max(nanos, dues.element().nanos());
    } else if (random.nextInt(8) == 0) {
      nanos += random.nextLong(20_000_000);
    }
    while (!isEndless() && !dues.isEmpty() && dues.element().nanos() <= nanos) {
      turns++;
      dues.remove().call().run();
    }
  }

  /** Whose turn it is. */
  private Runnable next() {
    int count = ready.size();
    int at =
        count == 1
            ? 0
            : switch (whose) {
              case OLDEST -> 0;
              case NEWEST -> random.nextInt(4) == 0 ? random.nextInt(count) : count - 1;
              case ANYBODY -> random.nextInt(count);
              case RANKS -> highest();
            };
    return ready.remove(at);
  }

  /** The one of the highest rank, who may lose it thereby: so somebody is late for long. */
  private int highest() {
    int best = 0;
    int highest = -1;
    for (int i = 0; i < ready.size(); i++) {
      int rank = ranks.computeIfAbsent(ready.get(i), thread -> 1 + random.nextInt(1_000));
      if (rank > highest) {
        highest = rank;
        best = i;
      }
    }
    if (random.nextInt(20) == 0) {
      ranks.put(ready.get(best), random.nextInt(1_000));
    }
    return best;
  }
}
