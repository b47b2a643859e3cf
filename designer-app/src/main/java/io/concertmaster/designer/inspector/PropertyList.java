package io.concertmaster.designer.inspector;

import io.concertmaster.node.Property;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a node, of a group or of an entry, one below the other; those that do not apply
 * beside the others' values are left out.
 */
final class PropertyList extends VBox {
  private final List<Property> properties;
  private final Consumer<JsonObject> report;
  private final Map<String, PropertyField> fields = new LinkedHashMap<>();
  private JsonObject values = JsonObject.empty();

  /**
   * Settings without values yet.
   *
   * @param path where they lie in the node's parameters; empty for the parameters themselves
   * @param report gets all values together whenever one changed
   */
  PropertyList(
      List<Property> properties,
      String path,
      SettingsContext context,
      Consumer<JsonObject> report) {
    this.properties = properties;
    this.report = report;
    getStyleClass().add("property-list");
    for (Property property : properties) {
      String place = path.isEmpty() ? property.name() : path + "." + property.name();
      Site site = new Site(property, place, context, value -> changed(property, value));
      fields.put(property.name(), new PropertyField(site));
    }
    getChildren().setAll(fields.values());
  }

  /** Shows values. */
  void show(JsonObject shown) {
    values = shown;
    for (Property property : properties) {
      PropertyField field = Objects.requireNonNull(fields.get(property.name()));
      boolean applies = property.applies(shown, properties);
      field.setVisible(applies);
      field.setManaged(applies);
      field.show(shown.get(property.name()));
    }
  }

  /** Puts something else in, behind a property; first where there is no such property. */
  void put(Node other, String behind) {
    PropertyField field = fields.get(behind);
    getChildren().add(field == null ? 0 : getChildren().indexOf(field) + 1, other);
  }

  /** The field of a property. */
  PropertyField field(String name) {
    return Objects.requireNonNull(fields.get(name));
  }

  private void changed(Property property, @Nullable Object value) {
    boolean bare = value == null || value.equals(property.defaultValue());
    values = bare ? values.without(property.name()) : values.with(property.name(), value);
    report.accept(values);
  }
}
