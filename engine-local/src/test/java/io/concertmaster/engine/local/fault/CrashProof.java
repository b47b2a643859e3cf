package io.concertmaster.engine.local.fault;

import io.concertmaster.model.io.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills a program that has 64 runs in flight, again and again, and lets the outside judge: after
 * each kill what it left, before the next program takes it up. A store lives through 50 kills; then
 * its runs are let come to their ends.
 */
public final class CrashProof {
  private static final int KILLS_OF_A_STORE = 50;

  /** A program that is let come so far has said at most so many lines before its last moments. */
  private static final int LINES = 60;

  private static final Duration ENDS = Duration.ofMinutes(2);

  private final Path folder;
  private final Random random;
  private final String way;
  private long acknowledged;
  private int lost;
  private int repeated;
  private int stuck;

  /** A proof in an empty folder, with a seed for its chances. */
  CrashProof(Path folder, long seed) {
    this(folder, seed, FaultWorkload.HONEST);
  }

  /**
   * The same of a program of some way.
   *
   * @param way {@link FaultWorkload#HONEST} or {@link FaultWorkload#HASTY}
   */
  CrashProof(Path folder, long seed, String way) {
    this.way = way;
    this.folder = folder;
    this.random = new Random(seed);
  }

  /**
   * Arguments: {@code --kills N}, and {@code --seed S} on demand. Prints rows; exit 1 on a find.
   */
  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments, "kills", 20);
    Path folder = Files.createTempDirectory("crash");
    CrashProof proof = new CrashProof(folder, given.seed());
    boolean clean = proof.run(given.count());
    System.out.println("kills " + given.count());
    System.out.println("acknowledged " + proof.acknowledged);
    System.out.println("lost " + proof.lost);
    System.out.println("repeated " + proof.repeated);
    System.out.println("stuck " + proof.stuck);
    given.end(folder, clean);
  }

  /** Kills so many times; whether nothing was found. */
  boolean run(int kills) throws Exception {
    boolean clean = true;
    for (int done = 0; done < kills; done += KILLS_OF_A_STORE) {
      clean &= round(done, Math.min(KILLS_OF_A_STORE, kills - done));
    }
    return clean;
  }

  private boolean round(int first, int kills) throws Exception {
    Path outside = Files.createDirectory(folder.resolve("round-" + first));
    Path home = outside.resolve("home");
    FaultWorkflow.prepare(outside);
    Judge judge = new Judge();
    for (int kill = 0; kill < kills; kill++) {
      FaultProcess program = start(home, outside, String.valueOf(kill), way);
      if (random.nextInt(5) > 0) {
        // By its work and not by time: on a busy machine nothing would have happened yet.
        program.awaitLines(1 + random.nextInt(LINES));
      }
      TimeUnit.MICROSECONDS.sleep(random.nextInt(700_000));
      program.kill();
      judge.hear(program.said(ENDS));
      judgeLeft(judge, home, outside);
    }
    FaultProcess last = start(home, outside, String.valueOf(kills), FaultWorkload.DRAIN);
    List<String> said = last.said(ENDS);
    judge.hear(said);
    if (!said.contains("drained")) {
      System.err.println("round " + first + ": the last program did not end: " + last.errors());
    }
    Verdict verdict = judge.judge(home, outside, true);
    acknowledged += verdict.acknowledged();
    lost += verdict.lost().size();
    repeated += verdict.repeated().size();
    stuck += verdict.stuck().size();
    for (List<String> finds : List.of(verdict.lost(), verdict.repeated(), verdict.stuck())) {
      finds.stream().limit(10).forEach(find -> System.err.println("round " + first + ": " + find));
    }
    boolean clean = verdict.clean() && said.contains("drained");
    if (clean) {
      FolderTree.delete(outside);
    }
    return clean;
  }

  /** Judges what a kill left, in a copy: looking must not mend what the next program finds. */
  private static void judgeLeft(Judge judge, Path home, Path outside) throws Exception {
    if (!Files.exists(home.resolve("journal.db"))) {
      return; // killed before it had made its store
    }
    Path left = outside.resolve("left");
    StoreSample.copy(home, left);
    judge.judge(left, outside, false);
    FolderTree.delete(left);
  }

  private static FaultProcess start(Path home, Path outside, String... arguments)
      throws IOException {
    return new FaultProcess(home, outside, Map.of(), List.of(), arguments);
  }

  /** How much acknowledged work was not there after a kill. */
  int lost() {
    return lost;
  }

  /** How many finished steps had their effect again. */
  int repeated() {
    return repeated;
  }

  /** How many acknowledgements were looked at. */
  long acknowledged() {
    return acknowledged;
  }
}
