package io.concertmaster.designer.runs;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.OpenDocuments;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.run.Pulse;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunSummary;
import java.util.List;

/** Keeps the list of runs as the engine has it, for the workflow in front. */
public final class RunsFeed {
  /** How far back the list goes. */
  private static final int NEWEST = 500;

  private final EngineSession engine;
  private final OpenDocuments documents;
  private final RunsPane pane;
  private List<RunSummary> newest = List.of();

  /** Between an engine and a list. */
  public RunsFeed(EngineSession engine, OpenDocuments documents, RunsPane pane) {
    this.engine = engine;
    this.documents = documents;
    this.pane = pane;
    Pulse pulse = new Pulse(150, this::refresh);
    engine.listen(event -> {
      switch (event) {
        case RunEvent.RunStarted _, RunEvent.RunResumed _, RunEvent.StatusChanged _ -> pulse.ask();
        case RunEvent.NodeStarted _,
            RunEvent.NodeProgress _,
            RunEvent.NodeDone _,
            RunEvent.NodeFailed _,
            RunEvent.NodeTold _,
            RunEvent.NodeWaiting _ -> {}
      }
    });
    documents.active().subscribe(document -> show());
    documents.ofWorkflow(EditorDocument::run).subscribe(run -> show());
  }

  /** Reads the list anew. */
  public void refresh() {
    var _ =
        engine
            .runs(NEWEST)
            .thenAccept(runs -> {
              newest = runs;
              show();
            });
  }

  private void show() {
    if (!(documents.active().get() instanceof EditorDocument document)) {
      return;
    }
    String workflow = document.workflow().get().id();
    pane.show(
        newest.stream().filter(run -> run.workflowId().equals(workflow)).toList(),
        document.run().get().map(run -> run.id()));
  }
}
