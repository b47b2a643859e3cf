package io.concertmaster.designer.inspector;

import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonObject;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Settings that belong together, set off by a line at their left. */
final class GroupControl implements PropertyControl {
  private final PropertyList list;

  GroupControl(Site site, PropertyKind.Group kind) {
    list =
        new PropertyList(
            kind.properties(),
            site.path(),
            site.context(),
            values -> site.report().accept(values.isEmpty() ? null : values));
    list.getStyleClass().add("group");
  }

  @Override
  public Node view() {
    return list;
  }

  @Override
  public void show(@Nullable Object value) {
    list.show(value instanceof JsonObject values ? values : JsonObject.empty());
  }

  @Override
  public void focus() {
    list.requestFocus();
  }
}
