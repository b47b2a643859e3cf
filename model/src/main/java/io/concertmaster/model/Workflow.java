package io.concertmaster.model;

import io.concertmaster.node.data.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A workflow as its file says it, right or wrong: {@link io.concertmaster.model.check} tells what
 * is wrong.
 *
 * @param id a slug made from the first name; stays when the name changes
 * @param name what people call it
 * @param settings what holds for the whole workflow
 * @param nodes by id, in the order of the file
 * @param connections in the order of the file
 * @param layout where nodes stand on the canvas, by node id; a node may have no place yet
 * @param unknown top-level keys of the file that this version does not know, kept for writing
 */
public record Workflow(
    String id,
    String name,
    Settings settings,
    Map<String, NodeDefinition> nodes,
    List<Connection> connections,
    Map<String, Placement> layout,
    JsonObject unknown) {
  public Workflow {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    connections = List.copyOf(connections);
    layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
  }

  /** A workflow without nodes. */
  public static Workflow empty(String id, String name) {
    return new Workflow(
        id, name, Settings.DEFAULT, Map.of(), List.of(), Map.of(), JsonObject.empty());
  }

  /** The same workflow with another id. */
  public Workflow withId(String other) {
    return new Workflow(other, name, settings, nodes, connections, layout, unknown);
  }

  /**
   * The workflow as it runs for real, when its triggers begin its runs or on a server: nothing is
   * pinned there. Pinned items are for trying; they must not stand in for what people and programs
   * send.
   */
  public Workflow live() {
    return unpinned(node -> true);
  }

  /**
   * The workflow as a run tries it that is given items: they come from the node at which it begins,
   * and what is pinned there must not stand in for them.
   *
   * @param start the node at which the run begins; empty for any into which no connection leads
   */
  public Workflow takingItems(Optional<String> start) {
    return unpinned(node -> start.isPresent() ? node.equals(start.get()) : into(node).isEmpty());
  }

  private Workflow unpinned(Predicate<String> which) {
    if (nodes.entrySet().stream()
        .noneMatch(each -> each.getValue().pinned().isPresent() && which.test(each.getKey()))) {
      return this;
    }
    Map<String, NodeDefinition> others = new LinkedHashMap<>();
    nodes.forEach((node, each) ->
        others.put(node, which.test(node) ? each.withPinned(Optional.empty()) : each));
    return new Workflow(id, name, settings, others, connections, layout, unknown);
  }

  /** The node of an id. */
  public Optional<NodeDefinition> node(String nodeId) {
    return Optional.ofNullable(nodes.get(nodeId));
  }

  /** The name of the node of an id; the id itself where there is no such node. */
  public String nameOf(String nodeId) {
    NodeDefinition node = nodes.get(nodeId);
    return node == null ? nodeId : node.name();
  }

  /** The id of the node with this name; expressions speak of nodes by name. */
  public Optional<String> idOfName(String nodeName) {
    return nodes.entrySet().stream()
        .filter(entry -> entry.getValue().name().equals(nodeName))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The connections that end at a node, in the order of the file. */
  public List<Connection> into(String nodeId) {
    return connections.stream().filter(connection -> connection.target().equals(nodeId)).toList();
  }

  /** The connections that begin at a node, in the order of the file. */
  public List<Connection> outOf(String nodeId) {
    return connections.stream().filter(connection -> connection.source().equals(nodeId)).toList();
  }
}
