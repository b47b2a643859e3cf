package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes nodes in a test; JSON may be written with single quotes. */
final class Probe {
  private final List<Finding> findings = new ArrayList<>();

  static JsonObject json(String text) {
    return Json.parseObject(text.replace('\'', '"'));
  }

  /** What an n8n node becomes. */
  Mapped read(String type, double version, String parameters) {
    return mapping("n8n-nodes-base." + type)
        .read(node(type, version, parameters), all())
        .orElseThrow();
  }

  /** Whether an n8n node becomes anything. */
  boolean reads(String type, double version, String parameters) {
    return mapping("n8n-nodes-base." + type)
        .read(node(type, version, parameters), all())
        .isPresent();
  }

  private static ForeignNode node(String type, double version, String parameters) {
    return new ForeignNode(
        JsonObject.of("type", "n8n-nodes-base." + type, "typeVersion", version)
            .with("parameters", json(parameters)));
  }

  /** The n8n node for one of ours. */
  NodeMapping.Written write(String ours, JsonObject parameters) {
    return Mappings.builtIn().all().stream()
        .flatMap(mapping -> mapping.write(ours, parameters, all()).stream())
        .findFirst()
        .orElseThrow();
  }

  /** Says that settings of ours come back from n8n as they went, without a finding. */
  static void comesBack(String ours, String settings) {
    Probe probe = new Probe();
    NodeMapping.Written written = probe.write(ours, json(settings));
    Mapped back =
        mapping(written.type())
            .read(
                new ForeignNode(
                    JsonObject.of("type", written.type(), "typeVersion", written.typeVersion())
                        .with("parameters", written.parameters())),
                probe.all())
            .orElseThrow();
    assertThat(back.type()).isEqualTo(ours);
    assertThat(back.parameters()).isEqualTo(json(settings));
    assertThat(probe.findings).isEmpty();
  }

  List<Finding> findings() {
    return findings;
  }

  private Findings all() {
    return new Findings("node", findings);
  }

  private static NodeMapping mapping(String type) {
    return Mappings.builtIn().of(type).orElseThrow();
  }
}
