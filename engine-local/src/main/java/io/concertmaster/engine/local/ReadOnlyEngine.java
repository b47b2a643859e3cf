package io.concertmaster.engine.local;

import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.EngineMetrics;
import io.concertmaster.engine.Intake;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.NumberedEvent;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunPage;
import io.concertmaster.engine.RunQuery;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.engine.local.items.Blobs;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.engine.local.journal.JournalReader;
import io.concertmaster.engine.local.run.PastRuns;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A look at the runs of a folder that another process may have. Whatever would change something is
 * refused.
 */
final class ReadOnlyEngine implements Engine {
  private final Path folder;
  private final JournalReader journal;
  private final PastRuns runs;
  private final Blobs blobs;
  private final ItemStore items;

  private ReadOnlyEngine(Path folder, JournalReader journal, Blobs blobs) {
    this.folder = folder;
    this.journal = journal;
    this.runs = new PastRuns(journal);
    this.blobs = blobs;
    this.items = new ItemStore(blobs);
  }

  static ReadOnlyEngine open(Path folder) throws EngineException {
    try {
      Home.mendLogs(folder);
    } catch (StoreException e) {
      throw Failures.of(e);
    }
    if (!Files.isRegularFile(Home.journal(folder))) {
      throw new EngineException(
          Reason.STORE_FAILED, "there are no runs in " + folder + ": nothing ran there yet");
    }
    return new ReadOnlyEngine(
        folder, JournalReader.open(Home.journal(folder)), Blobs.openReadOnly(Home.items(folder)));
  }

  @Override
  public Optional<RunView> run(RunId id) throws EngineException {
    return Failures.explained(() -> runs.view(id, Home.isHeld(folder), Optional.empty()));
  }

  @Override
  public RunPage runs(RunQuery query) throws EngineException {
    boolean held = Home.isHeld(folder);
    return Failures.explained(
        () -> runs.page(query, row -> runs.summary(row, held, Optional.empty())));
  }

  @Override
  public List<RunSummary> unfinished() throws EngineException {
    boolean held = Home.isHeld(folder);
    return Failures.explained(() ->
        runs.unfinished().stream().map(row -> runs.summary(row, held, Optional.empty())).toList());
  }

  @Override
  public List<RunSummary> interrupted() throws EngineException {
    return unfinished().stream()
        .filter(run -> run.status() == RunStatus.INTERRUPTED || run.status() == RunStatus.UNCERTAIN)
        .toList();
  }

  @Override
  public List<NumberedEvent> events(RunId id, long after) throws EngineException {
    return Failures.explained(() -> runs.told(id, after));
  }

  @Override
  public RunView await(RunId id) throws EngineException {
    return run(id)
        .orElseThrow(() ->
            new EngineException(Reason.NO_SUCH_RUN, "there is no run " + id + " in this store"));
  }

  @Override
  public ItemPage items(ItemListRef list, long from, int limit) throws EngineException {
    return Failures.explained(() -> Pages.of(items, list, from, limit));
  }

  @Override
  public InputStream open(BinaryData file) throws EngineException {
    return Failures.explained(() -> Pages.file(blobs, file));
  }

  @Override
  public RunId start(RunRequest request) throws EngineException {
    throw refused();
  }

  @Override
  public List<Opening> openings() {
    return List.of();
  }

  @Override
  public RunId call(String workflowId, String node, List<Item> items, String key)
      throws EngineException {
    throw refused();
  }

  @Override
  public Intake intake() throws EngineException {
    throw refused();
  }

  @Override
  public RunId startOnce(RunRequest request, String key) throws EngineException {
    throw refused();
  }

  @Override
  public void cancel(RunId id) throws EngineException {
    throw refused();
  }

  @Override
  public void resume(RunId id) throws EngineException {
    throw refused();
  }

  @Override
  public void resume(RunId id, UncertainDecision decision) throws EngineException {
    throw refused();
  }

  @Override
  public void upgrade(RunId id, Workflow workflow) throws EngineException {
    throw refused();
  }

  @Override
  public void resume(RunId id, String token, String output, List<Item> answer)
      throws EngineException {
    throw refused();
  }

  @Override
  public ActiveWorkflow activate(Workflow workflow, Path where) throws EngineException {
    throw refused();
  }

  @Override
  public boolean deactivate(String workflowId) throws EngineException {
    throw refused();
  }

  /** Which workflows listen, whoever does the listening, is not looked at here. */
  @Override
  public List<ActiveWorkflow> active() throws EngineException {
    throw refused();
  }

  /** Nothing happens here. */
  @Override
  public void awaitQuiet() {}

  private EngineException refused() {
    return Home.isHeld(folder)
        ? Home.held(folder)
        : new EngineException(
            Reason.STORE_LOCKED, folder + " was opened for reading only: nothing can be changed");
  }

  /** Nothing that happens elsewhere is heard of here. */
  @Override
  public Subscription subscribe(Consumer<RunEvent> listener) {
    return () -> {};
  }

  @Override
  public EngineMetrics metrics() {
    return EngineCounts.idle(folder);
  }

  @Override
  public void close() {
    journal.close();
    blobs.close();
  }
}
