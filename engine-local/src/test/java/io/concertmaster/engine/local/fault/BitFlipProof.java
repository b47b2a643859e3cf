package io.concertmaster.engine.local.fault;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.local.Folders;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.TestNodes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Flips single bits of a store's files and looks what comes of it. Each flip must be harmless or
 * detected, and must harm no other run than the one in whose data it lies.
 */
public final class BitFlipProof {
  private static final List<String> FILES =
      List.of("journal.db", "items.db", "journal.db-wal", "items.db-wal");
  private static final LocalEngine.Options OPTIONS =
      LocalEngine.Options.DEFAULT.withReserve(0).withThreads(2).takingUp(true, true);

  /** What came of a flip. */
  enum Fate {
    /** Everything is as it was. */
    HARMLESS,
    /** One run is reported as damaged, all others are as they were. */
    INSIDE_ITS_RUN,
    /** More than one run is reported as damaged. */
    SPREAD,
    /** The store is refused, with what to do. */
    REFUSED,
    /** Something is not as it was, and nothing says so. */
    SILENT
  }

  private final Path folder;
  private final Path sample;
  private final Random random;
  private final Map<Long, String> good = new LinkedHashMap<>();
  private final Map<Fate, Integer> fates = new LinkedHashMap<>();
  private String newest = "";

  /** A proof in an empty folder, with a seed for its chances. */
  BitFlipProof(Path folder, long seed) throws Exception {
    this.folder = folder;
    this.random = new Random(seed);
    this.sample = folder.resolve("sample");
    StoreSample.make(folder.resolve("made"), sample);
    Path copy = folder.resolve("good");
    StoreSample.copy(sample, copy);
    try (Engine engine = LocalEngine.openReadOnly(copy)) {
      for (RunSummary each : engine.runs(1_000)) {
        good.put(each.id().number(), StoreSample.told(engine, each.id().number()));
      }
    }
  }

  /**
   * Arguments: {@code --flips N}, and {@code --seed S} on demand. Prints rows; exit 1 on a find.
   */
  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments, "flips", 100);
    Path folder = Files.createTempDirectory("bitflips");
    BitFlipProof proof = new BitFlipProof(folder, given.seed());
    proof.flip(given.count());
    System.out.println("flips " + given.count());
    for (Fate each : Fate.values()) {
      System.out.println(each.name().toLowerCase(java.util.Locale.ROOT) + " " + proof.count(each));
    }
    given.end(folder, proof.isClean());
  }

  /** How many flips had a fate. */
  int count(Fate fate) {
    return fates.getOrDefault(fate, 0);
  }

  /** Whether each flip was harmless or detected and stayed inside its run. */
  boolean isClean() {
    return count(Fate.SILENT) + count(Fate.SPREAD) + count(Fate.REFUSED) == 0;
  }

  /** Flips so many bits, each in a fresh copy of the store. */
  void flip(int flips) throws Exception {
    for (int i = 0; i < flips; i++) {
      Path home = folder.resolve("flip");
      StoreSample.copy(sample, home);
      String where = flipIn(home);
      Fate fate = fate(home);
      fates.merge(fate, 1, Integer::sum);
      if (fate != Fate.HARMLESS && fate != Fate.INSIDE_ITS_RUN) {
        System.err.println(fate + ": " + where + ": " + newest);
      }
      Folders.delete(home);
    }
  }

  private String flipIn(Path home) throws IOException {
    String name = FILES.get(random.nextInt(FILES.size()));
    try (RandomAccessFile file = new RandomAccessFile(home.resolve(name).toFile(), "rw")) {
      long at = (long) (random.nextDouble() * file.length());
      file.seek(at);
      int before = file.read();
      int bit = random.nextInt(8);
      file.seek(at);
      file.write(before ^ 1 << bit);
      return "bit " + bit + " of byte " + at + " of " + name;
    }
  }

  private Fate fate(Path home) throws Exception {
    newest = "";
    Set<Long> damaged = new TreeSet<>();
    boolean silent = false;
    boolean refused = false;
    try (Engine engine = LocalEngine.openReadOnly(home)) {
      silent = look(engine, good.keySet(), damaged);
    } catch (EngineException e) {
      newest += "refused: " + e.getMessage();
      refused = true;
    }
    try (LocalEngine engine =
        LocalEngine.open(home, TestNodes.catalog(StoreSample.types()), OPTIONS)) {
      silent |= goOn(engine, damaged);
    } catch (EngineException e) {
      newest += "refused: " + e.getMessage();
      refused = true;
    }
    if (silent) {
      return Fate.SILENT;
    }
    if (refused) {
      return Fate.REFUSED;
    }
    return switch (damaged.size()) {
      case 0 -> Fate.HARMLESS;
      case 1 -> Fate.INSIDE_ITS_RUN;
      default -> Fate.SPREAD;
    };
  }

  /** Holds runs against what they were; whether one is not as it was without a word. */
  private boolean look(Engine engine, Set<Long> runs, Set<Long> damaged) {
    boolean silent = false;
    for (long run : runs) {
      try {
        if (!StoreSample.told(engine, run).equals(good.get(run))) {
          newest += "run " + run + " differs; ";
          silent = true;
        }
      } catch (EngineException | RuntimeException e) {
        newest += "run " + run + ": " + e.getMessage() + "; ";
        damaged.add(run);
      }
    }
    return silent;
  }

  /**
   * Lets the store go on: what was cut short ends, new runs end, and what has ended is the same.
   */
  private boolean goOn(LocalEngine engine, Set<Long> damaged) throws Exception {
    RunId fresh = engine.start(StoreSample.request(StoreSample.ending(), 99));
    boolean silent = engine.await(fresh).status() != RunStatus.SUCCEEDED;
    List<Long> ended = new ArrayList<>();
    for (long run : good.keySet()) {
      boolean open = run > StoreSample.FOLDED + StoreSample.FRESH;
      boolean held = open && (run - StoreSample.FOLDED - StoreSample.FRESH) % 2 == 0;
      if (!open) {
        ended.add(run);
      } else if (held && !damaged.contains(run) && !ends(engine, run)) {
        newest += "run " + run + " does not go on; ";
        silent = true;
      }
    }
    return look(engine, Set.copyOf(ended), damaged) || silent;
  }

  private static boolean ends(Engine engine, long run) throws Exception {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(10)) {
      RunStatus status = engine.run(new RunId(run)).orElseThrow().status();
      if (status.ended()) {
        return status == RunStatus.SUCCEEDED;
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return false;
  }
}
