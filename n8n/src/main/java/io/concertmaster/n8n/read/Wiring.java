package io.concertmaster.n8n.read;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Finding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes our connections from those of a file. */
final class Wiring {
  private final Map<String, String> idByName;
  private final Map<String, NodeDefinition> nodes;
  private final Map<String, Ports> ports;
  private final List<Finding> findings;

  Wiring(
      Map<String, String> idByName,
      Map<String, NodeDefinition> nodes,
      Map<String, Ports> ports,
      List<Finding> findings) {
    this.idByName = idByName;
    this.nodes = nodes;
    this.ports = ports;
    this.findings = findings;
  }

  List<Connection> connections(Links links) {
    Set<Connection> connections = new LinkedHashSet<>();
    for (Links.Link link : links.all()) {
      connection(link).ifPresent(connections::add);
    }
    return new ArrayList<>(connections);
  }

  private Optional<Connection> connection(Links.Link link) {
    String source = idByName.get(link.source());
    String target = idByName.get(link.target());
    if (source == null || target == null) {
      leftOut(
          source == null ? "" : nameOf(source),
          "a connection from “"
              + link.source()
              + "” to “"
              + link.target()
              + "” names a node that the file does not have");
      return Optional.empty();
    }
    Ports from = ports.getOrDefault(source, Ports.NONE);
    Ports to = ports.getOrDefault(target, Ports.NONE);
    OnError onError =
        Optional.ofNullable(nodes.get(source)).map(NodeDefinition::onError).orElse(OnError.STOP);
    String output = from.output(link, onError);
    String input = to.input(link);
    if (output.isEmpty() || input.isEmpty()) {
      leftOut(
          nameOf(source),
          "the connection to “"
              + nameOf(target)
              + "” "
              + (output.isEmpty() ? "begins at" : "ends at")
              + " a place that the node does not have with these settings");
      return Optional.empty();
    }
    return Optional.of(new Connection(source, output, target, input));
  }

  private String nameOf(String id) {
    return Optional.ofNullable(nodes.get(id)).map(NodeDefinition::name).orElse("");
  }

  private void leftOut(String node, String message) {
    findings.add(new Finding(Kind.LEFT_OUT, node, "connections", message));
  }
}
