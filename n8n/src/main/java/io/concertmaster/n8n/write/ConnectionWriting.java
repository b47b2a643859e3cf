package io.concertmaster.n8n.write;

import io.concertmaster.model.Connection;
import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.read.Links;
import io.concertmaster.n8n.read.Links.Link;
import io.concertmaster.n8n.read.Ports;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Finding.Kind;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the connections: those of the file that still stand in its order and form, then those that
 * are new.
 */
final class ConnectionWriting {
  private final Workflow workflow;
  private final Map<String, WrittenNode> nodes;
  private final Origins origins;
  private final List<Finding> findings;
  private final Set<Connection> missing;

  /** What is written: by source name and kind, the outputs with their ends. */
  private final Map<String, @Nullable Object> bySource = new LinkedHashMap<>();

  ConnectionWriting(
      Workflow workflow, Map<String, WrittenNode> nodes, Origins origins, List<Finding> findings) {
    this.workflow = workflow;
    this.nodes = nodes;
    this.origins = origins;
    this.findings = findings;
    this.missing = new LinkedHashSet<>(workflow.connections());
  }

  /** Writes them, following what the file had. */
  JsonObject write(@Nullable Object given) {
    Set<Connection> all = new LinkedHashSet<>(workflow.connections());
    if (given instanceof JsonObject old) {
      old.forEach((source, kinds) -> {
        Optional<String> id = origins.idOf(source);
        if (id.isPresent()) {
          bySource.put(workflow.nameOf(id.get()), kinds(source, id.get(), kinds, all));
        } else {
          gone(source);
        }
      });
    }
    missing.forEach(this::add);
    return JsonObject.copyOf(bySource);
  }

  private @Nullable Object kinds(
      String source, String id, @Nullable Object kinds, Set<Connection> all) {
    if (!(kinds instanceof JsonObject byKind)) {
      return kinds;
    }
    JsonObject.Builder kept = JsonObject.builder();
    byKind.forEach((kind, outputs) -> {
      if (outputs instanceof JsonArray list) {
        List<@Nullable Object> ends = new ArrayList<>();
        for (int output = 0; output < list.size(); output++) {
          ends.add(ends(source, id, kind, output, list.get(output), all));
        }
        kept.put(kind, JsonArray.copyOf(ends));
      } else {
        kept.put(kind, outputs);
      }
    });
    return kept.build();
  }

  private @Nullable Object ends(
      String source,
      String id,
      String kind,
      int output,
      @Nullable Object given,
      Set<Connection> all) {
    if (!(given instanceof JsonArray list)) {
      return given;
    }
    List<@Nullable Object> kept = new ArrayList<>();
    for (Object end : list) {
      Optional<Link> link = Links.link(source, kind, output, end);
      if (link.isEmpty()) {
        kept.add(end);
      } else if (stands(link.get(), id, all) && end instanceof JsonObject object) {
        String target = workflow.nameOf(origins.idOf(link.get().target()).orElse(""));
        kept.add(target.equals(object.get("node")) ? object : object.with("node", target));
      }
    }
    return JsonArray.copyOf(kept);
  }

  /**
   * Whether a connection of the file is still there. One that has no meaning here stays while its
   * ends are what they were.
   */
  private boolean stands(Link link, String source, Set<Connection> all) {
    Optional<String> target = origins.idOf(link.target());
    if (target.isEmpty()) {
      gone(link.target());
      return false;
    }
    WrittenNode from = node(source);
    WrittenNode to = node(target.get());
    String output = from.ports().output(link, workflow.node(source).orElseThrow().onError());
    String input = to.ports().input(link);
    if (output.isEmpty() || input.isEmpty()) {
      return from.unchanged() && to.unchanged();
    }
    Connection ours = new Connection(source, output, target.get(), input);
    missing.remove(ours);
    return all.contains(ours);
  }

  private WrittenNode node(String id) {
    return Objects.requireNonNull(nodes.get(id));
  }

  private void gone(String name) {
    findings.add(
        new Finding(
            Kind.LEFT_OUT,
            "",
            "connections",
            "a connection of the file names “" + name + "”, a node that is not there"));
  }

  private void add(Connection connection) {
    WrittenNode from = nodes.get(connection.source());
    WrittenNode to = nodes.get(connection.target());
    OptionalInt output = from == null ? OptionalInt.empty() : output(from.ports(), connection);
    OptionalInt input =
        to == null ? OptionalInt.empty() : position(to.ports().inputs(), connection.input());
    if (output.isEmpty() || input.isEmpty()) {
      findings.add(
          new Finding(
              Kind.LEFT_OUT,
              workflow.nameOf(connection.source()),
              "connections",
              "the connection "
                  + connection
                  + " has no counterpart: n8n's node has no such "
                  + (output.isEmpty() ? "output" : "input")));
      return;
    }
    String kind = Links.isAttachment(connection.output()) ? connection.output() : Links.MAIN;
    String source = workflow.nameOf(connection.source());
    JsonObject kinds =
        bySource.get(source) instanceof JsonObject object ? object : JsonObject.empty();
    List<@Nullable Object> outputs =
        new ArrayList<>(kinds.get(kind) instanceof JsonArray list ? list : List.of());
    while (outputs.size() <= output.getAsInt()) {
      outputs.add(JsonArray.empty());
    }
    List<@Nullable Object> ends =
        new ArrayList<>(
            outputs.get(output.getAsInt()) instanceof JsonArray list ? list : List.of());
    ends.add(
        JsonObject.of("node", workflow.nameOf(connection.target()), "type", kind)
            .with("index", input.getAsInt()));
    outputs.set(output.getAsInt(), JsonArray.copyOf(ends));
    bySource.put(source, kinds.with(kind, JsonArray.copyOf(outputs)));
  }

  private static OptionalInt output(Ports ports, Connection connection) {
    return connection.output().equals(Port.ERROR) && !ports.outputs().contains(Port.ERROR)
        ? OptionalInt.of(flowing(ports.outputs()).size())
        : position(ports.outputs(), connection.output());
  }

  private static OptionalInt position(List<String> ports, String port) {
    if (Links.isAttachment(port)) {
      return ports.contains(port) ? OptionalInt.of(0) : OptionalInt.empty();
    }
    int position = flowing(ports).indexOf(port);
    return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
  }

  private static List<String> flowing(List<String> ports) {
    return ports.stream().filter(port -> !Links.isAttachment(port)).toList();
  }
}
