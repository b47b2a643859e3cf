package io.concertmaster.n8n.read;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.edit.FreshName;
import io.concertmaster.model.edit.Slug;
import io.concertmaster.n8n.Provenance;
import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.mapping.Mapped;
import io.concertmaster.n8n.mapping.Mappings;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Finding.Kind;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a workflow of ours from the object that an n8n file holds. Nothing in the file is trusted:
 * what has another form than it should reads as if it were missing, and is told. Nothing is run,
 * fetched or resolved.
 */
public final class WorkflowImport {
  private final Mappings mappings;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, NodeDefinition> nodes = new LinkedHashMap<>();
  private final Map<String, Placement> layout = new LinkedHashMap<>();
  private final Map<String, Known> byName = new LinkedHashMap<>();

  /** A node that was read, as connections need it. */
  private record Known(String id, Ports ports, OnError onError) {}

  private WorkflowImport(Mappings mappings) {
    this.mappings = mappings;
  }

  /** Whether an object looks like an n8n workflow: its nodes are a list. */
  public static boolean isForeign(JsonObject file) {
    return file.get("nodes") instanceof List<?>;
  }

  /** Reads a workflow with the mappings that come with the product. */
  public static Import read(JsonObject file) {
    return read(file, Mappings.builtIn());
  }

  /** Reads a workflow. */
  public static Import read(JsonObject file, Mappings mappings) {
    return new WorkflowImport(mappings).workflow(file);
  }

  private Import workflow(JsonObject file) {
    List<JsonObject> blocks = ForeignNode.objects(file.get("nodes"));
    Links links = new Links(file.get("connections"));
    PinnedData pinned = new PinnedData(file.get("pinData"));
    for (JsonObject block : blocks) {
      node(new ForeignNode(block), links, pinned);
    }
    String name = file.get("name") instanceof String text && !text.isBlank() ? text : "Workflow";
    List<Connection> connections = connections(links);
    Workflow workflow =
        new Workflow(
            Slug.of(name, List.of()),
            name,
            SettingsReading.of(file.get("settings"), new Findings("", findings)),
            nodes,
            connections,
            layout,
            Provenance.ofWorkflow(file));
    return new Import(workflow, findings, true);
  }

  private void node(ForeignNode node, Links links, PinnedData pinned) {
    String given = node.name().isBlank() ? "Node" : node.name();
    String name = FreshName.of(given, byName.keySet());
    Findings of = new Findings(name, findings);
    if (!name.equals(node.name())) {
      of.approximated(
          "name",
          node.name().isBlank()
              ? "the node had no name: it is called “" + name + "” now"
              : "two nodes had this name: this one is called “" + name + "” now");
    }
    String id = Slug.of(name, nodes.keySet());
    Mapped mapped =
        mappings
            .of(node.type())
            .flatMap(mapping -> mapping.read(node, of))
            .orElseGet(() -> {
              of.approximated(
                  "type",
                  "“"
                      + node.type()
                      + "” is not available here: the node is kept as a placeholder that"
                      + " cannot run; pin data on it, disable it, or put another node in its place");
              return Placeholder.of(node, links);
            });
    NodeDefinition read = NodeReading.of(node, name, mapped, pinned.of(node.name()), of);
    nodes.put(id, read);
    layout.put(id, NodePlace.of(node));
    byName.put(name, new Known(id, new Ports(mapped.inputs(), mapped.outputs()), read.onError()));
  }

  private List<Connection> connections(Links links) {
    List<Connection> connections = new ArrayList<>();
    for (Links.Link link : links.all()) {
      Known source = byName.get(link.source());
      Known target = byName.get(link.target());
      if (source == null || target == null) {
        findings.add(
            new Finding(
                Kind.LEFT_OUT,
                source == null ? "" : link.source(),
                "connections",
                "a connection from “"
                    + link.source()
                    + "” to “"
                    + link.target()
                    + "” names a node that the file does not have"));
        continue;
      }
      String output = source.ports().output(link, source.onError());
      String input = target.ports().input(link);
      if (output.isEmpty() || input.isEmpty()) {
        findings.add(
            new Finding(
                Kind.LEFT_OUT,
                link.source(),
                "connections",
                "the connection to “"
                    + link.target()
                    + "” "
                    + (output.isEmpty() ? "begins at" : "ends at")
                    + " a place that the node does not have with these settings"));
        continue;
      }
      Connection connection = new Connection(source.id(), output, target.id(), input);
      if (!connections.contains(connection)) {
        connections.add(connection);
      }
    }
    return connections;
  }
}
