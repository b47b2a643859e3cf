package io.concertmaster.model.edit;

import io.concertmaster.model.Connection;
import io.concertmaster.model.Workflow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * New connections, behind all others in the file; those that are there already stay where they are.
 *
 * @param connections between nodes that are there
 */
public record Connect(List<Connection> connections) implements Edit {
  public Connect {
    connections = List.copyOf(connections);
  }

  /** One new connection. */
  public Connect(Connection connection) {
    this(List.of(connection));
  }

  @Override
  public Workflow apply(Workflow before) {
    Set<Connection> all = new LinkedHashSet<>(before.connections());
    for (Connection each : connections) {
      Edit.node(before, each.source());
      Edit.node(before, each.target());
      all.add(each);
    }
    return Parts.withConnections(before, List.copyOf(all));
  }

  @Override
  public String label() {
    return "Add " + Count.connections(connections.size());
  }
}
