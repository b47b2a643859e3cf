package io.concertmaster.simulation.judge;

import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.simulation.disk.Storage;
import io.concertmaster.simulation.world.Schedule;
import java.util.Set;
import java.util.function.Consumer;

/** Someone who watches the runs: of what they are told a crash must undo nothing. */
public final class Heard implements Consumer<RunEvent> {
  private static final Set<String> LEFT = Set.of("done", "woke", "answered");

  private final Storage storage;
  private final Schedule schedule;

  public Heard(Storage storage, Schedule schedule) {
    this.storage = storage;
    this.schedule = schedule;
  }

  @Override
  public void accept(RunEvent event) {
    boolean durable =
        switch (event) {
          case RunEvent.RunStarted e -> !storage.lines(e.run().number()).isEmpty();
          case RunEvent.RunResumed e -> tells(e.run(), Set.of("resumed", "decided"));
          case RunEvent.NodeStarted e -> tells(e.run(), e.node(), e.runIndex(), Set.of("began"));
          case RunEvent.NodeDone e -> tells(e.run(), e.node(), e.runIndex(), LEFT);
          case RunEvent.NodeFailed e -> tells(e.run(), e.node(), e.runIndex(), Set.of("failed"));
          case RunEvent.NodeWaiting e -> tells(e.run(), e.node(), e.runIndex(), Set.of("waits"));
          case RunEvent.NodeTold e ->
              tells(e.run(), e.node(), e.runIndex(), Set.of("done", "waits"));
          case RunEvent.StatusChanged e -> !e.status().ended() || hasEnded(e);
          case RunEvent.NodeProgress e -> true;
        };
    if (!durable) {
      schedule.fail(new Broken("a crash would undo what someone was told: " + event));
    }
  }

  private boolean tells(RunId run, Set<String> kinds) {
    return storage.lines(run.number()).stream().anyMatch(line -> kinds.contains(line.kind()));
  }

  private boolean tells(RunId run, String node, int runIndex, Set<String> kinds) {
    return storage.lines(run.number()).stream()
        .anyMatch(line -> kinds.contains(line.kind()) && Lines.isOf(line, node, runIndex));
  }

  private boolean hasEnded(RunEvent.StatusChanged event) {
    return storage
        .journal("SELECT status FROM run WHERE id = ?", event.run().number())
        .getFirst()[0]
        .equals(event.status().name());
  }
}
