package io.concertmaster.engine.local.run;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.util.List;
import java.util.Optional;

/**
 * What a node has sent, as an expression in another one sees it.
 *
 * @param id of the node
 * @param itemIndex position of the current item
 */
record SentData(ActivationContext activation, String id, long itemIndex) implements Scope.NodeData {
  @Override
  public boolean executed() {
    return activation.lookback().ran(id);
  }

  @Override
  public int runs() {
    return activation.lookback().runs(id);
  }

  /**
   * Those of the output by which the node reaches the current one; of the first where it does not.
   */
  @Override
  public ItemList items() {
    Definition definition = activation.definition();
    String output =
        definition
            .graph()
            .outputToward(id, activation.task().node())
            .orElseGet(() -> definition.firstOutput(id));
    return activation.lookback().sent(id, output, -1).orElse(ItemList.of());
  }

  @Override
  public ItemList items(int output, int run) {
    List<Port> ports = activation.definition().outputs(id);
    return output >= 0 && output < ports.size()
        ? activation.lookback().sent(id, ports.get(output).id(), run).orElse(ItemList.of())
        : ItemList.of();
  }

  @Override
  public Optional<Item> pairedItem() {
    return pairedItem(itemIndex);
  }

  @Override
  public Optional<Item> pairedItem(long index) {
    return activation
        .lookback()
        .ancestor(
            id,
            activation.task().node(),
            activation.task().inputs(),
            new Paired(index, activation.mainInput()));
  }

  @Override
  public JsonObject parameters() {
    return activation
        .definition()
        .workflow()
        .node(id)
        .map(NodeDefinition::parameters)
        .orElse(JsonObject.empty());
  }

  @Override
  public JsonObject context() {
    return activation.past().values(id);
  }
}
