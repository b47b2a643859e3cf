package io.concertmaster.form.view;

import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.FormElement.Field;
import java.util.Objects;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One of several, all in sight. */
final class RadioInput implements Input {
  private final ToggleGroup group = new ToggleGroup();
  private final VBox buttons = new VBox();
  private @Nullable Object strange;

  RadioInput(Field field, Site site) {
    buttons.getStyleClass().add("choices");
    for (Choice choice : field.choices()) {
      RadioButton button = new RadioButton(site.texts().choice(field, choice));
      button.setMnemonicParsing(false);
      button.setWrapText(true);
      button.setUserData(choice);
      button.setToggleGroup(group);
      button.setDisable(field.readOnly());
      buttons.getChildren().add(button);
    }
    group
        .selectedToggleProperty()
        .addListener((property, was, is) -> {
          strange = null;
          site.changed().run();
        });
  }

  @Override
  public Region node() {
    return buttons;
  }

  @Override
  public Region control() {
    return buttons.getChildren().isEmpty() ? buttons : (Region) buttons.getChildren().getFirst();
  }

  @Override
  public @Nullable Object value() {
    Toggle chosen = group.getSelectedToggle();
    return chosen == null ? strange : ((Choice) chosen.getUserData()).value();
  }

  @Override
  public void show(@Nullable Object value) {
    Toggle found = null;
    for (Toggle each : group.getToggles()) {
      if (Objects.equals(((Choice) each.getUserData()).value(), value)) {
        found = each;
      }
    }
    group.selectToggle(found);
    strange = found == null ? value : null;
  }
}
