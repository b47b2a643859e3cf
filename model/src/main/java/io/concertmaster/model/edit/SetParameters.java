package io.concertmaster.model.edit;

import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A node's parameters, replaced as a whole.
 *
 * @param id of the node
 * @param parameters values and expressions by property
 */
public record SetParameters(String id, JsonObject parameters) implements Edit {
  /**
   * One parameter, the others as they are in a workflow now.
   *
   * @param value the new value; {@code null} takes the parameter out, so that its default holds
   */
  public static SetParameters one(
      Workflow now, String id, String property, @Nullable Object value) {
    JsonObject parameters = Edit.node(now, id).parameters();
    return new SetParameters(
        id, value == null ? parameters.without(property) : parameters.with(property, value));
  }

  @Override
  public Workflow apply(Workflow before) {
    return Parts.withNode(before, id, node -> node.withParameters(parameters));
  }

  @Override
  public String label() {
    return "Change parameters";
  }
}
