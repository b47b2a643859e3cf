package io.concertmaster.simulation;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunQuery;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.run.Runs;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Item;
import io.concertmaster.simulation.disk.Storage;
import io.concertmaster.simulation.judge.Acknowledged;
import io.concertmaster.simulation.judge.Broken;
import io.concertmaster.simulation.judge.Fold;
import io.concertmaster.simulation.story.Behaviour;
import io.concertmaster.simulation.story.Story;
import io.concertmaster.simulation.world.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The people around an engine: they start and cancel runs, answer those that ask, resume what was
 * cut short, and say what to do about what is uncertain.
 */
final class People {
  /** So often they look in vain before they say that nothing moves. */
  private static final int PATIENCE = 120;

  /** So many of the newest runs they look through; where calls made more, through all. */
  private static final int MANY = 1_000;

  private final Story story;
  private final Path folder;
  private final Storage storage;
  private final Acknowledged acknowledged;
  private final Schedule schedule;
  private final Runs runs;
  private boolean over;

  People(
      Story story,
      Path folder,
      Storage storage,
      Acknowledged acknowledged,
      Schedule schedule,
      Runs runs) {
    this.story = story;
    this.folder = folder;
    this.storage = storage;
    this.acknowledged = acknowledged;
    this.schedule = schedule;
    this.runs = runs;
  }

  /** Whether all that was begun has ended. */
  boolean over() {
    return over;
  }

  /** Goes about it, until all has ended. */
  void live() throws InterruptedException {
    for (Story.Start start : story.starts()) {
      schedule
          .threads()
          .name("starts " + start.workflow().name())
          .start(() -> {
            try {
              begin(start);
              cancel(start);
            } catch (InterruptedException | Broken e) {
              schedule.fail(e);
            }
          });
    }
    long events = -1;
    int idle = 0;
    while (!hasEnded()) {
      schedule.sleep(Duration.ofMillis(1_000 + schedule.random().nextInt(14_000)));
      look();
      long now = count("SELECT count(*) FROM event");
      idle = now == events ? idle + 1 : 0;
      events = now;
      if (idle > PATIENCE) {
        throw new Broken("nothing moves any more: " + standing());
      }
    }
    over = true;
  }

  private boolean hasEnded() {
    return acknowledged.started() == story.starts().size()
        && acknowledged.pendingCancels() == 0
        && count("SELECT count(*) FROM run WHERE ended IS NULL OR owes = 1") == 0;
  }

  private String standing() {
    StringBuilder text = new StringBuilder();
    for (Object[] row :
        storage.journal(
            "SELECT id, workflow_name, status FROM run WHERE ended IS NULL OR owes = 1")) {
      List<Storage.Line> lines = storage.lines((Long) row[0]);
      text.append("\n  run ").append(row[0]).append(' ').append(row[1]).append(' ').append(row[2]);
      text.append(" after ").append(lines.isEmpty() ? "nothing" : lines.getLast());
    }
    return text.toString();
  }

  private long count(String sql) {
    return storage.journal(sql).getFirst()[0] instanceof Long number ? number : 0;
  }

  /** Starts a run, where nobody knows of it yet. */
  private void begin(Story.Start start) throws InterruptedException {
    String name = start.workflow().name();
    schedule.sleep(start.after());
    while (acknowledged.run(name).isEmpty()) {
      var known = storage.journal("SELECT id FROM run WHERE workflow_name = ?", name);
      if (!known.isEmpty()) {
        acknowledged.start(name, (Long) known.getFirst()[0]);
      } else if (!start.follows() || hasEndedBefore(name)) {
        try {
          List<Item> items = start.input().stream().map(n -> Item.of("n", n)).toList();
          RunRequest request =
              new RunRequest(
                  start.workflow(),
                  folder,
                  items,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  start.mode());
          acknowledged.start(name, runs.start(request).number());
        } catch (EngineException | StoreException e) {
          acknowledged.complain(e);
        }
      }
      if (acknowledged.run(name).isEmpty()) {
        schedule.sleep(Duration.ofSeconds(3));
      }
    }
  }

  /** Whether the run before it, of the same workflow, has ended. */
  private boolean hasEndedBefore(String name) {
    String before = name.replace(Story.AGAIN, "");
    return !storage
        .journal("SELECT id FROM run WHERE workflow_name = ? AND ended IS NOT NULL", before)
        .isEmpty();
  }

  private void cancel(Story.Start start) throws InterruptedException {
    if (start.cancel().isEmpty()) {
      return;
    }
    String name = start.workflow().name();
    long run = acknowledged.run(name).orElseThrow();
    schedule.sleep(start.cancel().get());
    while (!acknowledged.isCancelled(run)) {
      try {
        acknowledged.asksToCancel(run);
        runs.cancel(new RunId(run));
        if (count("SELECT count(*) FROM run WHERE ended IS NULL AND id = " + run) > 0) {
          throw new Broken("run " + run + " is said to be cancelled, and a crash undoes it");
        }
        acknowledged.cancelled(run);
      } catch (EngineException | StoreException e) {
        acknowledged.complain(e);
        schedule.sleep(Duration.ofSeconds(3));
      }
    }
  }

  /** Someone else looks too, now. */
  void lookSoon() {
    schedule
        .threads()
        .name("someone looks")
        .start(() -> {
          try {
            look();
          } catch (InterruptedException | RuntimeException e) {
            schedule.fail(e);
          }
        });
  }

  /** Looks at all runs and helps those that need somebody. */
  private void look() throws InterruptedException {
    try {
      for (RunSummary each : runs.interrupted()) {
        resume(each.id());
      }
      if (schedule.random().nextInt(4) == 0) {
        compare();
      }
      int all = (int) Math.max(MANY, count("SELECT count(*) FROM run"));
      for (RunSummary each : runs.page(RunQuery.newest(all)).runs()) {
        if (mayAsk(each) && schedule.random().nextInt(6) == 0) {
          move(each);
        }
        if (mayAsk(each) && schedule.random().nextInt(3) == 0) {
          answer(each.id());
        }
      }
    } catch (EngineException | StoreException e) {
      acknowledged.complain(e);
    }
  }

  /** Where branches work at the same time, one may wait for people while others work. */
  private boolean mayAsk(RunSummary run) {
    return run.status() == RunStatus.WAITING
        || (run.status() == RunStatus.RUNNING && story.hasBranches(run.workflowName()));
  }

  /** What one of the runs shows is what its journal tells, where nothing happened meanwhile. */
  private void compare() throws EngineException {
    long all = count("SELECT count(*) FROM run");
    if (all > 0) {
      RunId id = new RunId(1 + schedule.random().nextLong(all));
      int before = storage.lines(id.number()).size();
      Optional<RunView> view = runs.view(id);
      List<Storage.Line> lines = storage.lines(id.number());
      if (view.isPresent() && lines.size() == before) {
        Fold.compare(view.get(), lines);
      }
    }
  }

  private void resume(RunId id) {
    try {
      runs.resume(id, Optional.empty());
    } catch (EngineException e) {
      if (e.reason() == EngineException.Reason.UNCERTAIN) {
        decide(id);
      } else {
        acknowledged.complain(e);
      }
    } catch (StoreException e) {
      acknowledged.complain(e);
    }
  }

  private void decide(RunId id) {
    try {
      Optional<NodeView> asked =
          runs.view(id).stream()
              .flatMap(view -> view.nodes().values().stream())
              .filter(node -> node.last().state() == NodeState.UNCERTAIN)
              .findFirst();
      if (asked.isPresent()) {
        Activation step = asked.get().last();
        runs.resume(
            id, Optional.of(Story.decision(asked.get().node(), step.runIndex(), step.attempt())));
      }
    } catch (EngineException | StoreException e) {
      acknowledged.complain(e);
    }
  }

  /** Moves a run that waits to its workflow as it was put right meanwhile. */
  private void move(RunSummary run) {
    Optional<Workflow> newer = story.newer(run.workflowName());
    if (newer.isEmpty()) {
      return;
    }
    try {
      runs.upgrade(run.id(), newer.get());
      if (storage.lines(run.id().number()).stream()
          .noneMatch(line -> line.kind().equals("upgraded"))) {
        throw new Broken("run " + run.id() + " is said to be moved, and a crash undoes it");
      }
    } catch (EngineException | StoreException e) {
      acknowledged.complain(e);
    }
  }

  /** Gives an answer to a wait that is over. */
  private void mustBeRefused(RunId id, String late) throws EngineException, InterruptedException {
    try {
      runs.answer(id, late, "", List.of());
    } catch (EngineException e) {
      if (e.reason() == EngineException.Reason.WAIT_OVER) {
        return;
      }
      throw e;
    }
    throw new Broken("run " + id + " took the answer " + late + " when that wait was over");
  }

  private void answer(RunId id) throws InterruptedException {
    try {
      Optional<RunView> view = runs.view(id);
      if (view.isEmpty() || view.get().answerTokens().isEmpty()) {
        return;
      }
      List<Item> items =
          schedule.random().nextInt(3) == 0 ? List.of() : List.of(Item.of("n", Behaviour.ANSWER));
      List<String> tokens = List.copyOf(view.get().answerTokens().values());
      String token = tokens.get(schedule.random().nextInt(tokens.size()));
      for (String late : acknowledged.tokensBefore(id.number(), token)) {
        mustBeRefused(id, late);
      }
      runs.answer(id, token, "", items);
      mustBeRefused(id, token);
    } catch (EngineException | StoreException e) {
      acknowledged.complain(e);
    }
  }
}
