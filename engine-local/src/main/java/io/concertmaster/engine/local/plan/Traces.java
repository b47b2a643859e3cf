package io.concertmaster.engine.local.plan;

import io.concertmaster.node.data.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an activation leaves behind besides items; durable together with its end.
 *
 * @param memory the node's values from now on, where they changed
 * @param kept changes of the node's lists, in their order
 * @param staticData what the workflow keeps from run to run, by owner: {@link #WORKFLOW} or {@link
 *     #NODE}; only what changed
 * @param customData marks of the run that were added or changed
 * @param told what the node says to those outside who wait for the run
 */
public record Traces(
    Optional<JsonObject> memory,
    List<Kept> kept,
    Map<String, JsonObject> staticData,
    Map<String, String> customData,
    Optional<JsonObject> told) {
  /** The owner of what all nodes of the workflow share. */
  public static final String WORKFLOW = "workflow";

  /** The owner of what belongs to the node. */
  public static final String NODE = "node";

  /** Nothing is left behind. */
  public static final Traces NONE =
      new Traces(Optional.empty(), List.of(), Map.of(), Map.of(), Optional.empty());

  public Traces {
    kept = List.copyOf(kept);
    staticData = Collections.unmodifiableMap(new LinkedHashMap<>(staticData));
    customData = Collections.unmodifiableMap(new LinkedHashMap<>(customData));
  }

  /**
   * A change of one of a node's lists.
   *
   * @param list its name
   * @param replaces whether what was in the list before is gone
   * @param parts what is added at its end
   */
  public record Kept(String list, boolean replaces, List<Input> parts) {
    public Kept {
      parts = List.copyOf(parts);
    }
  }
}
