package io.concertmaster.designer.inspector;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.node.data.JsonObject;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** What a node does about errors and time, and what people wrote about it. */
final class OnErrorTab extends VBox {
  private final PropertyList list;
  private NodeDefinition node;
  private JsonObject typed = JsonObject.empty();

  OnErrorTab(NodeDefinition node, SettingsContext context, Consumer<NodeDefinition> changed) {
    this.node = node;
    getStyleClass().add("tab-content");
    list =
        new PropertyList(
            NodePolicy.PROPERTIES,
            "",
            context,
            values -> {
              typed = values;
              list().show(values);
              changed.accept(NodePolicy.apply(this.node, values));
            });
    getChildren().add(list);
    typed = NodePolicy.of(node);
    list.show(typed);
  }

  private PropertyList list() {
    return list;
  }

  /** Shows a node; what somebody is typing stays when it means the same. */
  void show(NodeDefinition shown) {
    node = shown;
    JsonObject values = NodePolicy.of(shown);
    if (!values.equals(NodePolicy.of(NodePolicy.apply(shown, typed)))) {
      typed = values;
      list.show(values);
    }
  }
}
