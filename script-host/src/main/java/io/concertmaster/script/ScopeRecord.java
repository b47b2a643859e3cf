package io.concertmaster.script;

import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.data.JsonObject;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The small things of a scope, which go along with each request. */
final class ScopeRecord {
  private ScopeRecord() {}

  static JsonObject of(Scope scope) {
    return JsonObject.builder()
        .put("runIndex", scope.runIndex())
        .put("workflow", scope.workflow())
        .put("execution", scope.execution())
        .put("zone", scope.zone().getId())
        .put("machineZone", machineZone(scope))
        .put("variables", scope.variables())
        .put("nodeInfo", scope.nodeInfo())
        .put("now", scope.now().toEpochMilli())
        .build();
  }

  /** The zone of JavaScript's own dates. */
  static String machineZone(Scope scope) {
    ZoneId zone = scope.machineZone();
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }
}
