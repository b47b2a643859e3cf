package io.concertmaster.designer.inspector;

import io.concertmaster.designer.expression.InputPreview.Situation;
import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A node's own settings, the fields of its input, and its pinned items. */
final class SettingsTab extends VBox {
  private static final int FIELDS = 12;

  private final SettingsContext context;
  private final PropertyList list;
  private final List<CredentialField> credentials;
  private final InputFields fields;
  private final VBox input = new VBox();
  private final PinnedSection pinned;

  /** Held here, so that the preview's weak reference lives as long as the tab. */
  private final InvalidationListener newItem = property -> showFields();

  SettingsTab(
      NodeDescriptor descriptor,
      SettingsContext context,
      EngineAccess engine,
      Consumer<JsonObject> parameters,
      Consumer<Optional<List<Item>>> pin,
      CredentialAccess access,
      Consumer<NodeDefinition> changed) {
    this.context = context;
    getStyleClass().add("tab-content");
    list = new PropertyList(descriptor.properties(), "", context, parameters);
    credentials =
        descriptor.credentials().stream()
            .map(slot ->
                new CredentialField(slot, descriptor.properties(), context, access, changed))
            .toList();
    credentials.forEach(field ->
        list.put(field, field.slot().visible().map(Property.Condition::property).orElse("")));
    if (descriptor.properties().isEmpty() && credentials.isEmpty()) {
      Label none = new Label("This node has no settings.");
      none.getStyleClass().add("property-help");
      getChildren().add(none);
    }
    fields = new InputFields(FIELDS, context::give);
    Label title = new Label("Input fields");
    title.getStyleClass().add("property-label");
    Label hint = new Label("drag one into a field above");
    hint.getStyleClass().add("property-help");
    HBox heading = new HBox(title, hint);
    heading.getStyleClass().add("section-heading");
    input.getStyleClass().add("section");
    Label trouble = new Label();
    trouble.getStyleClass().add("field-error");
    trouble.textProperty().bind(context.preview().trouble());
    trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    input.getChildren().addAll(heading, fields, trouble);
    pinned = new PinnedSection(engine, pin);
    getChildren().addAll(list, input, pinned);
    boolean pins = !descriptor.isNote() && !descriptor.outputs().isEmpty();
    pinned.setVisible(pins);
    pinned.setManaged(pins);
    context.preview().situation().addListener(new WeakInvalidationListener(newItem));
    showFields();
  }

  /** Shows a node, with the list that its first output sent in the last run. */
  void show(NodeDefinition node, Optional<ItemListRef> sent) {
    list.show(node.parameters());
    credentials.forEach(field -> field.show(node));
    pinned.show(node, sent);
  }

  /** The field of a credential, by the place of its problems. */
  Optional<CredentialField> credential(String place) {
    return credentials.stream().filter(field -> field.slot().place().equals(place)).findFirst();
  }

  /** The controls of the settings. */
  PropertyList list() {
    return list;
  }

  private void showFields() {
    Situation situation = context.preview().situation().get();
    boolean some = situation.items().size() > 0 && !list.getChildren().isEmpty();
    input.setVisible(some);
    input.setManaged(some);
    fields.show(situation.fields(), situation.item());
  }
}
