package io.concertmaster.form.build;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;

/** Why what stands in a control was not taken, right below it; nothing while there is no reason. */
final class Complaint extends Label {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final TextInputControl about;

  Complaint(TextInputControl about) {
    this.about = about;
    getStyleClass().add("refused");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    visibleProperty().bind(textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }

  /** Says why, or nothing. */
  void show(Optional<String> why) {
    setText(why.orElse(""));
    about.pseudoClassStateChanged(WRONG, why.isPresent());
    about.setAccessibleHelp(why.orElse(""));
  }

  /** Whether something is said. */
  boolean isShown() {
    return !getText().isEmpty();
  }
}
