package io.concertmaster.designer.environment;

import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.engine.Activation;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * This machine's engine, and the lists of items of servers' runs: the views of the window read both
 * in the same way. Lists of a server are named {@code server:ENVIRONMENT:RUN:NAME}.
 */
public final class ServerLists implements EngineAccess {
  private static final String SERVER = "server:";

  private final EngineAccess engine;
  private final Servers servers;

  /** Of an engine and the servers of its window. */
  public ServerLists(EngineAccess engine, Servers servers) {
    this.engine = engine;
    this.servers = servers;
  }

  /** The run with names by which its lists are found from here. */
  static RunView named(RunView view, String environment) {
    String start = SERVER + environment + ":" + view.id() + ":";
    Map<String, NodeView> nodes = new LinkedHashMap<>();
    view.nodes()
        .forEach((id, node) ->
            nodes.put(
                id,
                new NodeView(
                    id, node.activations().stream().map(each -> named(each, start)).toList())));
    return new RunView(
        view.summary(),
        view.workflow(),
        view.definitionHash(),
        nodes,
        view.lastNode(),
        view.waitingUntil(),
        view.answerTokens(),
        view.mode(),
        view.caller(),
        view.timeout(),
        view.customData(),
        view.told(),
        view.log());
  }

  private static Activation named(Activation step, String start) {
    Map<String, ItemListRef> outputs = new LinkedHashMap<>();
    step.outputs().forEach((port, list) -> outputs.put(port, named(list, start)));
    return new Activation(
        step.runIndex(),
        step.state(),
        step.attempt(),
        step.started(),
        step.ended(),
        step.inputs().stream().map(list -> named(list, start)).toList(),
        outputs,
        step.progress(),
        step.error());
  }

  private static ItemListRef named(ItemListRef list, String start) {
    return new ItemListRef(start + list.id(), list.size());
  }

  @Override
  public CompletableFuture<ItemPage> items(ItemListRef list, long from, int limit) {
    if (!list.id().startsWith(SERVER)) {
      return engine.items(list, from, limit);
    }
    String[] parts = list.id().split(":", 4);
    return servers
        .find(parts[1])
        .map(environment ->
            servers.ask(
                environment,
                remote ->
                    servers
                        .runs(remote)
                        .items(
                            new RunId(Long.parseLong(parts[2])),
                            new ItemListRef(parts[3], list.size()),
                            from,
                            limit)))
        .orElseGet(() ->
            CompletableFuture.failedFuture(
                new IllegalStateException(
                    "the environment “" + parts[1] + "” was taken away: add it again")));
  }

  @Override
  public ExpressionEvaluator expressions() {
    return engine.expressions();
  }

  @Override
  public JsonObject variables() {
    return engine.variables();
  }
}
