package io.concertmaster.engine.local.run;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What an expression sees for one item of an activation.
 *
 * @param names what the node itself adds
 */
record ItemScope(ActivationContext context, Optional<Item> item, long itemIndex, JsonObject names)
    implements Scope {
  ItemScope(ActivationContext context, Optional<Item> item, long itemIndex) {
    this(context, item, itemIndex, JsonObject.empty());
  }

  /** The same scope with these names of the node. */
  ItemScope seeing(JsonObject others) {
    return new ItemScope(context, item, itemIndex, others);
  }

  @Override
  public Optional<Object> additional(String name) {
    return Optional.ofNullable(names.get(name));
  }

  @Override
  public int runIndex() {
    return context.runIndex();
  }

  @Override
  public ItemList input() {
    return context.input();
  }

  @Override
  public NodeData node(String name) throws ExpressionException {
    Workflow workflow = context.definition().workflow();
    String id =
        workflow
            .idOfName(name)
            .orElseThrow(() ->
                new ExpressionException(
                    ExpressionException.Kind.MISSING_DATA,
                    "the workflow has no node called “" + name + "”",
                    0,
                    0));
    return new Sent(id);
  }

  @Override
  public JsonObject workflow() {
    Workflow workflow = context.definition().workflow();
    return JsonObject.of("id", workflow.id(), "name", workflow.name()).with("active", false);
  }

  @Override
  public JsonObject execution() {
    return JsonObject.of("id", context.run().toString(), "mode", "manual");
  }

  @Override
  public ZoneId zone() {
    return context.zone();
  }

  @Override
  public Instant now() {
    return context.startedAt();
  }

  @Override
  public Optional<String> environment(String name) {
    return context.environment(name);
  }

  /** What a node has sent. */
  private final class Sent implements NodeData {
    private final String id;

    Sent(String id) {
      this.id = id;
    }

    @Override
    public boolean executed() {
      return sent().isPresent();
    }

    @Override
    public ItemList items() {
      return sent().orElse(ItemList.of());
    }

    private Optional<ItemList> sent() {
      return context.lookback().sent(id, context.definition().firstOutput(id));
    }

    @Override
    public Optional<Item> pairedItem() {
      return context
          .lookback()
          .ancestor(id, context.task().inputs(), new Paired(itemIndex, context.mainInput()));
    }

    @Override
    public JsonObject parameters() {
      return context
          .definition()
          .workflow()
          .node(id)
          .map(NodeDefinition::parameters)
          .orElse(JsonObject.empty());
    }
  }
}
