package io.concertmaster.n8n.write;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.Provenance;
import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.mapping.Mapped;
import io.concertmaster.n8n.mapping.Mappings;
import io.concertmaster.n8n.mapping.NodeMapping;
import io.concertmaster.n8n.mapping.NodeMapping.Written;
import io.concertmaster.n8n.place.CanvasPlaces;
import io.concertmaster.n8n.read.NodeMapper;
import io.concertmaster.n8n.read.Placeholder;
import io.concertmaster.n8n.read.Ports;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.n8n.write.WrittenNode.Fate;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the blocks of nodes. */
final class NodeWriting {
  /** How far apart nodes are put that have no place. */
  private static final double COLUMN = 220;

  private final Workflow workflow;
  private final Mappings mappings;
  private final NodeMapper mapper;
  private final Origins origins;
  private final CanvasPlaces places;
  private final Set<String> usedIds = new HashSet<>();

  NodeWriting(Workflow workflow, Mappings mappings, Origins origins) {
    this.workflow = workflow;
    this.mappings = mappings;
    this.mapper = new NodeMapper(mappings);
    this.origins = origins;
    this.places = CanvasPlaces.ofJson(Provenance.canvas(workflow.unknown()));
  }

  WrittenNode write(String id, NodeDefinition node, Findings findings) {
    JsonObject block = Provenance.block(node.unknown());
    ForeignNode origin = origins.speaking(new ForeignNode(block));
    WrittenNode own = own(node, origin, findings);
    JsonObject written = Policies.write(own.block(), node, new ForeignNode(block), findings);
    if (own.fate() == Fate.LOST) {
      written = written.with("notes", WithoutCounterpart.note(node)).with("notesInFlow", true);
    }
    written = place(written, id, node, origin);
    if (!node.name().equals(block.get("name"))) {
      written = written.with("name", node.name());
    }
    return new WrittenNode(identified(written, id), own.ports(), own.fate());
  }

  /** The node's type and settings. */
  private WrittenNode own(NodeDefinition node, ForeignNode origin, Findings findings) {
    if (node.type().equals(Placeholder.TYPE)) {
      return placeholder(node, origin, findings);
    }
    if (Provenance.isKept(node.unknown())) {
      Optional<Mapped> fresh = mapper.mapped(origin, Findings.unheard());
      if (fresh.filter(each -> same(each, node)).isPresent()) {
        findings.mapped("type", node.type() + " is " + origin.type() + ", as it was");
        return new WrittenNode(
            origin.json(), new Ports(fresh.get().inputs(), fresh.get().outputs()), Fate.UNCHANGED);
      }
    }
    List<Finding> spoken = new ArrayList<>();
    Optional<Written> counterpart = written(node, origin, new Findings(node.name(), spoken));
    findings.addAll(spoken);
    Written written = counterpart.orElseGet(() -> WithoutCounterpart.write(node, findings));
    JsonObject block =
        origin
            .json()
            .with("parameters", written.parameters())
            .with("type", written.type())
            .with("typeVersion", number(written.typeVersion()));
    if (counterpart.isPresent()) {
      new SecondReading(mapper).tell(node, block, spoken, findings);
    }
    return new WrittenNode(
        block,
        new Ports(written.inputs(), written.outputs()),
        counterpart.isPresent() ? Fate.ANEW : Fate.LOST);
  }

  private static boolean same(Mapped fresh, NodeDefinition node) {
    return fresh.type().equals(node.type())
        && fresh.version() == node.version()
        && fresh.parameters().equals(node.parameters());
  }

  /** A placeholder is what it stands for, with the settings that it has now. */
  private static WrittenNode placeholder(
      NodeDefinition node, ForeignNode origin, Findings findings) {
    JsonObject parameters = node.parameters();
    String type = parameters.get("type") instanceof String text ? text : "";
    JsonObject settings =
        parameters.get("settings") instanceof JsonObject object ? object : JsonObject.empty();
    JsonObject block = origin.json();
    boolean unchanged = true;
    if (!settings.equals(origin.parameters())) {
      block = block.with("parameters", settings);
      unchanged = false;
    }
    if (!type.equals(origin.type())) {
      block = block.with("type", type);
      unchanged = false;
    }
    findings.mapped("type", "the placeholder is " + type + (unchanged ? ", as it was" : ""));
    return new WrittenNode(
        block,
        new Ports(ids(parameters.get("inputs")), ids(parameters.get("outputs"))),
        unchanged ? Fate.UNCHANGED : Fate.ANEW);
  }

  private static List<String> ids(@Nullable Object list) {
    List<String> ids = new ArrayList<>();
    if (list instanceof JsonArray array) {
      array.forEach(each -> {
        if (each instanceof String id) {
          ids.add(id);
        }
      });
    }
    return ids;
  }

  /** What a mapping writes, that of the node's origin before others. */
  private Optional<Written> written(NodeDefinition node, ForeignNode origin, Findings findings) {
    List<NodeMapping> all = new ArrayList<>();
    mappings.of(origin.type()).ifPresent(all::add);
    all.addAll(mappings.all());
    for (NodeMapping mapping : all) {
      Optional<Written> written = mapping.write(node.type(), node.parameters(), findings);
      if (written.isPresent()) {
        findings.mapped("type", node.type() + " becomes " + written.get().type());
        return written;
      }
    }
    return Optional.empty();
  }

  private JsonObject place(JsonObject block, String id, NodeDefinition node, ForeignNode origin) {
    Optional<Placement> now = Optional.ofNullable(workflow.layout().get(id));
    if (Provenance.isKept(node.unknown()) && now.equals(places.of(origin))) {
      return block;
    }
    boolean note = "n8n-nodes-base.stickyNote".equals(block.get("type"));
    Placement place =
        places.back(now.orElseGet(() -> Placement.at(COLUMN * usedIds.size(), 0)), note);
    JsonObject placed = block.with("position", JsonArray.of(number(place.x()), number(place.y())));
    return note
        ? placed.with(
            "parameters",
            new ForeignNode(block)
                .parameters()
                .with("width", number(place.width()))
                .with("height", number(place.height())))
        : placed;
  }

  /** An id that no other node of the file has, and that says what the node's id is here. */
  private JsonObject identified(JsonObject block, String id) {
    Object given = block.get("id");
    boolean kept =
        block.containsKey("id") || Provenance.isKept(workflow.node(id).orElseThrow().unknown());
    if (kept && !(given instanceof String text && !usedIds.add(text))) {
      return block;
    }
    String made = Provenance.idThere(id);
    for (int number = 2; !usedIds.add(made); number++) {
      made = Provenance.idThere(id) + "-" + number;
    }
    return block.with("id", made);
  }

  /** A whole number without a point. */
  static Number number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? (Number) (long) number
        : (Number) number;
  }
}
