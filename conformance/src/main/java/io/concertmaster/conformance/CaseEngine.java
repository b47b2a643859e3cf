package io.concertmaster.conformance;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.model.OnError;
import io.concertmaster.n8n.mapping.Mappings;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.read.Ports;
import io.concertmaster.n8n.read.WorkflowImport;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Permission;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.BuiltInNodes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs cases on the engine, each to its end, with the nodes of the product and the cases' own. */
final class CaseEngine implements AutoCloseable {
  /** The zone of a workflow that names none, where the recordings were made. */
  private static final String ZONE = "America/New_York";

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final NodeCatalog CATALOG = catalog();
  private static final Mappings MAPPINGS = Mappings.builtIn().with(new TestData.Mapping());

  private final Engine engine;
  private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
  private final Engine.Subscription subscription;

  CaseEngine(Path home) throws EngineException {
    engine =
        LocalEngine.open(home, CATALOG, LocalEngine.Options.DEFAULT.allowing(Permission.COMMANDS));
    subscription = engine.subscribe(events::add);
  }

  private static NodeCatalog catalog() {
    List<NodeType> types = new ArrayList<>(BuiltInNodes.catalog().all());
    types.add(new TestData());
    return new NodeCatalog(types);
  }

  /**
   * Runs a workflow of an n8n file. What is pinned in it is not: it says what nodes must send.
   *
   * @param folder where relative paths start
   */
  Trace run(JsonObject file, Path folder) throws EngineException, InterruptedException {
    Import read = WorkflowImport.read(inZone(file.without("pinData")), MAPPINGS);
    List<Item> input =
        file.get("trigger") instanceof JsonObject trigger
                && trigger.get("input") instanceof JsonObject given
                && given.get("json") instanceof JsonObject json
            ? List.of(Item.of(json))
            : List.of(Item.of(JsonObject.empty()));
    events.clear();
    RunRequest request =
        new RunRequest(
            read.workflow(),
            folder,
            input,
            Optional.empty(),
            Optional.empty(),
            Optional.of(LONGEST));
    RunId id;
    try {
      id = engine.start(request);
    } catch (EngineException e) {
      return new Trace(RunStatus.FAILED, String.valueOf(e.getMessage()), List.of(), Map.of());
    }
    return trace(read, engine.await(id));
  }

  private static JsonObject inZone(JsonObject file) {
    JsonObject settings =
        file.get("settings") instanceof JsonObject given ? given : JsonObject.empty();
    return settings.containsKey("timezone")
        ? file
        : file.with("settings", settings.with("timezone", ZONE));
  }

  private Trace trace(Import read, RunView view) throws EngineException, InterruptedException {
    Map<String, List<Trace.NodeRun>> runs = new LinkedHashMap<>();
    for (NodeView node : view.nodes().values()) {
      List<String> outputs = outputs(read, node.node());
      List<Trace.NodeRun> each = new ArrayList<>();
      for (Activation activation : node.activations()) {
        each.add(nodeRun(activation, outputs));
      }
      runs.put(view.workflow().nameOf(node.node()), each);
    }
    String error = view.summary().error().map(each -> each.message()).orElse("");
    return new Trace(view.status(), error, order(view), runs);
  }

  /** The ids of a node's outputs in the order that n8n has for them, the error output last. */
  private static List<String> outputs(Import read, String id) {
    List<String> outputs = new ArrayList<>(read.ports().getOrDefault(id, Ports.NONE).outputs());
    if (read.workflow().node(id).orElseThrow().onError() == OnError.OUTPUT) {
      outputs.add(Port.ERROR);
    }
    return outputs;
  }

  private Trace.NodeRun nodeRun(Activation activation, List<String> outputs)
      throws EngineException {
    List<List<Trace.Sent>> sent = new ArrayList<>();
    for (String output : outputs) {
      ItemListRef list = activation.outputs().get(output);
      List<Trace.Sent> items = new ArrayList<>();
      if (list != null) {
        for (Item item : engine.items(list, 0, 100_000).items()) {
          items.add(sent(item, Math.max(1, activation.inputs().size())));
        }
      }
      sent.add(items);
    }
    return new Trace.NodeRun(activation.state() == NodeState.FAILED, sent);
  }

  /**
   * An item in the terms of the recordings. A place past a node's inputs is a list that the node
   * kept: n8n writes it as the first input, and says apart which earlier run it means.
   */
  private static Trace.Sent sent(Item item, int inputs) {
    JsonArray paired =
        JsonArray.copyOf(
            item.paired().stream()
                .map(each ->
                    JsonObject.of(
                        "item", each.item(), "input", each.input() < inputs ? each.input() : 0L))
                .toList());
    Map<String, Object> binary = new LinkedHashMap<>();
    item.binary()
        .forEach((name, file) ->
            binary.put(
                name, JsonObject.of("fileName", file.fileName(), "mimeType", file.mimeType())));
    return new Trace.Sent(item.json(), paired, binary);
  }

  /** The order in which nodes started, each time that they ran. */
  private List<String> order(RunView view) throws InterruptedException {
    List<String> order = new ArrayList<>();
    while (true) {
      RunEvent event = events.poll(5, TimeUnit.SECONDS);
      if (event == null) {
        return order;
      }
      if (!event.run().equals(view.id())) {
        continue;
      }
      if (event instanceof RunEvent.NodeStarted started && started.attempt() == 1) {
        order.add(view.workflow().nameOf(started.node()));
      }
      if (event instanceof RunEvent.StatusChanged changed && changed.status() == view.status()) {
        return order;
      }
    }
  }

  @Override
  public void close() {
    subscription.close();
    engine.close();
  }
}
