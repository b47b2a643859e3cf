package io.concertmaster.designer.inspector;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Settings;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * How the inspector changes the workflow: each call is one edit. Calls with the same key one after
 * the other make one step of undo, so that typing in one field is one step.
 */
interface Changes {
  /** Sets all parameters of a node. */
  void parameters(String node, JsonObject parameters, String key);

  /** Sets what a node does about errors and time, and its note: all but name and parameters. */
  void policy(String node, NodeDefinition changed, String key);

  /** Pins items to a node, or takes them off. */
  void pin(String node, Optional<List<Item>> items);

  /** Gives a node another name, in expressions too. */
  void rename(String node, String name);

  /** Gives the workflow another name. */
  void renameWorkflow(String name, String key);

  /** Sets what holds for the whole workflow. */
  void settings(Settings settings, String key);
}
