package io.concertmaster.engine.local;

import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
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
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.engine.local.items.FileStore;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.run.Runs;
import io.concertmaster.engine.local.run.Stores;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Network;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.Permission;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.script.HostSettings;
import io.concertmaster.script.ScriptHost;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The engine inside the app: runs workflows on threads of this process and keeps what happened in a
 * folder. One process at a time has a folder; others can read it, see {@link #openReadOnly}.
 */
public final class LocalEngine implements Engine {
  /**
   * How an engine works.
   *
   * @param threads how many activations work at the same time
   * @param maxActivations how many steps one run may have: the guard against loops without end
   * @param reserve bytes of disk that are held back for the moment when it is full; 0 for none
   * @param takeUpWaiting whether runs that wait for a moment go on in this engine by themselves
   * @param resumeOnOpen whether runs that were cut short go on by themselves; a run with an unsafe
   *     step cut short never does
   * @param listening whether the triggers of active workflows begin runs in this engine
   * @param environment whether expressions may read the environment's variables
   * @param errorRunsByHand whether the failure of a run that was started by hand is told to an
   *     error workflow too
   * @param workflows reads the workflows that runs call
   * @param address where the outside reaches this engine, such as {@code
   *     https://flows.example.com}; empty where it does not
   * @param reach how far nodes reach out of the engine
   * @param clock tells the time
   */
  public record Options(
      int threads,
      long maxActivations,
      long reserve,
      boolean takeUpWaiting,
      boolean resumeOnOpen,
      boolean listening,
      boolean environment,
      boolean errorRunsByHand,
      WorkflowSource workflows,
      Supplier<String> address,
      Reach reach,
      InstantSource clock) {
    /**
     * Twice as many threads as processors, 100,000 steps, 32 MB of reserve, waits are taken up;
     * nodes reach everything, and may do what the environment of this process allows.
     */
    public static final Options DEFAULT =
        new Options(
            2 * Runtime.getRuntime().availableProcessors(),
            100_000,
            32L * 1024 * 1024,
            true,
            false,
            false,
            true,
            false,
            WorkflowSource.FILES,
            () -> "",
            Reach.ofEnvironment(),
            InstantSource.system());

    public Options {
      if (threads < 1 || maxActivations < 1 || reserve < 0) {
        throw new IllegalArgumentException("threads and steps count from 1, the reserve from 0");
      }
    }

    /** These options, with something more allowed to nodes. */
    public Options allowing(Permission permission) {
      return with(parts -> parts.reach = reach.allowing(permission));
    }

    /** These options, with nodes that reach so far and no further. */
    public Options within(Network network, FileRule files) {
      return with(parts -> parts.reach = reach.within(network, files));
    }

    /** These options, with credentials that nodes may name. */
    public Options withCredentials(CredentialSource source) {
      return with(parts -> parts.reach = reach.signingIn(source));
    }

    /** These options with another number of threads. */
    public Options withThreads(int number) {
      return with(parts -> parts.threads = number);
    }

    /** These options with another guard against endless loops. */
    public Options withMaxActivations(long number) {
      return with(parts -> parts.maxActivations = number);
    }

    /** These options with another reserve. */
    public Options withReserve(long bytes) {
      return with(parts -> parts.reserve = bytes);
    }

    /** These options, taking up what waits and what was cut short or not. */
    public Options takingUp(boolean waiting, boolean interrupted) {
      return with(parts -> {
        parts.takeUpWaiting = waiting;
        parts.resumeOnOpen = interrupted;
      });
    }

    /** These options, with the triggers of active workflows. */
    public Options withTriggers() {
      return with(parts -> parts.listening = true);
    }

    /** These options without the environment's variables. */
    public Options withoutEnvironment() {
      return with(parts -> parts.environment = false);
    }

    /** These options, with error workflows for runs that were started by hand too. */
    public Options withErrorRunsByHand() {
      return with(parts -> parts.errorRunsByHand = true);
    }

    /** These options with another reader of the workflows that runs call. */
    public Options withWorkflows(WorkflowSource source) {
      return with(parts -> parts.workflows = source);
    }

    /** These options with an address at which the outside reaches the engine. */
    public Options withAddress(Supplier<String> base) {
      return with(parts -> parts.address = base);
    }

    /** These options with another clock. */
    public Options withClock(InstantSource other) {
      return with(parts -> parts.clock = other);
    }

    private Options with(Consumer<Parts> change) {
      Parts parts = new Parts(this);
      change.accept(parts);
      return parts.whole();
    }

    /** The parts one by one, so that they are copied in one place. */
    private static final class Parts {
      private int threads;
      private long maxActivations;
      private long reserve;
      private boolean takeUpWaiting;
      private boolean resumeOnOpen;
      private boolean listening;
      private boolean environment;
      private boolean errorRunsByHand;
      private WorkflowSource workflows;
      private Supplier<String> address;
      private Reach reach;
      private InstantSource clock;

      private Parts(Options options) {
        threads = options.threads;
        maxActivations = options.maxActivations;
        reserve = options.reserve;
        takeUpWaiting = options.takeUpWaiting;
        resumeOnOpen = options.resumeOnOpen;
        listening = options.listening;
        environment = options.environment;
        errorRunsByHand = options.errorRunsByHand;
        workflows = options.workflows;
        address = options.address;
        reach = options.reach;
        clock = options.clock;
      }

      private Options whole() {
        return new Options(
            threads,
            maxActivations,
            reserve,
            takeUpWaiting,
            resumeOnOpen,
            listening,
            environment,
            errorRunsByHand,
            workflows,
            address,
            reach,
            clock);
      }
    }
  }

  private final Home home;
  private final Reserve reserve;
  private final Stores stores;
  private final Runs runs;
  private final ScriptHost scripts;
  private final ItemStore items;
  private final InstantSource clock;
  private final Pruner pruner;
  private final Housekeeping housekeeping;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LocalEngine(
      Home home,
      Reserve reserve,
      Stores stores,
      Runs runs,
      ScriptHost scripts,
      InstantSource clock) {
    this.clock = clock;
    this.pruner = new Pruner(home.folder(), stores.journal(), stores.blobs());
    this.housekeeping = new Housekeeping(home.folder(), pruner::prune, clock);
    this.scripts = scripts;
    this.home = home;
    this.reserve = reserve;
    this.stores = stores;
    this.runs = runs;
    this.items = new ItemStore(stores.blobs());
  }

  /**
   * Opens the store of a folder and takes up its runs.
   *
   * @param folder is made where it is not there; must not be on a network drive
   * @param catalog the node types that runs may use
   * @throws EngineException when another process has the folder, or the store cannot be opened
   */
  public static LocalEngine open(Path folder, NodeCatalog catalog, Options options)
      throws EngineException {
    Home home = Home.take(folder.toAbsolutePath());
    try {
      ScriptHost scripts = new ScriptHost(HostSettings.DEFAULT);
      Reserve reserve = new Reserve(home.folder(), options.reserve());
      Stores stores =
          Stores.open(
              Machine.THIS,
              Home.items(home.folder()),
              Home.journal(home.folder()),
              home.scratch(),
              reserve,
              reserve::giveUp);
      try {
        Runs runs =
            stores.runs(
                catalog,
                options.clock(),
                RunPolicy.of(options, new Variables(home.folder())),
                scripts);
        runs.takeUp(options.takeUpWaiting(), options.resumeOnOpen());
        runs.settleAll();
        if (options.listening()) {
          runs.active().listen();
        }
        return new LocalEngine(home, reserve, stores, runs, scripts, options.clock());
      } catch (StoreException e) {
        stores.close();
        throw e;
      }
    } catch (StoreException e) {
      home.close();
      throw Failures.ofOpening(home.folder(), e);
    }
  }

  /**
   * Opens the store of a folder for looking at its runs, whether another process has it or not.
   *
   * @throws EngineException when there is no store
   */
  public static Engine openReadOnly(Path folder) throws EngineException {
    return ReadOnlyEngine.open(folder.toAbsolutePath());
  }

  @Override
  public RunId start(RunRequest request) throws EngineException {
    return started(() -> runs.start(request));
  }

  @Override
  public RunId startOnce(RunRequest request, String key) throws EngineException {
    return started(() -> runs.startOnce(request, key));
  }

  /** Something that needs room on the disk. */
  @FunctionalInterface
  private interface Start<T> {
    T begin() throws EngineException, InterruptedException;
  }

  private <T> T started(Start<T> start) throws EngineException {
    if (!reserve.hold()) {
      throw new EngineException(
          EngineException.Reason.STORE_FULL,
          "the disk of " + home.folder() + " is full: free some space, then start the run again");
    }
    return Failures.explained("the start was interrupted: start the run again", start::begin);
  }

  @Override
  public Optional<RunView> run(RunId id) throws EngineException {
    return Failures.explained(() -> runs.view(id));
  }

  @Override
  public RunPage runs(RunQuery query) throws EngineException {
    return Failures.explained(() -> runs.page(query));
  }

  @Override
  public List<RunSummary> unfinished() throws EngineException {
    return Failures.explained(runs::unfinished);
  }

  @Override
  public void cancel(RunId id) throws EngineException {
    Failures.explained(() -> {
      runs.cancel(id);
      return true;
    });
  }

  @Override
  public void resume(RunId id) throws EngineException {
    resume(id, Optional.empty());
  }

  @Override
  public void resume(RunId id, UncertainDecision decision) throws EngineException {
    resume(id, Optional.of(decision));
  }

  private void resume(RunId id, Optional<UncertainDecision> decision) throws EngineException {
    reserve.hold();
    Failures.explained(() -> {
      runs.resume(id, decision);
      return true;
    });
  }

  @Override
  public void upgrade(RunId id, Workflow workflow) throws EngineException {
    reserve.hold();
    Failures.explained(() -> {
      runs.upgrade(id, workflow);
      return true;
    });
  }

  @Override
  public void resume(RunId id, String token, String output, List<Item> answer)
      throws EngineException {
    reserve.hold();
    Failures.explained(
        "the answer was interrupted: give it again",
        () -> {
          runs.answer(id, token, output, answer);
          return true;
        });
  }

  @Override
  public void awaitQuiet() throws InterruptedException {
    runs.awaitQuiet();
  }

  @Override
  public List<RunSummary> interrupted() throws EngineException {
    return Failures.explained(runs::interrupted);
  }

  @Override
  public Subscription subscribe(Consumer<RunEvent> listener) {
    return runs.subscribe(listener);
  }

  @Override
  public List<NumberedEvent> events(RunId id, long after) throws EngineException {
    return Failures.explained(() -> runs.told(id, after));
  }

  @Override
  public RunView await(RunId id) throws EngineException, InterruptedException {
    try {
      return runs.await(id);
    } catch (StoreException e) {
      throw Failures.of(e);
    }
  }

  @Override
  public ItemPage items(ItemListRef list, long from, int limit) throws EngineException {
    return Failures.explained(() -> Pages.of(items, list, from, limit));
  }

  @Override
  public InputStream open(BinaryData file) throws EngineException {
    return Failures.explained(() -> Pages.file(stores.blobs(), file));
  }

  @Override
  public ActiveWorkflow activate(Workflow workflow, Path where) throws EngineException {
    reserve.hold();
    return Failures.explained(() -> runs.active().activate(workflow, where));
  }

  @Override
  public boolean deactivate(String workflowId) throws EngineException {
    return Failures.explained(() -> runs.active().deactivate(workflowId));
  }

  @Override
  public List<Opening> openings() throws EngineException {
    return Failures.explained(() -> runs.active().openings());
  }

  @Override
  public RunId call(String workflowId, String node, List<Item> items, String key)
      throws EngineException {
    return started(() -> runs.active().call(workflowId, node, items, key));
  }

  @Override
  public Intake intake() throws EngineException {
    return started(() -> new LocalIntake(new FileStore(stores.blobs()), items.use()));
  }

  @Override
  public List<ActiveWorkflow> active() throws EngineException {
    return Failures.explained(() -> runs.active().all());
  }

  @Override
  public EngineMetrics metrics() {
    return EngineCounts.of(home.folder(), stores.journal(), stores.blobs(), runs.count());
  }

  /**
   * Takes away runs that have ended, and what only they used; runs go on meanwhile.
   *
   * @return how many runs went
   * @throws EngineException when a backup is being made, or the store cannot be written
   */
  public long prune(Retention retention) throws EngineException, InterruptedException {
    try {
      return pruner.prune(retention, clock.instant());
    } catch (StoreException e) {
      throw Failures.of(e);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      housekeeping.close();
      runs.close();
      scripts.close();
      stores.close();
      home.close();
    }
  }
}
