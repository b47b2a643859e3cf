package io.concertmaster.simulation;

import io.concertmaster.engine.local.Reach;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.run.Policy;
import io.concertmaster.engine.local.run.Runs;
import io.concertmaster.engine.local.run.Stores;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.HostSettings;
import io.concertmaster.script.ScriptHost;
import io.concertmaster.simulation.disk.Fullness;
import io.concertmaster.simulation.disk.Hazards;
import io.concertmaster.simulation.disk.Storage;
import io.concertmaster.simulation.judge.Acknowledged;
import io.concertmaster.simulation.judge.Broken;
import io.concertmaster.simulation.judge.Heard;
import io.concertmaster.simulation.judge.Verdict;
import io.concertmaster.simulation.judge.Witness;
import io.concertmaster.simulation.story.Kinds;
import io.concertmaster.simulation.story.Story;
import io.concertmaster.simulation.world.Schedule;
import io.concertmaster.simulation.world.SimulatedThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/** One world: a story, and the lives of the processes in which it happens. */
public final class Simulation {
  private static final ScriptHost SCRIPTS = new ScriptHost(HostSettings.DEFAULT);
  private static final int THREADS = 2;
  private static final long STEPS = 60;

  /** After one of so many commits someone looks at the runs at once. */
  private static final int LOOKS = 16;

  /** Where the disk is full, one of so many rows does not fit any more. */
  private static final int WRITES = 4;

  /** Where the disk is full, one of so many commits does fit: what it writes is small. */
  private static final int COMMITS = 3;

  /** One of so many lives is over where the end of a run has just become durable. */
  private static final int DEATHS_AT_AN_END = 6;

  /** Which end that is: one of the first so many. */
  private static final int ENDS = 4;

  private final Path folder;
  private final SplittableRandom fate;
  private final SplittableRandom ends;
  private final Story story;
  private final Storage storage;
  private final Acknowledged acknowledged = new Acknowledged();
  private final int deaths;
  private int life;
  private Optional<People> people = Optional.empty();
  private boolean made;
  private long nanos;
  private long jumped;
  private long steps;

  /**
   * The world of a seed.
   *
   * @param folder with the files of the workflows that are found by file
   * @param storage empty
   */
  public Simulation(long seed, Path folder, Storage storage) {
    this.folder = folder;
    this.storage = storage;
    SplittableRandom chance = new SplittableRandom(seed);
    this.story = Story.of(chance.split());
    this.fate = chance.split();
    this.ends = chance.split();
    this.deaths = fate.nextInt(4);
  }

  /** Everything that happens. */
  public void run() throws Throwable {
    Witness witness = new Witness(storage, new Schedule(fate.split(), 0, 0));
    Schedule.End end = Schedule.End.DEAD;
    while (end == Schedule.End.DEAD) {
      end = live(witness);
      storage.forgetProcess();
      if (storageIsMade()) {
        Verdict.namesOnlyWhatIsThere(storage);
      }
      life++;
    }
    if (end == Schedule.End.STILL) {
      throw new Broken("everybody waits for somebody else");
    }
    if (end == Schedule.End.ENDLESS) {
      throw new Broken("life " + life + " goes on for ever: " + steps + " steps up to there");
    }
    new Verdict(story, storage, acknowledged, witness.works(), STEPS).say();
  }

  /** What the journal and the people tell, for whoever looks into a failure. */
  public String account() {
    StringBuilder text = new StringBuilder();
    if (storageIsMade()) {
      runs(text);
    } else {
      text.append("there is no store yet\n");
    }
    text.append("lives: ").append(life + 1).append('\n');
    acknowledged
        .complaints()
        .forEach((what, times) -> text.append(times + " times: " + what + "\n"));
    return text.toString();
  }

  private void runs(StringBuilder text) {
    for (Object[] row : storage.journal("SELECT id, workflow_name, status FROM run")) {
      text.append("run %s of %s: %s%n".formatted(row));
      for (Storage.Line line : storage.lines((Long) row[0])) {
        text.append(
            "  %d %s %s %s %s%n"
                .formatted(
                    line.seq(),
                    Instant.ofEpochMilli(line.at()),
                    line.kind(),
                    line.node(),
                    line.body()));
      }
    }
  }

  /** How many steps all processes took. */
  public long steps() {
    return steps;
  }

  /** The first process may die before it has made the files. */
  private boolean storageIsMade() {
    return made;
  }

  private boolean isLast() {
    return life >= deaths;
  }

  private Schedule.End live(Witness witness) throws Throwable {
    long death = isLast() ? Long.MAX_VALUE : 1 + fate.nextLong(fate.nextInt(4) == 0 ? 1_500 : 300);
    Schedule schedule = new Schedule(fate.split(), nanos, death);
    schedule.jump(Duration.ofNanos(jumped));
    witness.watch(schedule);
    people = Optional.empty();
    schedule
        .threads()
        .name("people")
        .start(() -> {
          try {
            People some = people(open(schedule, witness), schedule);
            people = Optional.of(some);
            some.live();
          } catch (Exception e) {
            schedule.fail(e);
          }
        });
    if (fate.nextInt(12) == 0) {
      acknowledged.clockIsSet();
      Duration jump = Duration.ofSeconds(fate.nextInt(600) - 300);
      schedule.after(Duration.ofMillis(fate.nextInt(40_000)), () -> schedule.jump(jump));
    }
    Schedule.End end = schedule.live(() -> people.isPresent() && people.get().over());
    steps += schedule.steps();
    nanos = schedule.nanos() + fate.nextLong(Duration.ofSeconds(20).toNanos());
    jumped = schedule.jumped();
    return end;
  }

  private People people(Runs runs, Schedule schedule) {
    return new People(story, folder, storage, acknowledged, schedule, runs);
  }

  /** Opens the stores; while the disk is full, someone tries again now and then. */
  private Stores stores(Schedule schedule) throws InterruptedException {
    Fullness room = fullness(schedule);
    Machine machine =
        new Machine(new SimulatedThreads(schedule), storage.open(hazards(schedule, room)));
    while (true) {
      try {
        return Stores.open(
            machine,
            folder.resolve("items.db"),
            folder.resolve("journal.db"),
            folder,
            room,
            room::giveUp);
      } catch (StoreException e) {
        if (!e.isForWantOfRoom()) {
          throw e;
        }
        acknowledged.complain(e);
        schedule.sleep(Duration.ofSeconds(3));
      }
    }
  }

  private Runs open(Schedule schedule, Witness witness) throws InterruptedException {
    Stores stores = stores(schedule);
    Policy policy =
        new Policy(
            THREADS,
            STEPS,
            false,
            name -> Optional.empty(),
            JsonObject::empty,
            story,
            () -> "",
            Reach.DEFAULT);
    Runs runs = stores.runs(Kinds.catalog(witness, schedule), schedule, policy, SCRIPTS);
    made = true;
    runs.subscribe(new Heard(storage, schedule));
    runs.takeUp(true, fate.nextBoolean());
    runs.settleAll();
    return runs;
  }

  /** Now and then the disk is full for a while. */
  private Fullness fullness(Schedule schedule) {
    boolean fills = fate.nextInt(5) == 0;
    long from = nanos + fate.nextLong(Duration.ofSeconds(20).toNanos());
    long to = from + fate.nextLong(Duration.ofSeconds(20).toNanos());
    return new Fullness(() -> fills && schedule.nanos() > from && schedule.nanos() < to);
  }

  /**
   * With the how manyth run that has ended this life is over: what follows from an end (the ends of
   * the runs that it called, an error workflow) is done by the next one. Mostly none.
   */
  private long lastEnd() {
    boolean dies = ends.nextInt(DEATHS_AT_AN_END) == 0 && !isLast();
    return dies ? ended() + 1 + ends.nextInt(ENDS) : Long.MAX_VALUE;
  }

  private long ended() {
    return made ? storage.journal("SELECT id FROM run WHERE ended IS NOT NULL").size() : 0;
  }

  /** Others may go on around each commit, and people look. */
  private Hazards hazards(Schedule schedule, Fullness room) {
    long last = lastEnd();
    return (file, moment) -> {
      if (moment == Hazards.Moment.BEGIN) {
        return;
      }
      if (moment == Hazards.Moment.WRITE) {
        if (room.isFull() && schedule.random().nextInt(WRITES) == 0) {
          room.refuse(); // somewhere in the middle of a batch
        }
        return;
      }
      if (moment == Hazards.Moment.COMMITTED) {
        schedule.happened();
        if (last < Long.MAX_VALUE && ended() >= last) {
          schedule.die();
        }
      }
      if (moment == Hazards.Moment.COMMITTED && schedule.random().nextInt(LOOKS) == 0) {
        people.ifPresent(People::lookSoon);
      }
      Schedule.giveWay();
      if (moment == Hazards.Moment.COMMIT
          && room.isFull()
          && schedule.random().nextInt(COMMITS) != 0) {
        room.refuse();
      }
    };
  }
}
