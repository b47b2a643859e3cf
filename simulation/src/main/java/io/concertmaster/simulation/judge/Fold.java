package io.concertmaster.simulation.judge;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.plan.Entry;
import io.concertmaster.engine.local.plan.EventJson;
import io.concertmaster.engine.local.plan.RunHistory;
import io.concertmaster.simulation.disk.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A run as the engine shows it is the fold over its journal, from scratch; it may show more steps
 * that only compute, which the disk does not have yet.
 */
public final class Fold {
  private Fold() {}

  /**
   * Compares them.
   *
   * @param lines the journal at the moment of the view
   */
  public static void compare(RunView view, List<Storage.Line> lines) {
    RunHistory history = new RunHistory();
    for (Storage.Line line : lines) {
      history.apply(
          EventJson.event(line.kind(), line.node(), Lines.body(line)),
          Instant.ofEpochMilli(line.at()));
    }
    if (!view.nodes().keySet().containsAll(history.nodes().keySet())) {
      throw new Broken(
          "run "
              + view.id()
              + " shows "
              + view.nodes().keySet()
              + " and its journal tells "
              + history.nodes().keySet());
    }
    history
        .nodes()
        .forEach((node, entries) -> {
          NodeView shown = Objects.requireNonNull(view.nodes().get(node));
          for (Entry entry : entries) {
            if (entry.state() == NodeState.RUNNING) {
              continue; // where it only computes, the run may be ahead of its journal
            }
            Activation activation = shown.activations().get(entry.runIndex());
            Activation told = told(entry, activation);
            if (!activation.equals(told)) {
              throw new Broken(
                  "run " + view.id() + " shows " + activation + " and its journal tells " + told);
            }
          }
        });
  }

  /**
   * Who shows a run knows besides whether it is in somebody's hands: then a try that failed is
   * followed by another one. And it knows whether the run has ended: then nothing waits in it.
   */
  private static Activation told(Entry entry, Activation shown) {
    boolean known =
        switch (shown.state()) {
          case RETRYING -> entry.state() == NodeState.FAILED;
          case CANCELLED -> entry.state() == NodeState.WAITING;
          default -> false;
        };
    Entry seen = known ? entry.in(shown.state(), shown.ended(), entry.error()) : entry;
    return seen.activation(shown.progress());
  }
}
