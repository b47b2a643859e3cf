package io.concertmaster.form.view;

import io.concertmaster.forms.Messages;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormTexts;
import java.util.Optional;
import javafx.scene.Node;

/** A field as it will look, to be seen and not filled in. */
public final class FieldSample {
  private FieldSample() {}

  /** Draws a field; hidden ones cannot be drawn. */
  public static Node of(Field field, FormTexts texts) {
    Site site = new Site(texts, Messages.of(texts.language()), () -> {}, Optional::empty);
    FieldNode node = new FieldNode(field, site, Inputs.of(field, site, () -> ""));
    node.setMouseTransparent(true);
    leaveOut(node);
    return node;
  }

  /** The keyboard goes over the form that is built, not into it. */
  private static void leaveOut(Node node) {
    node.setFocusTraversable(false);
    if (node instanceof javafx.scene.Parent parent) {
      parent.getChildrenUnmodifiable().forEach(FieldSample::leaveOut);
    }
  }
}
