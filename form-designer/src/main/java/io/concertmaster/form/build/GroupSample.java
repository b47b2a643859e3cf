package io.concertmaster.form.build;

import io.concertmaster.form.view.Named;
import io.concertmaster.forms.Messages;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormTexts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A repeatable group as it will look, with one entry. */
final class GroupSample extends VBox implements Named {
  private final HBox head;

  /**
   * A group.
   *
   * @param inner what each entry asks
   */
  GroupSample(Field field, FormTexts texts, Region inner) {
    VBox entry = new VBox(inner);
    entry.getStyleClass().add("sample-entry");
    Label more =
        new Label("+ " + texts.find(field.key() + ".entry").orElseGet(() -> texts.label(field)));
    more.getStyleClass().add("muted");
    Label name = new Label(texts.label(field));
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    name.getStyleClass().add("group-label");
    head = new HBox(8, name);
    if (field.required()) {
      Label mark = new Label(Messages.of(texts.language()).say("required"));
      mark.setMinWidth(USE_PREF_SIZE);
      mark.getStyleClass().add("muted");
      head.getChildren().add(mark);
    }
    getChildren().addAll(head, entry, more);
    getStyleClass().add("sample-group");
  }

  @Override
  public double nameWidth() {
    return head.prefWidth(-1);
  }
}
