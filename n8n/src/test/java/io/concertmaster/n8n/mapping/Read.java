package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What a mapping makes of nodes, in tests. */
record Read(Mapped mapped, List<Finding> findings) {
  /** Reads a node of a type, with settings as JSON text in which ' stands for ". */
  static Read of(String type, double version, String settings) {
    return of(
        JsonObject.of("type", "n8n-nodes-base." + type, "typeVersion", version)
            .with("name", "Node")
            .with("parameters", json(settings)));
  }

  /** Reads a node. */
  static Read of(JsonObject node) {
    List<Finding> findings = new ArrayList<>();
    ForeignNode foreign = new ForeignNode(node);
    Mapped mapped =
        Mappings.builtIn()
            .of(foreign.type())
            .orElseThrow()
            .read(foreign, new Findings(foreign.name(), findings))
            .orElseThrow();
    return new Read(mapped, findings);
  }

  static JsonObject json(String text) {
    return (JsonObject) Json.parse(text.replace('\'', '"'));
  }

  JsonObject settings() {
    return mapped.parameters();
  }

  /** Paths of settings that did not come through. */
  List<String> leftOut() {
    return findings.stream()
        .filter(finding -> finding.kind() == Finding.Kind.LEFT_OUT)
        .map(Finding::parameter)
        .toList();
  }

  /** The settings, written as the newest version of a type and read again. */
  static JsonObject again(String theirs, String ours, JsonObject settings) {
    NodeMapping.Written written = written(theirs, ours, settings);
    JsonObject node =
        JsonObject.of("type", written.type(), "typeVersion", written.typeVersion())
            .with("name", "Node")
            .with("parameters", written.parameters());
    return of(node).settings();
  }

  static NodeMapping.Written written(String theirs, String ours, JsonObject settings) {
    return Mappings.builtIn()
        .of("n8n-nodes-base." + theirs)
        .orElseThrow()
        .write(ours, settings, new Findings("Node", new ArrayList<>()))
        .orElseThrow();
  }
}
