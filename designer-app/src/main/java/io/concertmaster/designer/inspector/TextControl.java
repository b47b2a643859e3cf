package io.concertmaster.designer.inspector;

import io.concertmaster.node.PropertyKind;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/** Text in one line or several; a secret shows as dots. */
final class TextControl extends TypedControl<TextInputControl> {
  TextControl(Site site, PropertyKind.Text kind) {
    super(
        field(site, kind),
        text ->
            site.report()
                .accept(text.isEmpty() && site.property().defaultValue() == null ? null : text),
        site.property().expressions() && !site.property().secret()); // it shows what is typed
    field().setPromptText(kind.placeholder());
  }

  private static TextInputControl field(Site site, PropertyKind.Text kind) {
    if (site.property().secret()) {
      return new PasswordField();
    }
    if (kind.lines() <= 1) {
      return new TextField();
    }
    TextArea area = new TextArea();
    area.setPrefRowCount(kind.lines());
    area.setWrapText(true);
    area.getStyleClass().add("lines");
    return area;
  }

  @Override
  public boolean holdsButton() {
    return true;
  }
}
