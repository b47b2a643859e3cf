package io.concertmaster.node;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The node types that a program knows. */
public final class NodeCatalog {
  private final Map<String, NodeType> types = new LinkedHashMap<>();

  /**
   * A catalogue of these types, in this order.
   *
   * @throws IllegalArgumentException when two have the same type and version
   */
  public NodeCatalog(Collection<? extends NodeType> types) {
    for (NodeType type : types) {
      if (this.types.put(key(type.descriptor().type(), type.descriptor().version()), type)
          != null) {
        throw new IllegalArgumentException("two node types are called " + type.descriptor().type());
      }
    }
  }

  /** The type of a name and version. */
  public Optional<NodeType> find(String type, int version) {
    return Optional.ofNullable(types.get(key(type, version)));
  }

  /** The newest version of a type. */
  public Optional<NodeType> newest(String type) {
    return types.values().stream()
        .filter(each -> each.descriptor().type().equals(type))
        .reduce((a, b) -> a.descriptor().version() >= b.descriptor().version() ? a : b);
  }

  /** All types, in the order in which they were given. */
  public List<NodeType> all() {
    return List.copyOf(types.values());
  }

  /** The types that people choose from, in that order: all but those that only stand in. */
  public List<NodeType> offered() {
    return types.values().stream().filter(each -> !each.descriptor().standIn()).toList();
  }

  /** The types of credentials that some node takes, by name, in the order of the nodes. */
  public Map<String, CredentialType> credentialTypes() {
    Map<String, CredentialType> all = new LinkedHashMap<>();
    types
        .values()
        .forEach(each ->
            each.descriptor()
                .credentials()
                .forEach(slot -> slot.types().forEach(type -> all.putIfAbsent(type.name(), type))));
    return Collections.unmodifiableMap(all);
  }

  private static String key(String type, int version) {
    return type + "@" + version;
  }
}
