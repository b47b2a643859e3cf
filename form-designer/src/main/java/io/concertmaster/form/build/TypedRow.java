package io.concertmaster.form.build;

import io.concertmaster.forms.TypedNumber;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * A labelled control in which a value is typed. What cannot be taken stays there, marked and with
 * the reason below, until the value is shown anew.
 */
final class TypedRow extends VBox {
  private final TextInputControl control;
  private final Supplier<String> value;
  private final Function<String, Optional<String>> take;
  private final Complaint complaint;
  private String known;
  private boolean showing;

  /** Whether only what is finished is taken: at Enter, and when the keyboard leaves. */
  private boolean finished;

  /**
   * A row over a value.
   *
   * @param take takes what was typed, or says why not
   */
  TypedRow(
      String label,
      TextInputControl control,
      Supplier<String> value,
      Function<String, Optional<String>> take) {
    this.control = control;
    this.value = value;
    this.take = take;
    complaint = new Complaint(control);
    Label name = new Label(label);
    name.getStyleClass().add("property-label");
    name.setLabelFor(control);
    control.setAccessibleText(label);
    control.setMinWidth(0);
    control.setMaxWidth(Double.MAX_VALUE);
    known = value.get();
    control.setText(known);
    control.textProperty().addListener((property, was, is) -> typed());
    control
        .focusedProperty()
        .addListener((property, was, is) -> {
          // A row that was taken out of the window is about something that may be gone.
          if (!is && control.getScene() != null) {
            left();
          }
        });
    getChildren().addAll(name, control, complaint);
    getStyleClass().add("property-row");
  }

  /**
   * Takes nothing while somebody is typing, since what is half typed would be something else.
   * Escape brings the value back.
   */
  void takeWhenFinished() {
    finished = true;
    control.addEventHandler(ActionEvent.ACTION, enter -> take());
    control.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE && !control.getText().equals(value.get())) {
            show();
            key.consume();
          }
        });
  }

  private void typed() {
    if (showing) {
      return;
    }
    if (finished) {
      complaint.show(Optional.empty());
    } else {
      take();
    }
  }

  private void left() {
    if (finished) {
      take();
    } else if (!complaint.isShown()) {
      show();
    }
  }

  private void take() {
    boolean same = control.getText().equals(value.get());
    complaint.show(same ? Optional.empty() : take.apply(control.getText()));
    known = value.get();
  }

  /** Shows the value as it is now; what somebody is typing stays, unless it is about another. */
  void refresh() {
    boolean stays = control.isFocused() && (known.equals(value.get()) || meansValue());
    if (!stays) {
      show();
    }
  }

  private void show() {
    showing = true;
    try {
      known = value.get();
      if (!control.getText().equals(known)) {
        control.setText(known);
      }
      complaint.show(Optional.empty());
    } finally {
      showing = false;
    }
  }

  /** Whether what is typed means the value, though it is written otherwise, as 1.0 does 1. */
  private boolean meansValue() {
    return !value.get().isEmpty()
        && TypedNumber.read(control.getText(), "en") instanceof Number typed
        && TypedNumber.read(value.get(), "en") instanceof Number there
        && Double.compare(typed.doubleValue(), there.doubleValue()) == 0;
  }
}
