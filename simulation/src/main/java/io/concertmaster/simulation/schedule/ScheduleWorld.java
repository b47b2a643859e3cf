package io.concertmaster.simulation.schedule;

import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.Reach;
import io.concertmaster.engine.local.WorkflowSource;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.run.Policy;
import io.concertmaster.engine.local.run.Runs;
import io.concertmaster.engine.local.run.Stores;
import io.concertmaster.node.Listening.Missed;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.trigger.ScheduleTrigger;
import io.concertmaster.script.HostSettings;
import io.concertmaster.script.ScriptHost;
import io.concertmaster.simulation.disk.Fullness;
import io.concertmaster.simulation.disk.Hazards;
import io.concertmaster.simulation.disk.Storage;
import io.concertmaster.simulation.judge.Broken;
import io.concertmaster.simulation.world.Schedule;
import io.concertmaster.simulation.world.SimulatedThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A few days around a change of a zone's clock in which workflows with schedules are active, the
 * program dies, is off for a while, and somebody sets the clock.
 */
public final class ScheduleWorld {
  /** Schedules of a world. */
  public static final int SCHEDULES = 10;

  private static final ScriptHost SCRIPTS = new ScriptHost(HostSettings.DEFAULT);
  private static final List<Missed> POLICIES = List.of(Missed.values());
  private static final int MOMENTS = 80;
  private static final Duration LAST = Duration.ofMinutes(3);

  private final Path folder;
  private final Storage storage;
  private final SplittableRandom fate;
  private final Change change;
  private final Instant begin;
  private final Instant end;
  private final List<ActiveSchedule> schedules = new ArrayList<>();
  private final List<Spell> spells = new ArrayList<>();
  private final int deaths;
  private int leaps;
  private int leaped;
  private long steps;
  private long nanos;
  private long jumped;
  private Instant from = Instant.EPOCH;
  private boolean lives;
  private boolean over;

  /**
   * The world of a seed.
   *
   * @param storage empty
   */
  public ScheduleWorld(long seed, Path folder, Storage storage) {
    this.folder = folder;
    this.storage = storage;
    SplittableRandom chance = new SplittableRandom(seed);
    this.fate = chance.split();
    this.change = Change.ALL.get(fate.nextInt(Change.ALL.size()));
    this.begin = change.at().minusSeconds(fate.nextInt(20, 30) * 3_600L + fate.nextInt(3_600));
    this.end = change.at().plusSeconds(fate.nextInt(26, 50) * 3_600L + fate.nextInt(3_600));
    this.deaths = fate.nextInt(6);
    this.leaps = fate.nextInt(5);
    ScheduleByChance kinds = new ScheduleByChance(chance, change.local());
    ByHand byHand = new ByHand(new Labels(change.zone(), begin.minus(Duration.ofDays(2)), end));
    while (schedules.size() < SCHEDULES) {
      Scheduled next = kinds.next();
      if (byHand.moments(next.rule(), begin).size() <= MOMENTS) {
        Missed missed = POLICIES.get(fate.nextInt(POLICIES.size()));
        schedules.add(
            new ActiveSchedule(
                "w" + schedules.size(), next, change.zone(), missed, fate.nextBoolean()));
      }
    }
  }

  /** What happened, in numbers. */
  public record Told(long moments, long runs, int deaths, int leaps, long steps) {}

  /**
   * Everything that happens.
   *
   * @throws Broken where a moment was missed or doubled
   */
  public Told run() throws Throwable {
    jumped = Duration.between(new Schedule(fate.split(), 0, 0).instant(), begin).toNanos();
    int died = 0;
    Schedule.End last = Schedule.End.DEAD;
    while (last == Schedule.End.DEAD) {
      last = live(died >= deaths);
      storage.forgetProcess();
      died++;
    }
    if (last == Schedule.End.ENDLESS) {
      throw new Broken("it goes on for ever");
    }
    if (last == Schedule.End.STILL) {
      throw new Broken("everybody waits for somebody else");
    }
    return judge(died - 1);
  }

  private Schedule.End live(boolean isLast) throws Throwable {
    long death = isLast ? Long.MAX_VALUE : 1 + fate.nextLong(fate.nextInt(3) == 0 ? 400 : 6_000);
    Schedule schedule = new Schedule(fate.split(), nanos, death);
    schedule.jump(Duration.ofNanos(jumped));
    lives = false;
    schedule
        .threads()
        .name("people")
        .start(() -> {
          try {
            people(open(schedule), schedule);
          } catch (Exception e) {
            schedule.fail(e);
          }
        });
    int now = fate.nextInt(leaps + 1);
    leaps -= now;
    for (int i = 0; i < now; i++) {
      Duration by = leap();
      schedule.after(Duration.ofSeconds(fate.nextInt(36 * 3_600)), () -> leap(schedule, by));
    }
    Schedule.End last = schedule.live(() -> over);
    spellEnds(schedule);
    steps += schedule.steps();
    long off = fate.nextInt(3) == 0 ? 20 * 3_600 : fate.nextInt(2) == 0 ? 90 : 4 * 3_600;
    nanos = schedule.nanos() + fate.nextLong(Duration.ofSeconds(off).toNanos());
    jumped = schedule.jumped();
    return last;
  }

  private Duration leap() {
    int most =
        switch (fate.nextInt(3)) {
          case 0 -> 90;
          case 1 -> 3 * 3_600;
          default -> 26 * 3_600;
        };
    return Duration.ofSeconds(fate.nextInt(-most, most + 1));
  }

  private void leap(Schedule schedule, Duration by) {
    if (schedule.instant().isBefore(end)) {
      spellEnds(schedule);
      leaped++;
      schedule.jump(by);
      from = schedule.instant();
    }
  }

  private void spellEnds(Schedule schedule) {
    if (lives) {
      spells.add(new Spell(from, schedule.instant()));
    }
  }

  /** Makes the workflows active that are not, and waits until the world ends. */
  private void people(Runs runs, Schedule schedule) throws EngineException, InterruptedException {
    List<String> known = runs.active().all().stream().map(ActiveWorkflow::id).toList();
    for (ActiveSchedule each : schedules) {
      if (!known.contains(each.id())) {
        runs.active().activate(each.workflow(), folder);
      }
    }
    from = schedule.instant();
    lives = true;
    while (schedule.instant().isBefore(end)) {
      schedule.sleep(Duration.ofMinutes(10));
    }
    schedule.sleep(LAST);
    over = true;
  }

  private Runs open(Schedule schedule) {
    Fullness room = new Fullness(() -> false);
    Hazards hazards =
        (file, moment) -> {
          if (moment != Hazards.Moment.BEGIN) {
            Schedule.giveWay();
          }
        };
    Machine machine = new Machine(new SimulatedThreads(schedule), storage.open(hazards));
    Policy policy =
        new Policy(
            2,
            100,
            false,
            name -> Optional.empty(),
            JsonObject::empty,
            WorkflowSource.FILES,
            () -> "",
            Reach.DEFAULT);
    NodeCatalog catalog = new NodeCatalog(List.of(new ScheduleTrigger()));
    Runs runs =
        Stores.open(
                machine,
                folder.resolve("items.db"),
                folder.resolve("journal.db"),
                folder,
                room,
                room::giveUp)
            .runs(catalog, schedule, policy, SCRIPTS);
    runs.takeUp(true, true);
    runs.active().listen();
    return runs;
  }

  private Told judge(int died) {
    Instant last = spells.stream().map(Spell::to).max(Instant::compareTo).orElseThrow();
    ByHand byHand = new ByHand(new Labels(change.zone(), begin.minus(Duration.ofDays(2)), last));
    long moments = 0;
    long runs = 0;
    for (ActiveSchedule each : schedules) {
      NavigableSet<Instant> due = byHand.moments(each.schedule().rule(), since(each));
      List<Instant> begun = begun(each);
      new ScheduleVerdict(each.id() + " " + each, due, spells).say(begun, each.missed());
      moments += due.size();
      runs += begun.size();
    }
    return new Told(moments, runs, died, leaped, steps);
  }

  private Instant since(ActiveSchedule schedule) {
    Object since =
        storage.journal("SELECT since FROM schedule WHERE workflow_id = ?", schedule.id())
            .getFirst()[0];
    if (!(since instanceof Long millis)) {
      throw new Broken(schedule.id() + " is not active");
    }
    return Instant.ofEpochMilli(millis);
  }

  /** The moments of its runs, by the item with which each began. */
  private List<Instant> begun(ActiveSchedule schedule) {
    List<Instant> moments = new ArrayList<>();
    String prefix = "moment:" + schedule.id() + "/" + ActiveSchedule.NODE + "/";
    for (Object[] row :
        storage.journal("SELECT call_key FROM run WHERE workflow_id = ?", schedule.id())) {
      moments.add(Instant.parse(String.valueOf(row[0]).substring(prefix.length())));
    }
    return moments;
  }

  /** What there is to be told of a failure. */
  public String account() {
    StringBuilder text = new StringBuilder();
    text.append(change).append(" from ").append(begin).append(" to ").append(end).append('\n');
    spells.forEach(each -> text.append("  ").append(each).append('\n'));
    for (ActiveSchedule each : schedules) {
      text.append("  ").append(each.id()).append(' ').append(each).append(' ');
      text.append(begun(each)).append('\n');
    }
    return text.toString();
  }
}
