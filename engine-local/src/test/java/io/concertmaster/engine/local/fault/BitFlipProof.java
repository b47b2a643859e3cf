package io.concertmaster.engine.local.fault;

import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.TestNodes;
import io.concertmaster.model.io.FolderTree;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Flips single bits of a store's files and looks what comes of it. Each flip must be harmless or
 * detected, and must harm no other run than the one in whose data it lies. Looked at are runs with
 * their items and files, what workflows keep from run to run, and what triggers know of their
 * schedules and folders.
 */
public final class BitFlipProof {
  private static final List<String> FILES =
      List.of("journal.db", "items.db", "journal.db-wal", "items.db-wal");
  private static final int PAGE = 4_096;
  private static final LocalEngine.Options OPTIONS =
      LocalEngine.Options.DEFAULT
          .withReserve(0)
          .withThreads(2)
          .takingUp(true, true)
          .withTriggers()
          .withClock(StoreSample.LEFT);

  /** What came of a flip. */
  enum Fate {
    /** Everything is as it was. */
    HARMLESS,
    /** One run, or what belongs to one workflow, is reported as damaged; all else is as it was. */
    INSIDE_ITS_RUN,
    /** More than that is reported as damaged. */
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
  private final Map<Long, RunView> views = new LinkedHashMap<>();
  private final KeptState goodState;
  private final List<Integer> pagesBeside;
  private final Map<Fate, Integer> fates = new LinkedHashMap<>();
  private final Warnings warnings = new Warnings();

  // What comes of the flip under way.
  private final Set<String> damaged = new TreeSet<>();
  private String newest = "";
  private boolean silent;
  private boolean refused;

  /** A proof in an empty folder, with a seed for its chances. */
  BitFlipProof(Path folder, long seed) throws Exception {
    this.folder = folder;
    this.random = new Random(seed);
    this.sample = folder.resolve("sample");
    StoreSample.make(folder, sample);
    Path copy = folder.resolve("good");
    StoreSample.copy(sample, copy);
    try (Engine engine = LocalEngine.openReadOnly(copy)) {
      for (RunSummary each : engine.runs(1_000)) {
        RunView view = engine.run(each.id()).orElseThrow();
        views.put(each.id().number(), view);
        good.put(each.id().number(), StoreSample.told(engine, view));
      }
    }
    this.goodState = KeptState.of(copy);
    this.pagesBeside = StoreSample.pagesBeside(sample, folder.resolve("alone"));
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
      FolderTree.delete(home);
    }
  }

  /** One of four flips goes where little lies: what triggers know, and what workflows keep. */
  private String flipIn(Path home) throws IOException {
    if (random.nextInt(4) == 0) {
      long page = pagesBeside.get(random.nextInt(pagesBeside.size()));
      return flipIn(home.resolve("journal.db"), (page - 1) * PAGE + random.nextInt(PAGE));
    }
    Path file = home.resolve(FILES.get(random.nextInt(FILES.size())));
    return flipIn(file, (long) (random.nextDouble() * Files.size(file)));
  }

  private String flipIn(Path path, long at) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(at);
      int before = file.read();
      int bit = random.nextInt(8);
      file.seek(at);
      file.write(before ^ 1 << bit);
      return "bit " + bit + " of byte " + at + " of " + path.getFileName();
    }
  }

  private Fate fate(Path home) throws Exception {
    damaged.clear();
    newest = "";
    silent = false;
    refused = false;
    try (Engine engine = LocalEngine.openReadOnly(home)) {
      look(engine, good.keySet());
    } catch (EngineException e) {
      refused(e);
    }
    lookBeside(home);
    try (LocalEngine engine =
        LocalEngine.open(home, TestNodes.catalog(StoreSample.types()), OPTIONS)) {
      goOn(engine);
    } catch (EngineException e) {
      refused(e);
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

  private void refused(EngineException e) {
    newest += "refused: " + e.getMessage();
    refused = true;
  }

  private void silent(String what) {
    newest += what + "; ";
    silent = true;
  }

  private static String name(long run) {
    return "run " + run;
  }

  /** Holds runs against what they were. */
  private void look(Engine engine, Set<Long> runs) {
    for (long run : runs) {
      try {
        RunView view = engine.run(new RunId(run)).orElse(null);
        if (view == null) {
          silent(name(run) + " is gone");
        } else if (!StoreSample.told(engine, view).equals(good.get(run))) {
          silent(name(run) + " differs");
        }
      } catch (EngineException | IOException | RuntimeException e) {
        newest += name(run) + ": " + e.getMessage() + "; ";
        damaged.add(name(run));
      }
    }
  }

  /** Holds what a store keeps beside its runs against what it was. */
  private void lookBeside(Path home) {
    warnings.forget();
    KeptState now = KeptState.of(home);
    newest += now.problem();
    for (String part : goodState.parts()) {
      if (!now.parts().contains(part)) {
        damaged.add(part);
      }
    }
    for (String part : now.changed(goodState)) {
      damaged.add(part);
      if (warnings.told().isEmpty()) {
        silent(part + " differs");
      }
    }
    if (now.isStrange(goodState)) {
      silent("a row is not what it was");
    }
    newest += warnings.told();
  }

  /**
   * Lets the store go on: what was cut short ends, new runs end, triggers begin nothing anew, and
   * what has ended is the same.
   */
  private void goOn(LocalEngine engine) throws Exception {
    RunId fresh = engine.start(StoreSample.request(StoreSample.ending(), 99));
    if (engine.await(fresh).status() != RunStatus.SUCCEEDED) {
      silent("a new run does not end");
    }
    Set<Long> ended = new TreeSet<>();
    for (RunView view : views.values()) {
      long run = view.id().number();
      if (view.status().ended()) {
        ended.add(run);
      } else if (view.status() == RunStatus.INTERRUPTED && !isTold(view) && !ends(engine, run)) {
        silent(name(run) + " does not go on");
      }
    }
    look(engine, ended);
    lookAtTriggers(engine);
  }

  /** Whether a run, or one that it called, is damaged for all to see. */
  private boolean isTold(RunView view) {
    return damaged.contains(name(view.id().number()))
        || views.values().stream()
            .filter(each -> each.caller().equals(Optional.of(view.id())))
            .anyMatch(each -> damaged.contains(name(each.id().number())));
  }

  private void lookAtTriggers(LocalEngine engine) throws EngineException {
    boolean told = !damaged.isEmpty();
    List<ActiveWorkflow> active = engine.active();
    for (String workflow : List.of(StoreSample.CLOCKED, StoreSample.WATCHING)) {
      boolean listens =
          active.stream()
              .filter(each -> each.id().equals(workflow))
              .flatMap(each -> each.triggers().stream())
              .anyMatch(each -> each.problem().isEmpty());
      if (!listens && !damaged.contains("active " + workflow)) {
        if (warnings.told().isEmpty() && active.stream().noneMatch(BitFlipProof::isBroken)) {
          silent(workflow + " does not listen");
        }
        damaged.add("active " + workflow);
      }
    }
    int runs = engine.runs(1_000).size();
    if (runs != good.size() + 1 && !told) {
      silent(runs - good.size() - 1 + " runs too many began");
    }
  }

  private static boolean isBroken(ActiveWorkflow workflow) {
    return workflow.triggers().stream().anyMatch(each -> each.problem().isPresent());
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
