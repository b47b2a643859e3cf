package io.concertmaster.node.testkit;

import io.concertmaster.node.Allowance;
import io.concertmaster.node.Binaries;
import io.concertmaster.node.Credential;
import io.concertmaster.node.Network;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeMemory;
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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The context of one activation, in memory. */
final class KitContext implements NodeContext {
  /** Where, when and how the activation runs. */
  record Place(
      Optional<Path> folder,
      ZoneId zone,
      Instant startedAt,
      int runIndex,
      long startPosition,
      boolean stopAtReject,
      long allowance,
      Set<Permission> allowed,
      Network network,
      boolean confined,
      Map<String, Credential> credentials) {}

  /** What outlives the activation. */
  record Kept(NodeMemory memory, RunData runData, Workflows workflows) {}

  private final NodeType type;
  private final Map<String, Function<@Nullable Item, @Nullable Object>> settings;
  private final List<ItemList> inputs;
  private final int inputCount;
  private final Binaries binaries;
  private final Place place;
  private final Kept kept;
  private final List<List<Item>> outputs = new ArrayList<>();
  private final List<Outcome.Rejected> rejected = new ArrayList<>();
  private final List<String> logged = new ArrayList<>();
  private Optional<JsonObject> told = Optional.empty();
  private final Optional<Function<NodeContext, Scripts>> scripts;

  KitContext(
      NodeType type,
      Map<String, Function<@Nullable Item, @Nullable Object>> settings,
      JsonObject literals,
      List<ItemList> inputs,
      Binaries binaries,
      Place place,
      Kept kept,
      Optional<Function<NodeContext, Scripts>> scripts) {
    this.scripts = scripts;
    this.type = type;
    this.settings = Map.copyOf(settings);
    this.inputs = inputs;
    this.inputCount = type.inputs(literals).size();
    this.binaries = binaries;
    this.place = place;
    this.kept = kept;
    for (int i = 0; i < type.outputs(literals).size(); i++) {
      outputs.add(new ArrayList<>());
    }
    if (inputs.size() > Math.max(1, inputCount)) {
      throw new IllegalArgumentException(
          type.descriptor().type() + " has " + inputCount + " inputs, not " + inputs.size());
    }
  }

  List<List<Item>> outputs() {
    return outputs.stream().map(List::copyOf).toList();
  }

  List<Outcome.Rejected> rejected() {
    return rejected;
  }

  Optional<JsonObject> told() {
    return told;
  }

  @Override
  public void tell(JsonObject said) {
    told = Optional.of(said);
  }

  List<String> logged() {
    return logged;
  }

  @Override
  public String nodeName() {
    return type.descriptor().name();
  }

  @Override
  public int runIndex() {
    return place.runIndex();
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public String idempotencyKey() {
    return "test-" + place.runIndex();
  }

  @Override
  public long startPosition() {
    return place.startPosition();
  }

  @Override
  public ZoneId zone() {
    return place.zone();
  }

  @Override
  public Instant startedAt() {
    return place.startedAt();
  }

  @Override
  public ItemList input(int position) {
    return position < inputs.size() ? inputs.get(position) : ItemList.of();
  }

  @Override
  public int inputCount() {
    return inputCount;
  }

  @Override
  public Parameters parameters() {
    ItemList first = input(0);
    return new KitParameters(
        type.descriptor(),
        settings,
        first.isEmpty() ? Optional.empty() : Optional.of(first.get(0)));
  }

  @Override
  public Parameters parameters(Item item, long position) {
    return new KitParameters(type.descriptor(), settings, Optional.of(item));
  }

  @Override
  public Output output(int position) {
    return item -> {
      checkInterrupted();
      outputs.get(position).add(item);
    };
  }

  @Override
  public int outputCount() {
    return outputs.size();
  }

  @Override
  public void reject(Item item, long position, NodeException error) throws NodeException {
    if (place.stopAtReject()) {
      throw error.atItem(position);
    }
    rejected.add(new Outcome.Rejected(item, position, error));
  }

  @Override
  public boolean continuesOnError() {
    return !place.stopAtReject();
  }

  /** What is put aside has a place of its own. */
  @Override
  public boolean hasErrorOutput() {
    return !place.stopAtReject();
  }

  @Override
  public NodeMemory memory() {
    return kept.memory();
  }

  @Override
  public RunData runData() {
    return kept.runData();
  }

  @Override
  public Workflows workflows() {
    return kept.workflows();
  }

  @Override
  public Scratch scratch() {
    return new MemoryScratch();
  }

  @Override
  public Allowance allowance() {
    return new FixedAllowance(place.allowance());
  }

  @Override
  public Pack pack() {
    return new MemoryPack();
  }

  @Override
  public Binaries binaries() {
    return binaries;
  }

  @Override
  public Path path(String text) throws NodeException {
    Path start =
        place
            .folder()
            .orElseThrow(
                () -> new IllegalStateException("give the run a folder: NodeRun.folder(…)"));
    String relative = text.startsWith("~/") ? text.substring(2) : text;
    try {
      return start.resolve(relative).normalize();
    } catch (InvalidPathException e) {
      throw new NodeException("“" + text + "” is not a path: " + e.getReason(), e);
    }
  }

  @Override
  public boolean allows(Permission permission) {
    return place.allowed().contains(permission);
  }

  @Override
  public boolean isConfined() {
    return place.confined();
  }

  @Override
  public Network network() {
    return place.network();
  }

  @Override
  public Optional<Credential> credential(String slot) {
    if (type.descriptor().credential(slot).isEmpty()) {
      throw new IllegalArgumentException(
          type.descriptor().type() + " has no slot “" + slot + "” for a credential");
    }
    return Optional.ofNullable(place.credentials().get(slot));
  }

  @Override
  public Scripts scripts() {
    return scripts
        .orElseThrow(
            () -> new IllegalStateException("give the run a script host: NodeRun.scripts(…)"))
        .apply(this);
  }

  @Override
  public void log(String line) {
    logged.add(line);
  }

  @Override
  public void checkInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled");
    }
  }
}
