package io.concertmaster.model.diff;

import io.concertmaster.model.Connection;
import io.concertmaster.model.ForeignBlock;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What differs between two versions of a workflow. What stands where on the canvas is told apart:
 * it changes nothing of what the workflow does, except the order of branches. What is kept of
 * another program's file, to be written back to it, is not compared.
 *
 * @param workflow name, settings and other keys of the whole
 * @param nodes in the order of the newer version, those that are gone last
 * @param connected connections that are new
 * @param disconnected connections that are gone
 * @param reordered whether connections that are in both stand in another order
 * @param moved whether something stands elsewhere on the canvas
 */
public record WorkflowDifference(
    List<ValueChange> workflow,
    List<NodeChange> nodes,
    List<Connection> connected,
    List<Connection> disconnected,
    boolean reordered,
    boolean moved) {
  /** Where differences of the whole are not looked for: they are told as what they are. */
  private static final List<String> PARTS = List.of("nodes", "connections", "layout");

  public WorkflowDifference {
    workflow = List.copyOf(workflow);
    nodes = List.copyOf(nodes);
    connected = List.copyOf(connected);
    disconnected = List.copyOf(disconnected);
  }

  /**
   * What differs.
   *
   * <p>Design note. The texts of the files are compared, as JSON: then whatever a file can say of a
   * node is compared too, and a change is called what it is called in the file.
   */
  public static WorkflowDifference between(Workflow before, Workflow after) {
    JsonObject from = json(before);
    JsonObject to = json(after);
    Set<Connection> old = new LinkedHashSet<>(before.connections());
    Set<Connection> fresh = new LinkedHashSet<>(after.connections());
    return new WorkflowDifference(
        ValueDifference.between(whole(from), whole(to)),
        nodes(part(from, "nodes"), part(to, "nodes")),
        fresh.stream().filter(each -> !old.contains(each)).toList(),
        old.stream().filter(each -> !fresh.contains(each)).toList(),
        !old.stream()
            .filter(fresh::contains)
            .toList()
            .equals(fresh.stream().filter(old::contains).toList()),
        !part(from, "layout").equals(part(to, "layout")));
  }

  /** Whether both do the same; the canvas apart. */
  public boolean isEmpty() {
    return workflow.isEmpty()
        && nodes.isEmpty()
        && connected.isEmpty()
        && disconnected.isEmpty()
        && !reordered;
  }

  /** How many things differ, each node and each connection counted once. */
  public int count() {
    return workflow.size()
        + nodes.size()
        + connected.size()
        + disconnected.size()
        + (reordered ? 1 : 0);
  }

  private static JsonObject json(Workflow workflow) {
    JsonLimits limits = JsonLimits.DATA; // what was read once is not held to limits again
    return Json.parse(WorkflowFiles.write(workflow), limits) instanceof JsonObject object
        ? object
        : JsonObject.empty();
  }

  private static JsonObject whole(JsonObject file) {
    JsonObject.Builder rest = JsonObject.builder();
    ForeignBlock.apart(file)
        .forEach((name, value) -> {
          if (!PARTS.contains(name)) {
            rest.put(name, value);
          }
        });
    return rest.build();
  }

  private static JsonObject part(JsonObject file, String name) {
    return file.get(name) instanceof JsonObject part ? part : JsonObject.empty();
  }

  private static List<NodeChange> nodes(JsonObject before, JsonObject after) {
    List<NodeChange> changes = new ArrayList<>();
    for (String id : after.keySet()) {
      JsonObject node = part(after, id);
      if (!before.containsKey(id)) {
        changes.add(new NodeChange.Added(id, text(node, "name"), text(node, "type")));
        continue;
      }
      List<ValueChange> values =
          ValueDifference.between(ForeignBlock.apart(part(before, id)), ForeignBlock.apart(node));
      if (!values.isEmpty()) {
        changes.add(new NodeChange.Changed(id, text(node, "name"), values));
      }
    }
    for (String id : before.keySet()) {
      if (!after.containsKey(id)) {
        JsonObject node = part(before, id);
        changes.add(new NodeChange.Removed(id, text(node, "name"), text(node, "type")));
      }
    }
    return changes;
  }

  private static String text(JsonObject node, String name) {
    return node.get(name) instanceof String text ? text : "";
  }
}
