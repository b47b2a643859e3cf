package io.concertmaster.n8n.read;

import io.concertmaster.model.mention.Mentions;
import io.concertmaster.n8n.Provenance;
import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The nodes of a file by the ids that they get here, with names of which no two are the same.
 * Connections and expressions of the file speak of nodes by name; of two with one name the first is
 * meant.
 */
final class NamedNodes {
  private final Map<String, ForeignNode> byId = new LinkedHashMap<>();
  private final Map<String, String> nameById = new HashMap<>();
  private final Map<String, String> idByName = new HashMap<>();
  private final Map<String, String> renamed = new HashMap<>();

  NamedNodes(List<JsonObject> blocks) {
    Set<String> given = new HashSet<>();
    blocks.forEach(block -> given.add(new ForeignNode(block).name()));
    FreshNames fresh = new FreshNames(given);
    for (JsonObject block : blocks) {
      ForeignNode node = new ForeignNode(block);
      String name = fresh.name(node.name());
      String id =
          Provenance.idHere(block.get("id")).flatMap(fresh::taking).orElseGet(() -> fresh.id(name));
      byId.put(id, node);
      nameById.put(id, name);
      if (idByName.putIfAbsent(node.name(), id) == null && !node.name().equals(name)) {
        renamed.put(node.name(), name);
      }
    }
  }

  /** The nodes in the order of the file. */
  Map<String, ForeignNode> byId() {
    return byId;
  }

  /** The name that a node has here. */
  String name(String id) {
    return nameById.getOrDefault(id, "");
  }

  /** The ids by the names in the file. */
  Map<String, String> idByName() {
    return idByName;
  }

  /** A node whose expressions speak of other nodes by the names that they have here. */
  ForeignNode speaking(ForeignNode node) {
    return renamed.isEmpty() ? node : speaking(node, renamed);
  }

  /** A node whose expressions have other names for nodes. */
  static ForeignNode speaking(ForeignNode node, Map<String, String> names) {
    if (!(node.json().get("parameters") instanceof JsonObject parameters)) {
      return node;
    }
    JsonObject changed = Mentions.rename(parameters, name -> names.getOrDefault(name, name));
    return changed.equals(parameters)
        ? node
        : new ForeignNode(node.json().with("parameters", changed));
  }
}
