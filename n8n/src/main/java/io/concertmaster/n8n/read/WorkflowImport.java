package io.concertmaster.n8n.read;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.edit.Slug;
import io.concertmaster.n8n.Provenance;
import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.mapping.Mapped;
import io.concertmaster.n8n.mapping.Mappings;
import io.concertmaster.n8n.place.CanvasPlaces;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
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
  /** What a workflow without a name is called. */
  public static final String UNNAMED = "Workflow";

  private final NodeMapper mapper;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, NodeDefinition> nodes = new LinkedHashMap<>();
  private final Map<String, Placement> layout = new LinkedHashMap<>();
  private final Map<String, Ports> ports = new LinkedHashMap<>();
  private final List<CanvasPlaces.Sized> sizes = new ArrayList<>();

  private WorkflowImport(Mappings mappings) {
    this.mapper = new NodeMapper(mappings);
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
    Findings general = new Findings("", findings);
    NamedNodes named = new NamedNodes(blocks(file, general));
    Links links = new Links(file.get("connections"));
    PinnedData pinned = new PinnedData(file.get("pinData"));
    named.byId().forEach((id, node) -> node(id, node, named, links, pinned));
    CanvasPlaces places = CanvasPlaces.of(sizes);
    named.byId().forEach((id, node) -> places.of(node).ifPresent(at -> layout.put(id, at)));
    String name = name(file);
    Workflow workflow =
        new Workflow(
            Slug.of(name, List.of()),
            name,
            SettingsReading.of(file.get("settings"), general),
            nodes,
            new Wiring(named.idByName(), nodes, ports, findings).connections(links),
            layout,
            Provenance.ofWorkflow(
                file, pinned.without(named.idByName().keySet()), places.toJson()));
    return new Import(workflow, findings, true, ports);
  }

  private static List<JsonObject> blocks(JsonObject file, Findings general) {
    List<JsonObject> blocks = ForeignNode.objects(file.get("nodes"));
    int others = file.get("nodes") instanceof JsonArray all ? all.size() - blocks.size() : 0;
    if (others > 0) {
      general.leftOut("nodes", others + " of the nodes are no objects: the file is damaged there");
    }
    return blocks;
  }

  /** The name that a file gives its workflow, or one for it. */
  public static String name(JsonObject file) {
    return file.get("name") instanceof String text && !text.isBlank() ? text : UNNAMED;
  }

  private void node(String id, ForeignNode node, NamedNodes named, Links links, PinnedData pinned) {
    String name = named.name(id);
    Findings of = new Findings(name, findings);
    if (!name.equals(node.name())) {
      of.approximated("name", renamed(node.name(), name));
    }
    NodeReading.complaints(node, of);
    boolean first = id.equals(named.idByName().get(node.name()));
    Mapped mapped = mapper.map(named.speaking(node), first ? links : Links.NONE, of);
    PinnedData own = first ? pinned : PinnedData.NONE;
    JsonObject kept =
        own.beyondRecords(node.name())
            .map(raw -> Provenance.ofNode(node.json(), raw))
            .orElseGet(() -> Provenance.ofNode(node.json()));
    nodes.put(id, NodeReading.of(node, name, mapped, own.of(node.name(), of), kept, of));
    ports.put(id, new Ports(mapped.inputs(), mapped.outputs()));
    sizes.add(new CanvasPlaces.Sized(node, mapped.flowing()));
  }

  private static String renamed(String was, String name) {
    return was.isBlank()
        ? "the node had no name: it is called “" + name + "” now"
        : "two nodes had this name: this one is called “"
            + name
            + "” now, and expressions that say “"
            + was
            + "” mean the other one";
  }
}
