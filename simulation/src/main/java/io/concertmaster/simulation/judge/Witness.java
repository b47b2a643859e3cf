package io.concertmaster.simulation.judge;

import io.concertmaster.node.Effect;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.simulation.disk.Storage;
import io.concertmaster.simulation.story.Outside;
import io.concertmaster.simulation.world.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The world outside, which sees what nodes do and forgets nothing when a process dies. For each
 * effect it looks at what would outlive a crash at this moment.
 */
public final class Witness implements Outside {
  /** What may stand behind the beginning of a step whose work is under way. */
  private static final Set<String> MEANWHILE =
      Set.of("cancelled", "timed-out", "logged", "parked", "failed");

  /** After these lines a run goes on from what the disk has. */
  private static final Set<String> ANEW = Set.of("resumed", "decided");

  /**
   * A work as it was seen.
   *
   * @param ahead how many lines the journal of its run had, where its beginning was not durable yet
   */
  private record Seen(Work work, OptionalInt ahead) {}

  private final Storage storage;
  private final List<Seen> seen = new ArrayList<>();
  private final Map<String, Integer> times = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private Schedule schedule;

  /** A witness who has seen nothing. */
  public Witness(Storage storage, Schedule first) {
    this.storage = storage;
    this.schedule = first;
  }

  /** Another process works now. */
  public void watch(Schedule next) {
    schedule = next;
  }

  /**
   * The works that count, in their order. A step that only computes may run ahead of the disk;
   * where a crash or a full disk then takes its beginning back, it never was, and the run may take
   * another course: a step before it may now take longer than its time.
   */
  public List<Work> works() {
    return seen.stream().filter(each -> !isUndone(each)).map(Seen::work).toList();
  }

  /** Whether the run went on anew before the beginning became durable. */
  private boolean isUndone(Seen each) {
    if (each.ahead().isEmpty()) {
      return false;
    }
    Work work = each.work();
    List<Storage.Line> lines = storage.lines(work.run());
    for (Storage.Line line : lines.subList(each.ahead().getAsInt(), lines.size())) {
      if (ANEW.contains(line.kind())) {
        return true;
      }
      if (line.kind().equals("began") && isOf(line, work)) {
        return false;
      }
    }
    return false;
  }

  private boolean isOf(Storage.Line line, Work work) {
    JsonObject body = Lines.body(line);
    return line.node().equals(work.node())
        && Lines.whole(body, "run") == work.runIndex()
        && Lines.whole(body, "attempt") == work.attempt();
  }

  @Override
  public void work(Work work) throws InterruptedException {
    pause();
    OptionalInt ahead = OptionalInt.empty();
    try {
      ahead = look(work);
    } catch (RuntimeException e) {
      schedule.fail(e);
    }
    seen.add(new Seen(work, ahead));
    pause();
  }

  @Override
  public void item(long run, String node, int runIndex, int attempt, long position)
      throws InterruptedException {
    pause();
    int done = doneForGood(run, node, runIndex, attempt);
    if (position < done) {
      schedule.fail(
          new Broken(
              "item %d of step %d/%s/%d is done again, and %d were done for good"
                  .formatted(position, run, node, runIndex, done)));
    }
  }

  /** Behind which item a crash would let the newest try of a step go on; 0 for another try. */
  private int doneForGood(long run, String node, int runIndex, int attempt) {
    int done = 0;
    int newest = 0;
    for (Storage.Line line : storage.lines(run)) {
      if (Lines.isOf(line, node, runIndex)) {
        JsonObject body = Lines.body(line);
        if (line.kind().equals("began") && Lines.whole(body, "attempt") != newest) {
          newest = Lines.whole(body, "attempt");
          done = 0;
        } else if (line.kind().equals("progress")) {
          done = Lines.whole(body, "position");
        }
      }
    }
    return newest == attempt ? done : 0;
  }

  private void pause() throws InterruptedException {
    if (schedule.random().nextInt(6) == 0) {
      schedule.sleep(Duration.ofMillis(schedule.random().nextInt(3_000)));
    } else {
      Schedule.giveWay();
    }
  }

  /** How many lines the journal has, where the beginning of the work is not among them. */
  private OptionalInt look(Work work) {
    String step = work.run() + "/" + work.node() + "/" + work.runIndex();
    String known = keys.putIfAbsent(step, work.key());
    if (known != null && !known.equals(work.key())) {
      throw new Broken("the key of " + step + " was " + known + " and is now " + work.key());
    }
    int begun = 0;
    boolean now = false;
    List<Storage.Line> lines = storage.lines(work.run());
    for (Storage.Line line : lines) {
      boolean same = Lines.isOf(line, work.node(), work.runIndex());
      if (ANEW.contains(line.kind()) || (same && !MEANWHILE.contains(line.kind()))) {
        now = false; // what other branches do does not matter
      }
      if (!same) {
        continue;
      }
      if (line.kind().equals("done") || line.kind().equals("waits")) {
        throw new Broken("step " + step + " works, and was done before");
      }
      JsonObject body = Lines.body(line);
      if (line.kind().equals("began")
          && Lines.whole(body, "attempt") == work.attempt()
          && "run".equals(body.get("mode"))) {
        begun++;
        now = true;
      }
    }
    if (work.effect() == Effect.PURE) {
      // The engine may be ahead of the disk: nobody sees that it computes again.
      return now ? OptionalInt.empty() : OptionalInt.of(lines.size());
    }
    if (!now) {
      throw new Broken(
          "step " + step + ", try " + work.attempt() + ", works and its beginning is not durable");
    }
    int count = times.merge(step + "/" + work.attempt(), 1, Integer::sum);
    if (count > begun) {
      throw new Broken(
          "step " + step + " worked " + count + " times in " + begun + " durable beginnings");
    }
    return OptionalInt.empty();
  }
}
