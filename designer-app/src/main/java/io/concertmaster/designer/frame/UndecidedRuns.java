package io.concertmaster.designer.frame;

import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.run.Pulse;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/**
 * How many runs of this machine wait for a word about a step that was cut short, of whatever
 * workflow; a click shows the oldest. It is not there while none does.
 */
public final class UndecidedRuns extends Button {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  /** So many are named for who points there. */
  private static final int NAMED = 10;

  private final Tooltip which = new Tooltip();
  private List<RunSummary> undecided = List.of();

  /**
   * Asks at once, and whenever a run stops or goes on.
   *
   * @param opened shows a run
   */
  public UndecidedRuns(EngineSession engine, Consumer<RunId> opened) {
    setId("status-undecided");
    getStyleClass().addAll("status-button", "warnings");
    setFocusTraversable(false);
    setTooltip(which);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    setOnAction(event -> undecided.stream().findFirst().map(RunSummary::id).ifPresent(opened));
    Pulse pulse = new Pulse(300, () -> ask(engine));
    engine.listen(event -> {
      switch (event) {
        case RunEvent.RunResumed _, RunEvent.StatusChanged _ -> pulse.ask();
        case RunEvent.RunStarted _,
            RunEvent.NodeStarted _,
            RunEvent.NodeProgress _,
            RunEvent.NodeDone _,
            RunEvent.NodeFailed _,
            RunEvent.NodeTold _,
            RunEvent.NodeWaiting _ -> {}
      }
    });
    ask(engine);
  }

  private void ask(EngineSession engine) {
    var _ = engine.ask(Engine::unfinished).thenAccept(this::show);
  }

  private void show(List<RunSummary> unfinished) {
    undecided = unfinished.stream().filter(run -> run.status() == RunStatus.UNCERTAIN).toList();
    int count = undecided.size();
    setText(count == 1 ? "1 run needs a decision" : count + " runs need a decision");
    String more = count > NAMED ? "\nand " + (count - NAMED) + " more" : "";
    which.setText(
        undecided.stream()
            .limit(NAMED)
            .map(run ->
                "#" + run.id() + " " + run.workflowName() + ", " + MOMENT.format(run.started()))
            .collect(
                Collectors.joining("\n", "A step was cut short, and may have happened:\n", more)));
    setVisible(count > 0);
  }
}
