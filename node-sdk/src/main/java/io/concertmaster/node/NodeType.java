package io.concertmaster.node;

import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of node: what it looks like and what it does. One instance serves all nodes of its type in
 * all runs, at the same time on several threads: it holds no state.
 */
public interface NodeType {
  /** The node's face: names, ports, properties, documentation. Always the same object. */
  NodeDescriptor descriptor();

  /**
   * The inputs of a node with these parameters (as in the file, expressions unevaluated); by
   * default those of the descriptor. For nodes whose number of inputs is a parameter.
   */
  default List<Port> inputs(JsonObject parameters) {
    return descriptor().inputs();
  }

  /**
   * The outputs of a node with these parameters (as in the file, expressions unevaluated); by
   * default those of the descriptor. The engine adds the error output by itself where a node's
   * policy asks for it.
   */
  default List<Port> outputs(JsonObject parameters) {
    return descriptor().outputs();
  }

  /**
   * The positions of the inputs without whose items a node with these parameters never runs; by
   * default none. A node with several inputs waits for all of them; when nothing else is left to
   * run, it runs with what it has, if that includes these.
   */
  default Set<Integer> requiredInputs(JsonObject parameters) {
    return Set.of();
  }

  /**
   * What a crash in the middle means for a node with these parameters; by default the descriptor's.
   * For nodes of which some settings only read and others write.
   */
  default Effect effect(JsonObject parameters) {
    return descriptor().effect();
  }

  /**
   * The line under the node's name on the canvas, such as {@code GET api.example.org}; may be
   * empty.
   */
  default String caption(JsonObject parameters) {
    return "";
  }

  /**
   * Whether the node, where a run begins at it and is given no items, makes a sample of what it
   * will hear one day: it then gets an empty list. Others get one empty item.
   */
  default boolean makesSample() {
    return false;
  }

  /**
   * What a trigger with these parameters (as in the file) waits for while its workflow is active;
   * by default nothing: then runs begin only by hand, or by whoever calls.
   *
   * @param zone the time zone of the workflow
   * @param since when the workflow was made active
   * @throws NodeException where a setting does not let it listen
   */
  default Optional<Listening> listening(JsonObject parameters, ZoneId zone, Instant since)
      throws NodeException {
    return Optional.empty();
  }

  /**
   * Does the work of one activation: reads items from the inputs, writes items to the outputs.
   * Called on a platform thread, which is interrupted when the run is cancelled or the node's time
   * is over.
   *
   * @throws NodeException for everything that can go wrong with data, settings or other systems
   * @throws InterruptedException when the work was cut short by the engine
   */
  NodeResult run(NodeContext context) throws NodeException, InterruptedException;
}
