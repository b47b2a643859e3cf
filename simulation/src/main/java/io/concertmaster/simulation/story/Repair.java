package io.concertmaster.simulation.story;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A workflow as people put it right while its runs wait: nodes are set otherwise, one is new, and
 * now and then one is taken away or is of another type, to which no run may be moved in which it
 * has a part.
 */
final class Repair {
  private static final List<String> SET = List.of(Kinds.STEP, Kinds.COUNT, Kinds.MERGE, Kinds.WAIT);
  private static final List<Effect> EFFECTS = List.of(Effect.values());

  private final SplittableRandom random;
  private final Workflow old;
  private final Map<String, NodeDefinition> nodes;
  private final List<Connection> connections;
  private final Map<String, Placement> layout;

  Repair(SplittableRandom random, Workflow old) {
    this.random = random;
    this.old = old;
    this.nodes = new LinkedHashMap<>(old.nodes());
    this.connections = new ArrayList<>(old.connections());
    this.layout = new LinkedHashMap<>(old.layout());
  }

  /** The newer workflow: of the same id and name, and maybe with something wrong. */
  Workflow made() {
    nodes.replaceAll((id, node) -> chance(40) && SET.contains(node.type()) ? other(node) : node);
    boolean wired = old.settings().parallelBranches() == 1; // else only what nodes do is other
    if (wired && chance(40)) {
      add();
    }
    if (chance(25)) {
      spoil(wired);
    }
    return new Workflow(
        old.id(), old.name(), old.settings(), nodes, connections, layout, old.unknown());
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** The node as it does something else with the same outputs. */
  private NodeDefinition other(NodeDefinition node) {
    Behaviour was = behaviour(node);
    boolean waits = node.type().equals(Kinds.WAIT);
    Behaviour now =
        new Behaviour(
            was.ports(),
            waits ? was.effect() : EFFECTS.get(random.nextInt(EFFECTS.size())),
            waits || chance(70) ? 0 : 1 + random.nextInt(3),
            1 + random.nextInt(3),
            waits || chance(70) ? 0 : 2 + random.nextInt(4),
            waits || chance(50) ? 0 : 2 + random.nextInt(4),
            was.passes(),
            waits ? random.nextInt(100_000) : was.millis(),
            was.callable(),
            was.limited(),
            was.calls(),
            was.times());
    return node.withParameters(JsonObject.of("settings", now.settings()));
  }

  private static Behaviour behaviour(NodeDefinition node) {
    return node.parameters().get("settings") instanceof JsonObject settings
        ? Behaviour.of(settings)
        : Behaviour.PLAIN;
  }

  /** One more step behind any node. */
  private void add() {
    List<String> all = List.copyOf(nodes.keySet());
    connections.add(new Connection(all.get(random.nextInt(all.size())), "main", "new", "main"));
    nodes.put(
        "new",
        NodeDefinition.of(Kinds.STEP, 1, "new")
            .withParameters(JsonObject.of("settings", Behaviour.PLAIN.settings())));
    layout.put("new", Placement.at(random.nextInt(4) * 100.0, random.nextInt(1_000_000)));
  }

  /** One node is missing, or is another. */
  private void spoil(boolean wired) {
    List<String> all = nodes.keySet().stream().filter(id -> !id.equals("n0")).toList();
    String one = all.get(random.nextInt(all.size()));
    if (wired && chance(50)) {
      nodes.remove(one);
      layout.remove(one);
      connections.removeIf(each -> each.source().equals(one) || each.target().equals(one));
    } else {
      nodes.computeIfPresent(
          one,
          (id, node) ->
              node.type().equals(Kinds.STEP)
                  ? NodeDefinition.of(Kinds.COUNT, 1, id).withParameters(node.parameters())
                  : node);
    }
  }
}
