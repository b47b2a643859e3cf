package io.concertmaster.engine.local.fault;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.local.LocalEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Fills the disk under an engine that has 64 runs in flight, again and again, and makes room again:
 * nothing acknowledged may be lost, and all must go on by itself soon after.
 */
public final class DiskFullProof {
  private static final int MEGABYTES = 400;
  private static final int IN_FLIGHT = 64;

  /** How long a hasty acknowledgement is ahead of what stands in the store. */
  private static final long AHEAD_MILLIS = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SmallDisk disk;
  private final Path outside;
  private final Random random;
  private final boolean hasty;
  private final Judge judge = new Judge();
  private final Semaphore room = new Semaphore(IN_FLIGHT);

  /** Held while a run starts, and while none may. */
  private final ReentrantLock starting = new ReentrantLock(true);

  private final AtomicBoolean feeding = new AtomicBoolean(true);
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong started = new AtomicLong();
  private final List<String> said = new ArrayList<>();
  private long cutShort;
  private long worst;

  /**
   * A proof on a small disk.
   *
   * @param outside a folder on another disk
   */
  DiskFullProof(SmallDisk disk, Path outside, long seed) {
    this(disk, outside, seed, false);
  }

  /**
   * The same with a wrong witness on demand.
   *
   * @param hasty whether a step counts as acknowledged as soon as it had its effect: what the full
   *     disk then keeps from being written must be found lost
   */
  DiskFullProof(SmallDisk disk, Path outside, long seed, boolean hasty) {
    this.hasty = hasty;
    this.disk = disk;
    this.outside = outside;
    this.random = new Random(seed);
  }

  /**
   * Arguments: {@code --times N}, and {@code --seed S} on demand. Prints rows; exit 1 when
   * something was lost, or did not go on within 5 seconds of there being room.
   */
  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments, "times", 10);
    Path folder = Files.createTempDirectory("diskfull");
    Optional<SmallDisk> small = SmallDisk.mount(folder.resolve("disk"), MEGABYTES);
    if (small.isEmpty()) {
      System.out.println("skipped: it needs the right to mount a small disk");
      return;
    }
    boolean clean;
    try (SmallDisk disk = small.get()) {
      Path outside = Files.createDirectory(folder.resolve("outside"));
      DiskFullProof proof = new DiskFullProof(disk, outside, given.seed());
      Verdict verdict = proof.run(given.count());
      System.out.println("times " + given.count());
      System.out.println("acknowledged " + verdict.acknowledged());
      System.out.println("runs_cut_short " + proof.cutShort);
      System.out.println("starts_refused " + proof.refused);
      System.out.println("worst_recovery_ms " + proof.worst);
      System.out.println("lost " + verdict.lost().size());
      System.out.println("repeated " + verdict.repeated().size());
      System.out.println("stuck " + verdict.stuck().size());
      for (List<String> finds : List.of(verdict.lost(), verdict.repeated(), verdict.stuck())) {
        finds.stream().limit(10).forEach(System.err::println);
      }
      clean = verdict.clean() && proof.worst <= 5_000;
    }
    given.end(folder, clean);
  }

  /** The longest that it took to go on after there was room, in milliseconds. */
  long worst() {
    return worst;
  }

  /** How many runs the full disk cut short. */
  long cutShort() {
    return cutShort;
  }

  /** Fills the disk so many times. */
  Verdict run(int times) throws Exception {
    Path home = disk.folder().resolve("home");
    FaultWorkflow.prepare(outside);
    LocalEngine.Options options =
        LocalEngine.Options.DEFAULT.withReserve(16L * 1024 * 1024).withThreads(8);
    try (OutsideLog log = new OutsideLog(outside.resolve("effects"));
        LocalEngine engine =
            LocalEngine.open(home, FaultNodes.catalog(log, this::hadEffect), options)) {
      engine.subscribe(this::hear);
      Thread feeder = Thread.ofPlatform().daemon().start(() -> feed(engine));
      for (int time = 0; time < times; time++) {
        TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(400));
        fillAWhile();
        judge(home); // while it is full: what was lost would soon be done again
        disk.empty();
        worst = Math.max(worst, recovery(engine));
        judge(home);
      }
      feeding.set(false);
      room.release(IN_FLIGHT);
      feeder.join();
      drain(engine);
    }
    hearWhatWasSaid();
    return judge.judge(home, outside, true);
  }

  /** Holds the store against all that was acknowledged up to now; it does not grow meanwhile. */
  private void judge(Path home) throws Exception {
    starting.lock();
    try {
      hearWhatWasSaid();
      judge.judgeUnsettled(home, outside);
    } finally {
      starting.unlock();
    }
  }

  private void hearWhatWasSaid() {
    synchronized (said) {
      judge.hear(said);
      said.clear();
    }
  }

  /** The reserve is given up meanwhile, and filled too. */
  private void fillAWhile() throws Exception {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(700));
    while (System.nanoTime() < until) {
      disk.fill();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void feed(LocalEngine engine) {
    long number = 0;
    try {
      while (feeding.get()) {
        room.acquire();
        starting.lock();
        try {
          String run = engine.start(FaultWorkflow.request(outside, number)).toString();
          say("started " + run + " " + number);
          number += 2;
          started.incrementAndGet();
        } catch (EngineException e) {
          room.release();
          refused.incrementAndGet();
          TimeUnit.MILLISECONDS.sleep(20);
        } finally {
          starting.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(RunEvent event) {
    if (event instanceof RunEvent.NodeDone done) {
      say("done " + done.run() + "/" + done.node() + "/" + done.runIndex());
      if (done.node().equals(FaultWorkflow.LAST)) {
        room.release();
      }
    }
  }

  private void hadEffect(String step) throws InterruptedException {
    if (hasty) {
      say("done " + step);
      TimeUnit.MILLISECONDS.sleep(AHEAD_MILLIS);
    }
  }

  private void say(String line) {
    synchronized (said) {
      said.add(line);
    }
  }

  /** How long it takes until no run lies cut short and new ones start. */
  private long recovery(LocalEngine engine) throws Exception {
    long begin = System.nanoTime();
    long before = started.get();
    long seen = 0;
    boolean well = false;
    while (!well && System.nanoTime() - begin < PATIENCE.toNanos()) {
      List<RunSummary> interrupted = engine.interrupted();
      seen = Math.max(seen, interrupted.size());
      FaultWorkload.decide(engine, outside, interrupted);
      well = interrupted.isEmpty() && started.get() > before;
      TimeUnit.MILLISECONDS.sleep(10);
    }
    cutShort += seen;
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  private static void drain(LocalEngine engine) throws Exception {
    long begin = System.nanoTime();
    boolean all = false;
    while (!all && System.nanoTime() - begin < PATIENCE.toNanos()) {
      all = engine.runs(Integer.MAX_VALUE).stream().allMatch(run -> run.status().ended());
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
