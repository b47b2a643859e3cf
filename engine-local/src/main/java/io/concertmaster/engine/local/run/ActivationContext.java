package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.local.FileRule;
import io.concertmaster.engine.local.WrittenPath;
import io.concertmaster.engine.local.items.RowPack;
import io.concertmaster.engine.local.items.ScratchFile;
import io.concertmaster.engine.local.items.ScratchRows;
import io.concertmaster.engine.local.plan.Input;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.engine.local.plan.Traces;
import io.concertmaster.engine.local.plan.Watermark;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.node.Allowance;
import io.concertmaster.node.Binaries;
import io.concertmaster.node.Credential;
import io.concertmaster.node.Network;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeMemory;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Output;
import io.concertmaster.node.Pack;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Permission;
import io.concertmaster.node.RunData;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.Workflows;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a running node sees. Belongs to one try of an activation and its thread. */
final class ActivationContext implements NodeContext, AutoCloseable {
  /** The most lines that one try may write to the log. */
  private static final int LINES = 1_000;

  private static final int LINE_LENGTH = 10_000;

  private final LiveRun run;
  private final Services services;
  private final Execution execution;
  private final NodeDefinition node;
  private final NodeSettings settings;
  private final Sinks sinks;
  private final Watermarks watermarks;
  private final int inputCount;
  private final Lookback lookback;
  private final ScratchFile scratch;
  private final List<Budget.Share> shares = new ArrayList<>();
  private final ActivationMemory memory;
  private final ActivationData data;
  private final Calls calls;
  private final OpenedCredentials credentials;
  private final AheadOfItems ahead = new AheadOfItems();
  private Optional<JsonObject> told = Optional.empty();
  private int lines;
  private int resolving;
  private String nextToken = "";

  ActivationContext(LiveRun run, Services services, Execution execution) {
    Task task = execution.task();
    this.memory = new ActivationMemory(run.past().memory(task.node()), services, execution);
    this.data = new ActivationData(run.past().data(task.node()));
    this.calls = new Calls(run, services, execution);
    this.scratch = new ScratchFile(services.scratch());
    this.run = run;
    this.services = services;
    this.execution = execution;
    String id = task.node();
    this.node = run.definition().node(id);
    this.settings = run.definition().settings(id);
    NodeType type = run.definition().type(id);
    this.credentials =
        new OpenedCredentials(services.policy().reach().credentials(), node, type.descriptor());
    this.inputCount = type.inputs(node.parameters()).size();
    this.lookback = new Lookback(run.past(), services.items());
    this.sinks =
        new Sinks(
            services,
            execution,
            node,
            type,
            new Progress(services, run.id(), execution),
            this::input,
            run.definition().graph().node(id).takesOneList());
    this.watermarks = new Watermarks(run, services, execution, node, sinks);
  }

  /** Lets the node work; what it throws tells no secret of the credentials that it opened. */
  NodeResult work(NodeType type) throws NodeException, InterruptedException {
    try {
      return type.run(this);
    } catch (NodeException e) {
      throw credentials.blackout().failure(e);
    } catch (Execution.Stopped | StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw credentials.blackout().fault(e);
    }
  }

  Sinks sinks() {
    return sinks;
  }

  /** The numbers of the called runs that are under way. */
  List<Long> pending() {
    return calls.pending();
  }

  /** What the activation leaves behind besides items. */
  Traces traces() {
    return new Traces(
        memory.changedValues(),
        memory.changedLists(),
        data.changedData(),
        data.changedMarks(),
        told);
  }

  RunId run() {
    return run.id();
  }

  Definition definition() {
    return run.definition();
  }

  Task task() {
    return execution.task();
  }

  Lookback lookback() {
    return lookback;
  }

  NodeDefinition node() {
    return node;
  }

  AheadOfItems ahead() {
    return ahead;
  }

  RunMode mode() {
    return run.past().cause().mode();
  }

  /**
   * The address at which someone outside ends the run's next wait; where nobody listens it says
   * only which run and which token.
   *
   * @param kind {@code resume} or {@code form}
   */
  String address(String kind) {
    if (nextToken.isEmpty()) {
      nextToken =
          run.past().tokens().next(execution.task().lane()); // once: expressions ask for each item
    }
    String base = services.policy().address().get();
    return base.isEmpty()
        ? "concertmaster:" + kind + "/" + run.id() + "/" + nextToken
        : base + (kind.equals("form") ? "/ask/" : "/resume/") + run.id() + "." + nextToken;
  }

  /**
   * The node's own settings with their expressions evaluated. A setting is left as in the file
   * where its expression fails, and where expressions ask one another in turn.
   */
  JsonObject resolved(ItemScope scope) {
    if (resolving > 1) {
      return node.parameters();
    }
    resolving++;
    try {
      JsonObject.Builder values = JsonObject.builder();
      ItemParameters parameters = new ItemParameters(settings, scope);
      for (String name : settings.byName().keySet()) {
        try {
          values.put(name, parameters.value(name));
        } catch (NodeException e) {
          values.put(name, node.parameters().get(name));
        }
      }
      return values.build();
    } finally {
      resolving--;
    }
  }

  HistoryView past() {
    return run.past();
  }

  JsonObject variables() {
    return services.policy().variables().get();
  }

  Optional<String> environment(String name) {
    return services.policy().environment().apply(name);
  }

  @Override
  public String nodeName() {
    return node.name();
  }

  @Override
  public int runIndex() {
    return task().runIndex();
  }

  @Override
  public int attempt() {
    return task().attempt();
  }

  @Override
  public String idempotencyKey() {
    return services.names().of(run.id().number())
        + "/"
        + run.id()
        + "/"
        + task().node()
        + "/"
        + task().runIndex();
  }

  @Override
  public ZoneId zone() {
    return run.definition().workflow().settings().timezone().orElseGet(ZoneId::systemDefault);
  }

  @Override
  public Instant startedAt() {
    return run.past().entry(task().node(), task().runIndex()).orElseThrow().started();
  }

  /**
   * The position of the first input that has items; the first one where none has, and always in the
   * order v0.
   */
  int mainInput() {
    if (run.definition().graph().order() == ExecutionOrder.V0) {
      return 0;
    }
    List<Input> inputs = task().inputs();
    for (int position = 0; position < inputs.size(); position++) {
      if (inputs.get(position).list().size() > 0) {
        return position;
      }
    }
    return 0;
  }

  @Override
  public long startPosition() {
    return task().watermark().map(Watermark::position).orElse(0L);
  }

  @Override
  public void doneBefore(long position) throws InterruptedException {
    watermarks.reached(position);
  }

  @Override
  public ItemList input() {
    return input(mainInput());
  }

  @Override
  public GuardedList input(int position) {
    List<Input> inputs = task().inputs();
    Input input = position < inputs.size() ? inputs.get(position) : Input.NONE;
    ItemList items = services.items().input(input.list(), position);
    long size = node.executeOnce() ? Math.min(1, items.size()) : items.size();
    boolean known = size == items.size() && size > 0;
    return new GuardedList(items, size, execution, known ? Optional.of(input) : Optional.empty());
  }

  @Override
  public int inputCount() {
    return inputCount;
  }

  @Override
  public Parameters parameters() {
    ItemList input = input();
    return input.isEmpty()
        ? parameters(Optional.empty(), 0)
        : parameters(Optional.of(input.get(0)), 0);
  }

  @Override
  public Parameters parameters(Item item, long position) {
    return parameters(Optional.of(item), position);
  }

  private Parameters parameters(Optional<Item> item, long position) {
    return new ItemParameters(settings, new ItemScope(this, item, position));
  }

  @Override
  public Output output(int position) {
    return sinks.at(position);
  }

  @Override
  public int outputCount() {
    return sinks.count();
  }

  @Override
  public void reject(Item item, long position, NodeException error) throws NodeException {
    try {
      sinks.reject(item, position, mainInput(), credentials.blackout().failure(error));
    } catch (InterruptedException e) {
      throw new Execution.Stopped();
    }
  }

  @Override
  public boolean continuesOnError() {
    return node.onError() != OnError.STOP;
  }

  @Override
  public boolean hasErrorOutput() {
    return node.onError() == OnError.OUTPUT;
  }

  @Override
  public NodeMemory memory() {
    return memory;
  }

  @Override
  public RunData runData() {
    return data;
  }

  @Override
  public Workflows workflows() {
    return calls;
  }

  @Override
  public Scratch scratch() {
    return new ScratchList(new ScratchRows(scratch), execution);
  }

  @Override
  public Allowance allowance() {
    Budget.Share share = services.budget().share();
    shares.add(share);
    return share;
  }

  @Override
  public Pack pack() {
    return new GuardedPack(new RowPack(scratch), execution);
  }

  @Override
  public Binaries binaries() {
    return new StoredFiles(services.files());
  }

  @Override
  public Path path(String text) throws NodeException {
    Path path = WrittenPath.of(text, run.folder());
    services.policy().reach().files().demand(path, FileRule.Use.READ);
    return path;
  }

  @Override
  public Path target(String text) throws NodeException {
    Path path = WrittenPath.of(text, run.folder());
    services.policy().reach().files().demand(path, FileRule.Use.WRITE);
    return path;
  }

  @Override
  public boolean isConfined() {
    return services.policy().reach().files().isConfining();
  }

  @Override
  public Network network() {
    return services.policy().reach().network();
  }

  @Override
  public boolean allows(Permission permission) {
    return services.policy().reach().permissions().contains(permission);
  }

  @Override
  public Optional<Credential> credential(String slot) throws NodeException {
    return credentials.at(slot);
  }

  @Override
  public Scripts scripts() {
    ItemList input = input();
    Optional<Item> first = input.isEmpty() ? Optional.empty() : Optional.of(input.get(0));
    return services.scripts().scripts(new ItemScope(this, first, 0), this::log, binaries());
  }

  @Override
  public void tell(JsonObject said) throws NodeException {
    told = Optional.of(Sizes.checked(said, NodeMemory.LIMIT, "a node says to those outside"));
  }

  @Override
  public void log(String line) {
    if (lines < LINES) {
      lines++;
      String safe = credentials.blackout().text(line);
      String text = safe.length() > LINE_LENGTH ? safe.substring(0, LINE_LENGTH) + "…" : safe;
      run.log(task().node(), text);
    } else if (lines == LINES) {
      lines++;
      run.log(task().node(), "(more lines were written and are not kept)");
    }
  }

  @Override
  public void checkInterrupted() throws InterruptedException {
    if (execution.stopped().isPresent() || Thread.currentThread().isInterrupted()) {
      throw new InterruptedException();
    }
  }

  /** Gives back the memory and deletes the working data. */
  @Override
  public void close() {
    shares.forEach(Budget.Share::free);
    try {
      scratch.close();
    } catch (IOException e) {
      System.getLogger(ActivationContext.class.getName())
          .log(System.Logger.Level.WARNING, "working data stays behind until the next start", e);
    }
  }
}
