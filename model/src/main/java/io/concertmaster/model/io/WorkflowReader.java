package io.concertmaster.model.io;

import io.concertmaster.model.Concurrency;
import io.concertmaster.model.Connection;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the parsed text of a workflow file, in the newest format, into a workflow. */
final class WorkflowReader {
  private WorkflowReader() {}

  static Workflow read(JsonObject file) throws WorkflowFileException {
    Fields top = Fields.of(file, Place.TOP);
    top.required("format", "1");
    String id = top.requiredText("id", "\"order-intake\"");
    FileRules.checkId(id, top.at("id"));
    String name = top.requiredText("name", "\"Order intake\"");
    Settings settings = settings(top.objectOrEmpty("settings"), top.at("settings"));
    Map<String, NodeDefinition> nodes = nodes(top.required("nodes", "{}"), top.at("nodes"));
    List<Connection> connections =
        connections(top.listOrEmpty("connections"), top.at("connections"));
    Map<String, Placement> layout = layout(top.objectOrEmpty("layout"), top.at("layout"));
    return new Workflow(id, name, settings, nodes, connections, layout, top.rest());
  }

  private static Settings settings(JsonObject object, Place place) throws WorkflowFileException {
    Fields fields = Fields.of(object, place);
    Optional<ZoneId> zone = Optional.empty();
    if (fields.has("timezone")) {
      zone = Optional.of(zone(fields.textOr("timezone", ""), fields.at("timezone")));
    }
    return new Settings(
        zone,
        timeout(fields),
        fields.choiceOr(
            "executionOrder", ExecutionOrder.V1, ExecutionOrder::id, "be \"v1\" or \"v0\""),
        fields.has("parallelBranches")
            ? fields.requiredInt("parallelBranches", 1, Settings.MOST_BRANCHES, "1")
            : 1,
        Optional.of(fields.textOr("errorWorkflow", "")).filter(each -> !each.isBlank()),
        concurrency(fields),
        fields.rest());
  }

  private static Concurrency concurrency(Fields settings) throws WorkflowFileException {
    Place place = settings.at("concurrency");
    Fields fields = Fields.of(settings.objectOrEmpty("concurrency"), place);
    int atOnce =
        fields.has("atOnce")
            ? fields.requiredInt("atOnce", 1, Concurrency.MOST, "1")
            : Concurrency.DEFAULT.atOnce();
    Concurrency.Overlap overlap =
        fields.choiceOr(
            "overlap",
            Concurrency.DEFAULT.overlap(),
            Concurrency.Overlap::id,
            "be \"wait\", \"skip\" or \"cancel\"");
    fields.noOthers();
    return new Concurrency(atOnce, overlap);
  }

  private static ZoneId zone(String name, Place place) throws WorkflowFileException {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw Fields.must(place, "be a time zone such as \"Europe/Amsterdam\"", name);
    }
  }

  /** The field {@code timeout}, which is more than nothing. */
  static Optional<Duration> timeout(Fields fields) throws WorkflowFileException {
    Optional<Duration> timeout = fields.duration("timeout");
    if (timeout.isPresent() && !timeout.get().isPositive()) {
      throw Fields.must(
          fields.at("timeout"), "be longer than nothing, such as \"PT30S\"", fields.get("timeout"));
    }
    return timeout;
  }

  static Map<String, NodeDefinition> nodes(@Nullable Object value, Place place)
      throws WorkflowFileException {
    if (!(value instanceof JsonObject blocks)) {
      throw Fields.must(place, "be an object with one block for each node", value);
    }
    if (blocks.size() > FileRules.NODES) {
      throw place.wrong(
          "holds "
              + blocks.size()
              + " nodes; up to "
              + FileRules.NODES
              + " are read: split the workflow into several");
    }
    Map<String, NodeDefinition> nodes = LinkedHashMap.newLinkedHashMap(blocks.size());
    for (Map.Entry<String, @Nullable Object> block : blocks.entrySet()) {
      Place at = place.field(block.getKey());
      FileRules.checkId(block.getKey(), at);
      nodes.put(block.getKey(), NodeReader.read(Fields.of(block.getValue(), at)));
    }
    return nodes;
  }

  static List<Connection> connections(JsonArray lines, Place place) throws WorkflowFileException {
    List<Connection> connections = new ArrayList<>(lines.size());
    Set<Connection> seen = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      Object line = lines.get(i);
      Optional<Connection> connection =
          line instanceof String text ? Connection.parse(text) : Optional.empty();
      if (connection.isEmpty()) {
        throw Fields.must(
            place.element(i),
            "be a connection such as \"fetch -> check\" or \"a:true -> b\"",
            line);
      }
      if (!seen.add(connection.get())) {
        throw place
            .element(i)
            .wrong("the connection " + connection.get() + " comes twice: take one out");
      }
      connections.add(connection.get());
    }
    return connections;
  }

  static Map<String, Placement> layout(JsonObject places, Place place)
      throws WorkflowFileException {
    Map<String, Placement> layout = LinkedHashMap.newLinkedHashMap(places.size());
    for (Map.Entry<String, @Nullable Object> entry : places.entrySet()) {
      Place at = place.field(entry.getKey());
      FileRules.checkId(entry.getKey(), at);
      layout.put(entry.getKey(), placement(entry.getValue(), at));
    }
    return layout;
  }

  private static Placement placement(@Nullable Object value, Place place)
      throws WorkflowFileException {
    if (value instanceof JsonArray list
        && (list.size() == 2 || list.size() == 4)
        && list.stream().allMatch(Number.class::isInstance)) {
      double[] n = list.stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
      if (n.length == 2) {
        return Placement.at(n[0], n[1]);
      }
      if (n[2] >= 0 && n[3] >= 0) {
        return new Placement(n[0], n[1], n[2], n[3]);
      }
    }
    throw Fields.must(
        place, "be a place such as [40, 120], or with a size [40, 120, 240, 160]", value);
  }
}
