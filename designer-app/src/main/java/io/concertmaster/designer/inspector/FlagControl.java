package io.concertmaster.designer.inspector;

import atlantafx.base.controls.ToggleSwitch;
import javafx.geometry.HorizontalDirection;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** On or off: a switch with the property's label. */
final class FlagControl implements PropertyControl {
  private final ToggleSwitch toggle;
  private boolean showing;

  FlagControl(Site site) {
    toggle = new ToggleSwitch(site.property().label());
    toggle.getStyleClass().add("flag");
    toggle.setLabelPosition(HorizontalDirection.RIGHT);
    toggle
        .selectedProperty()
        .addListener((property, was, is) -> {
          if (!showing) {
            site.context().alone(() -> site.report().accept(is));
          }
        });
  }

  @Override
  public Node view() {
    return toggle;
  }

  @Override
  public void show(@Nullable Object value) {
    showing = true;
    toggle.setSelected(Boolean.TRUE.equals(value) || "true".equals(value));
    showing = false;
  }

  @Override
  public void focus() {
    toggle.requestFocus();
  }
}
