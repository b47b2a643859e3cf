package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.local.plan.Input;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.RunData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
  public ItemList input(int index) {
    return context.input(index);
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
    return new SentData(context, id, itemIndex);
  }

  @Override
  public Optional<PreviousNode> previousNode() {
    List<Input> inputs = context.task().inputs();
    int main = context.mainInput();
    return main < inputs.size() ? inputs.get(main).origin().map(this::previous) : Optional.empty();
  }

  private PreviousNode previous(Input.Origin origin) {
    return new PreviousNode(
        context.definition().workflow().nameOf(origin.node()),
        context.definition().outputPosition(origin.node(), origin.output()),
        origin.runIndex());
  }

  @Override
  public JsonObject workflow() {
    Workflow workflow = context.definition().workflow();
    return JsonObject.of("id", workflow.id(), "name", workflow.name())
        .with("active", context.mode() != RunMode.MANUAL && context.mode() != RunMode.CLI);
  }

  @Override
  public JsonObject execution() {
    JsonObject.Builder custom = JsonObject.builder();
    context.runData().customData().forEach(custom::put);
    return JsonObject.of("id", context.run().toString())
        .with("mode", context.mode() == RunMode.MANUAL ? "test" : "production")
        .with("resumeUrl", context.address("resume"))
        .with("resumeFormUrl", context.address("form"))
        .with("customData", custom.build());
  }

  @Override
  public JsonObject variables() {
    return context.variables();
  }

  @Override
  public JsonObject nodeParameters() {
    return context.resolved(this);
  }

  @Override
  public JsonObject rawParameters() {
    return context.node().parameters();
  }

  @Override
  public JsonObject nodeContext() {
    return context.memory().values();
  }

  @Override
  public JsonObject staticData(String kind) {
    return context
        .runData()
        .staticData(kind.equals("node") ? RunData.Owner.NODE : RunData.Owner.WORKFLOW);
  }

  @Override
  public JsonObject nodeInfo() {
    NodeDefinition node = context.node();
    JsonObject info =
        JsonObject.of("id", context.task().node(), "name", node.name())
            .with("version", node.version())
            .with("mode", context.mode().id());
    Object webhook = node.unknown().get("webhookId");
    return webhook == null ? info : info.with("webhookId", webhook);
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
}
