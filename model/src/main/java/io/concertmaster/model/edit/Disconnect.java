package io.concertmaster.model.edit;

import io.concertmaster.model.Connection;
import io.concertmaster.model.Workflow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Connections go; such as are not there are passed over.
 *
 * @param connections which
 */
public record Disconnect(List<Connection> connections) implements Edit {
  public Disconnect {
    connections = List.copyOf(connections);
  }

  /** One connection goes. */
  public Disconnect(Connection connection) {
    this(List.of(connection));
  }

  @Override
  public Workflow apply(Workflow before) {
    Set<Connection> rest = new LinkedHashSet<>(before.connections());
    connections.forEach(rest::remove);
    return Parts.withConnections(before, List.copyOf(rest));
  }

  @Override
  public String label() {
    return "Delete " + Count.connections(connections.size());
  }
}
