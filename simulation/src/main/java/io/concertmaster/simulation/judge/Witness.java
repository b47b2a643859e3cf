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
import java.util.Set;

/**
 * The world outside, which sees what nodes do and forgets nothing when a process dies. For each
 * effect it looks at what would outlive a crash at this moment.
 */
public final class Witness implements Outside {
  /** What may stand behind the beginning of a step whose work is under way. */
  private static final Set<String> MEANWHILE =
      Set.of("cancelled", "timed-out", "logged", "parked", "failed");

  private final Storage storage;
  private final List<Work> works = new ArrayList<>();
  private final Map<String, Integer> times = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, JsonObject> bodies = new HashMap<>();
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

  /** All works, in their order. */
  public List<Work> works() {
    return works;
  }

  @Override
  public void work(Work work) throws InterruptedException {
    pause();
    try {
      look(work);
    } catch (RuntimeException e) {
      schedule.fail(e);
    }
    works.add(work);
    pause();
  }

  private void pause() throws InterruptedException {
    if (schedule.random().nextInt(6) == 0) {
      schedule.sleep(Duration.ofMillis(schedule.random().nextInt(3_000)));
    } else {
      Schedule.giveWay();
    }
  }

  private JsonObject body(Storage.Line line) {
    return bodies.computeIfAbsent(line.body(), body -> Lines.body(line));
  }

  private void look(Work work) {
    String step = work.run() + "/" + work.node() + "/" + work.runIndex();
    String known = keys.putIfAbsent(step, work.key());
    if (known != null && !known.equals(work.key())) {
      throw new Broken("the key of " + step + " was " + known + " and is now " + work.key());
    }
    int begun = 0;
    boolean now = false;
    for (Storage.Line line : storage.lines(work.run())) {
      if (!MEANWHILE.contains(line.kind())) {
        now = false;
      }
      if (!line.node().equals(work.node()) || Lines.whole(body(line), "run") != work.runIndex()) {
        continue;
      }
      if (line.kind().equals("done") || line.kind().equals("waits")) {
        throw new Broken("step " + step + " works, and was done before");
      }
      JsonObject body = body(line);
      if (line.kind().equals("began")
          && Lines.whole(body, "attempt") == work.attempt()
          && "run".equals(body.get("mode"))) {
        begun++;
        now = true;
      }
    }
    if (work.effect() == Effect.PURE) {
      return; // the engine may be ahead of the disk: nobody sees that it computes again
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
  }
}
