package io.concertmaster.engine.local.fault;

import io.concertmaster.engine.EngineException;
import io.concertmaster.model.io.FolderTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Cuts the power of a program that has 64 runs in flight: what was written and not synced is gone,
 * or torn, or there before what was written earlier. As a control, the same is done to stores that
 * do not sync each commit: there the judge must find what was lost.
 */
public final class PowercutProof {
  private static final int CUTS_OF_A_STORE = 20;
  private static final Duration ENDS = Duration.ofMinutes(2);
  private static final List<String> NOT_SYNCED =
      List.of("-Dconcertmaster.store.synchronous=NORMAL");

  private final Path folder;
  private final Path library;
  private final Random random;
  private long acknowledged;
  private long lost;
  private int others;

  /**
   * A proof in an empty folder.
   *
   * @param library compiled for {@link ForgetfulDisk}
   */
  PowercutProof(Path folder, Path library, long seed) {
    this.folder = folder;
    this.library = library;
    this.random = new Random(seed);
  }

  /**
   * Arguments: {@code --cuts N}, and {@code --seed S} on demand. Prints rows; exit 1 when something
   * acknowledged was lost, or when the control lost nothing.
   */
  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments, "cuts", 20);
    Path folder = Files.createTempDirectory("powercut");
    Optional<Path> library = ForgetfulDisk.library(folder);
    if (library.isEmpty()) {
      System.out.println("skipped: a power cut is simulated on Linux with a C compiler (cc) only");
      return;
    }
    PowercutProof full = new PowercutProof(folder, library.get(), given.seed());
    full.cut(given.count());
    System.out.println("cuts " + given.count());
    System.out.println("acknowledged " + full.acknowledged);
    System.out.println("lost " + full.lost);
    System.out.println("repeated_or_stuck " + full.others);
    PowercutProof control = new PowercutProof(folder, library.get(), given.seed());
    control.control(given.count());
    System.out.println("control_acknowledged " + control.acknowledged);
    System.out.println("control_lost " + control.lost);
    given.end(folder, full.lost + full.others == 0 && control.lost > 0);
  }

  /** How many acknowledgements were looked at. */
  long acknowledged() {
    return acknowledged;
  }

  /** How many of them were not there. */
  long lost() {
    return lost;
  }

  /** How many steps were repeated, and how many runs did not end. */
  int others() {
    return others;
  }

  /** Cuts so many times; a store lives through some cuts, then its runs come to their ends. */
  void cut(int cuts) throws Exception {
    for (int done = 0; done < cuts; done += CUTS_OF_A_STORE) {
      Path outside = Files.createDirectory(folder.resolve("full-" + done));
      Judge judge = new Judge();
      ForgetfulDisk disk = disk(outside);
      int times = Math.min(CUTS_OF_A_STORE, cuts - done);
      for (int cut = 0; cut < times; cut++) {
        judge.hear(untilCut(disk, outside, cut, List.of()));
        judge.judge(disk.folder(), outside, false); // it keeps what it finds for the last verdict
      }
      FaultProcess last =
          new FaultProcess(
              disk.folder(),
              outside,
              Map.of(),
              List.of(),
              String.valueOf(times),
              FaultWorkload.DRAIN);
      List<String> said = last.said(ENDS);
      judge.hear(said);
      Verdict verdict = judge.judge(disk.folder(), outside, true);
      acknowledged += verdict.acknowledged();
      lost += told(verdict.lost());
      others += told(verdict.repeated()) + told(verdict.stuck());
      others += said.contains("drained") ? 0 : told(List.of("no end: " + last.errors()));
      clean(outside, verdict.clean());
    }
  }

  /** The same without a sync of each commit; a store lives until its first cut. */
  void control(int cuts) throws Exception {
    for (int cut = 0; cut < cuts; cut++) {
      Path outside = Files.createDirectory(folder.resolve("control-" + cut));
      Judge judge = new Judge();
      ForgetfulDisk disk = disk(outside);
      judge.hear(untilCut(disk, outside, 0, NOT_SYNCED));
      acknowledged += judge.acknowledged();
      lost += lostOf(judge, disk, outside);
      clean(outside, true);
    }
  }

  /** A store that cannot even be read has lost all. */
  private static long lostOf(Judge judge, ForgetfulDisk disk, Path outside) throws Exception {
    try {
      return judge.judge(disk.folder(), outside, false).lost().size();
    } catch (EngineException e) {
      return judge.acknowledged();
    }
  }

  /** A disk with an empty store on it. */
  private ForgetfulDisk disk(Path outside) throws Exception {
    FaultWorkflow.prepare(outside);
    Path disk = Files.createDirectory(outside.resolve("disk"));
    new FaultProcess(disk, outside, Map.of(), List.of(), "0", FaultWorkload.DRAIN).said(ENDS);
    ForgetfulDisk made =
        new ForgetfulDisk(library, Files.createDirectory(outside.resolve("home")), disk);
    made.restart();
    return made;
  }

  /** Runs a program until a cut; what it said. Its folder then holds what the disk held. */
  private List<String> untilCut(
      ForgetfulDisk disk, Path outside, int generation, List<String> options) throws Exception {
    FaultProcess program =
        new FaultProcess(
            disk.folder(),
            outside,
            disk.environment(random.nextInt(1_000_000)),
            options,
            String.valueOf(generation),
            FaultWorkload.HONEST);
    program.awaitOpen();
    TimeUnit.MICROSECONDS.sleep(random.nextInt(900_000));
    program.kill();
    List<String> said = program.said(ENDS);
    disk.restart();
    return said;
  }

  private static int told(List<String> finds) {
    finds.stream().limit(5).forEach(find -> System.err.println("found: " + find));
    return finds.size();
  }

  private static void clean(Path outside, boolean nothingFound) throws Exception {
    if (nothingFound) {
      FolderTree.delete(outside);
    }
  }
}
