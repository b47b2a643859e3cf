package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;

/**
 * Conditions as our nodes have them.
 *
 * @param conditions {@code [{left, is, right?, as?}]}, never empty
 * @param any whether one condition is enough
 * @param ignoreCase whether capital and small letters count as the same
 * @param types how values of different types are dealt with: {@code convert}, {@code strict} or
 *     {@code script}
 */
record ConditionSet(JsonArray conditions, boolean any, boolean ignoreCase, String types) {
  /** The settings of a node with these conditions; what has its default is left out. */
  JsonObject settings() {
    return policy(own());
  }

  /** The conditions and when they are met. */
  JsonObject own() {
    JsonObject own = JsonObject.of("conditions", conditions);
    return any ? own.with("match", "any") : own;
  }

  /** Settings with those that say how values compare. */
  JsonObject policy(JsonObject settings) {
    JsonObject all = ignoreCase ? settings.with("ignoreCase", true) : settings;
    return types.equals("convert") ? all : all.with("types", types);
  }

  /** A condition that always holds, or never does. */
  static JsonObject always(boolean holds) {
    return JsonObject.of("left", holds, "is", "true");
  }
}
