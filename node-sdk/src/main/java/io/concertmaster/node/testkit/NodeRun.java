package io.concertmaster.node.testkit;

import io.concertmaster.node.Credential;
import io.concertmaster.node.Network;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeMemory;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Permission;
import io.concertmaster.node.RunData;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.Workflows;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run of a node in a test: settings and items go in, {@link Outcome} says what came out.
 *
 * <pre>{@code
 * Outcome outcome =
 *     NodeRun.of(new Filter())
 *         .withPerItem("conditions", item -> over(item.json().get("total"), 10_000))
 *         .input(Item.of("total", 12_000), Item.of("total", 8_000))
 *         .run();
 * assertThat(outcome.records()).containsExactly(JsonObject.of("total", 12_000));
 * }</pre>
 *
 * <p>Settings that are not given have the defaults of their properties, at every level, as in the
 * engine. Items, working data and files are held in memory. Time is {@link #STARTED} in UTC.
 */
public final class NodeRun {
  /** The moment at which the activation starts, where no other is given. */
  public static final Instant STARTED = Instant.parse("2026-01-05T09:30:00Z");

  /** How many bytes a piece of work may hold, where nothing else is given. */
  public static final long ALLOWANCE = 64L << 20;

  private final NodeType type;
  private final Map<String, Function<@Nullable Item, @Nullable Object>> settings = new HashMap<>();
  private final List<ItemList> inputs = new ArrayList<>();
  private final MemoryBinaries binaries = new MemoryBinaries();
  private NodeMemory memory = new MemoryOfNode();
  private RunData runData = new MemoryRunData();
  private Workflows workflows = new NoWorkflows();
  private JsonObject literals = JsonObject.empty();
  private Optional<Path> folder = Optional.empty();
  private ZoneId zone = ZoneOffset.UTC;
  private Instant startedAt = STARTED;
  private int runIndex;
  private long startPosition;
  private boolean stopAtReject;
  private long allowance = ALLOWANCE;
  private Optional<Function<NodeContext, Scripts>> scripts = Optional.empty();
  private Network network = Network.OPEN;
  private boolean confined;
  private final Map<String, Credential> credentials = new HashMap<>();
  private final Set<Permission> allowed = EnumSet.noneOf(Permission.class);

  private NodeRun(NodeType type) {
    this.type = type;
  }

  /** A run of a node type with nothing set and no items. */
  public static NodeRun of(NodeType type) {
    return new NodeRun(type);
  }

  /**
   * Sets a property to a value, made into data by {@link Json#value}.
   *
   * @throws IllegalArgumentException when the node has no such property
   */
  public NodeRun with(String property, @Nullable Object value) {
    Object data = Json.value(value);
    known(property);
    literals = literals.with(property, data);
    settings.put(property, item -> data);
    return this;
  }

  /**
   * Sets a property as an expression would: the function gives its value for each item. Where the
   * node asks without an item, it gets the first item of the first input; where there is none, the
   * property has no value. The function may throw a {@link FailedExpression}.
   *
   * @throws IllegalArgumentException when the node has no such property
   */
  public NodeRun withPerItem(String property, Function<Item, @Nullable Object> value) {
    known(property);
    literals = literals.with(property, "={{ in the test }}");
    settings.put(property, item -> item == null ? null : Json.value(value.apply(item)));
    return this;
  }

  private void known(String property) {
    if (type.descriptor().property(property).isEmpty()) {
      throw new IllegalArgumentException(
          type.descriptor().type() + " has no property “" + property + "”");
    }
  }

  /** The items of the first input. */
  public NodeRun input(Item... items) {
    return input(0, ItemList.of(items));
  }

  /** The items of an input, by its position from 0; inputs that are not given are empty. */
  public NodeRun input(int position, Item... items) {
    return input(position, ItemList.of(items));
  }

  /** The items of an input, by its position from 0; the list may be longer than memory. */
  public NodeRun input(int position, ItemList items) {
    while (inputs.size() <= position) {
      inputs.add(ItemList.of());
    }
    inputs.set(position, items);
    return this;
  }

  /** The folder at which relative paths start; a node that asks for a path needs it. */
  public NodeRun folder(Path start) {
    folder = Optional.of(start);
    return this;
  }

  /** What runs scripts; a node that has some needs it. */
  public NodeRun scripts(Function<NodeContext, Scripts> host) {
    scripts = Optional.of(host);
    return this;
  }

  /** The workflow's time zone. */
  public NodeRun zone(ZoneId id) {
    zone = id;
    return this;
  }

  /** The moment at which the activation starts. */
  public NodeRun startedAt(Instant moment) {
    startedAt = moment;
    return this;
  }

  /** How often the node ran before in this run. */
  public NodeRun runIndex(int index) {
    runIndex = index;
    return this;
  }

  /** A crash cut the node short behind so many items, which are done for good. */
  public NodeRun startPosition(long position) {
    startPosition = position;
    return this;
  }

  /** The node's policy is to stop at the first item that fails, not to put it aside. */
  public NodeRun stopAtReject() {
    stopAtReject = true;
    return this;
  }

  /** Each piece of work of the node may hold so many bytes: with 1, all goes over the disk. */
  public NodeRun allowance(long bytes) {
    allowance = bytes;
    return this;
  }

  /**
   * What the node kept in earlier activations, as an {@link Outcome} tells it: for a node that runs
   * several times in a run.
   */
  public NodeRun memory(NodeMemory kept) {
    memory = kept;
    return this;
  }

  /** What earlier runs of the workflow left, as an {@link Outcome} tells it. */
  public NodeRun runData(RunData left) {
    runData = left;
    return this;
  }

  /** The workflows that the node may call. */
  public NodeRun workflows(Workflows callable) {
    workflows = callable;
    return this;
  }

  /** The person allowed something. */
  public NodeRun allowing(Permission permission) {
    allowed.add(permission);
    return this;
  }

  /** Which machines the node may connect to; all, where nothing else is given. */
  public NodeRun network(Network reachable) {
    network = reachable;
    return this;
  }

  /** The node names a credential for one of its slots. */
  public NodeRun credential(String slot, Credential opened) {
    credentials.put(slot, opened);
    return this;
  }

  /** There are files that the node may not reach. */
  public NodeRun confined() {
    confined = true;
    return this;
  }

  /** Puts a file into the store, to be given along with an item. */
  public BinaryData file(String fileName, String mimeType, byte[] bytes) {
    try {
      return binaries.store(fileName, mimeType, new ByteArrayInputStream(bytes));
    } catch (NodeException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs the node to its end. A failure is part of the outcome.
   *
   * @throws InterruptedException when the node was interrupted
   */
  public Outcome run() throws InterruptedException {
    KitContext context =
        new KitContext(
            type,
            settings,
            literals,
            List.copyOf(inputs),
            binaries,
            new KitContext.Place(
                folder,
                zone,
                startedAt,
                runIndex,
                startPosition,
                stopAtReject,
                allowance,
                allowed,
                network,
                confined,
                credentials),
            new KitContext.Kept(memory, runData, workflows),
            scripts);
    Optional<NodeResult> result = Optional.empty();
    Optional<NodeException> failure = Optional.empty();
    try {
      result = Optional.of(type.run(context));
    } catch (NodeException e) {
      failure = Optional.of(e);
    }
    return new Outcome(
        context.outputs(),
        context.rejected(),
        result,
        failure,
        context.logged(),
        binaries,
        memory,
        runData,
        failure.isEmpty() ? context.told() : Optional.empty());
  }

  /** Where a test gave none. */
  private static final class NoWorkflows implements Workflows {
    @Override
    public Call call(String key, Callee callee, ItemList items) {
      throw none();
    }

    @Override
    public long hand(String key, Callee callee, ItemList items) {
      throw none();
    }

    private static IllegalStateException none() {
      return new IllegalStateException("give the run workflows to call: NodeRun.workflows(…)");
    }
  }
}
