package io.concertmaster.designer.expression;

import io.concertmaster.designer.data.Items;
import io.concertmaster.designer.data.Lineage;
import io.concertmaster.designer.expression.InputPreview.Input;
import io.concertmaster.designer.expression.InputPreview.Situation;
import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.engine.Activation;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What an expression sees in a preview: the chosen item of the node's input and the run that the
 * document shows. Reading other nodes' items waits for the store: never on the JavaFX thread.
 */
final class PreviewScope implements Scope {
  private final Situation situation;
  private final EngineAccess engine;
  private final Instant now;

  PreviewScope(Situation situation, EngineAccess engine, Instant now) {
    this.situation = situation;
    this.engine = engine;
    this.now = now;
  }

  @Override
  public Optional<Item> item() {
    return situation.item();
  }

  @Override
  public long itemIndex() {
    return situation.index();
  }

  @Override
  public int runIndex() {
    return situation
        .run()
        .map(run -> run.nodes().get(situation.node()))
        .map(view -> view.last().runIndex())
        .orElse(0);
  }

  @Override
  public ItemList input() {
    return new StoredItems(situation.items());
  }

  @Override
  public NodeData node(String name) throws ExpressionException {
    String id =
        situation
            .workflow()
            .idOfName(name)
            .orElseThrow(() ->
                new ExpressionException(
                    ExpressionException.Kind.MISSING_DATA,
                    "there is no node called “" + name + "”",
                    0,
                    0));
    return new SentItems(id, situation.workflow().node(id).orElseThrow());
  }

  @Override
  public JsonObject workflow() {
    return JsonObject.of("id", situation.workflow().id(), "name", situation.workflow().name())
        .with("active", false);
  }

  @Override
  public JsonObject execution() {
    return JsonObject.of(
        "id", situation.run().map(run -> run.id().toString()).orElse("preview"), "mode", "manual");
  }

  @Override
  public ZoneId zone() {
    return situation.workflow().settings().timezone().orElseGet(ZoneId::systemDefault);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name));
  }

  @Override
  public Optional<PreviousNode> previousNode() {
    if (situation.input() >= situation.inputs().size()) {
      return Optional.empty();
    }
    Input input = situation.inputs().get(situation.input());
    Optional<PreviousNode> known =
        situation
            .run()
            .flatMap(run -> input.list().flatMap(list -> sender(new Lineage(run), list)));
    return known.or(() -> Optional.of(new PreviousNode(input.from(), 0, 0)));
  }

  private Optional<PreviousNode> sender(Lineage lineage, ItemListRef list) {
    return lineage
        .sender(situation.node(), list)
        .map(sender ->
            new PreviousNode(
                lineage.name(sender.node()),
                List.copyOf(sender.activation().outputs().keySet()).indexOf(sender.output()),
                sender.activation().runIndex()));
  }

  @Override
  public JsonObject variables() {
    return engine.variables();
  }

  /** The settings as in the file: those that are expressions are not evaluated in a preview. */
  @Override
  public JsonObject nodeParameters() {
    return rawParameters();
  }

  @Override
  public JsonObject rawParameters() {
    return definition().map(NodeDefinition::parameters).orElse(JsonObject.empty());
  }

  @Override
  public JsonObject nodeInfo() {
    return definition()
        .map(node ->
            JsonObject.of("id", situation.node(), "name", node.name())
                .with("version", (long) node.version()))
        .orElse(JsonObject.empty());
  }

  @Override
  public ItemList input(int index) {
    return index < situation.inputs().size()
        ? new StoredItems(situation.inputs().get(index).items())
        : ItemList.of();
  }

  private Optional<NodeDefinition> definition() {
    return situation.workflow().node(situation.node());
  }

  private final class SentItems implements NodeData {
    private final String id;
    private final NodeDefinition definition;

    private SentItems(String id, NodeDefinition definition) {
      this.id = id;
      this.definition = definition;
    }

    @Override
    public boolean executed() {
      return definition.pinned().isPresent() || newest().isPresent();
    }

    private Optional<ItemListRef> newest() {
      return situation.run().flatMap(run -> new Lineage(run).newest(id));
    }

    @Override
    public ItemList items() {
      Optional<List<Item>> pinned = definition.pinned();
      if (pinned.isPresent()) {
        return ItemList.of(pinned.get());
      }
      return newest()
          .<ItemList>map(list -> new StoredItems(new Items.Stored(list, engine)))
          .orElseGet(ItemList::of);
    }

    @Override
    public ItemList items(int output, int run) {
      if (definition.pinned().isPresent() || view().isEmpty()) {
        return output == 0 && run <= 0 ? items() : ItemList.of();
      }
      List<Activation> activations = view().get().activations();
      int at = run < 0 ? activations.size() - 1 : run;
      if (at >= activations.size()) {
        return ItemList.of();
      }
      return activations.get(at).outputs().values().stream()
          .skip(output)
          .findFirst()
          .<ItemList>map(list -> new StoredItems(new Items.Stored(list, engine)))
          .orElseGet(ItemList::of);
    }

    @Override
    public int runs() {
      return view().map(known -> known.activations().size()).orElse(executed() ? 1 : 0);
    }

    private Optional<NodeView> view() {
      return situation.run().map(run -> run.nodes().get(id));
    }

    @Override
    public Optional<Item> pairedItem() {
      return pairedItem(situation.index());
    }

    @Override
    public Optional<Item> pairedItem(long itemIndex) {
      Optional<RunView> run = situation.run();
      Optional<ItemListRef> list =
          situation.input() < situation.inputs().size()
              ? situation.inputs().get(situation.input()).list()
              : Optional.empty();
      if (run.isPresent() && list.isPresent()) {
        return new Lineage(run.get())
            .ancestor(
                id,
                situation.node(),
                list.get(),
                itemIndex,
                (stored, index) -> new StoredItems(new Items.Stored(stored, engine)).get(index));
      }
      return situation.inputs().stream()
          .filter(input -> input.from().equals(definition.name()))
          .filter(input -> itemIndex >= 0 && itemIndex < input.items().size())
          .findFirst()
          .map(input -> new StoredItems(input.items()).get(itemIndex));
    }

    @Override
    public JsonObject parameters() {
      return definition.parameters();
    }
  }
}
