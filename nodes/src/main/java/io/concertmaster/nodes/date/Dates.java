package io.concertmaster.nodes.date;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;

/** Works with dates: formats them, adds to them, compares them. */
public final class Dates implements NodeType {
  @Override
  public NodeDescriptor descriptor() {
    return DatesFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("operation") instanceof String operation ? operation : "format";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    boolean keepFields = context.parameters().flag("keepFields");
    EachItem.of(
        context,
        (item, position) -> {
          Parameters settings = context.parameters(item, position);
          Object result = DateStep.of(context, settings).result();
          String as = settings.text("as");
          FieldPath target =
              FieldPath.of(as.isEmpty() ? DateStep.usualTarget(settings.text("operation")) : as);
          Item made =
              keepFields
                  ? item.withJson(target.set(item.json(), result))
                  : Item.of(target.set(JsonObject.empty(), result));
          context.output().add(made.pairedTo(position, 0));
        });
    return NodeResult.done();
  }
}
