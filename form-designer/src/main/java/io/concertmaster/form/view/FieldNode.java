package io.concertmaster.form.view;

import io.concertmaster.forms.FormProblem;
import io.concertmaster.model.form.FormElement.Field;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A field on a form: what it is called, what is said about it, its control, what is wrong. */
public final class FieldNode extends VBox implements InColumn, Named {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Input input;
  private final HBox head = new HBox();
  private final Label problem = new Label();
  private final String said;
  private final String name;
  private final String word;
  private final Label mark;
  private double lowered;

  FieldNode(Field field, Site site, Input input) {
    this.input = input;
    getStyleClass().add("form-field");
    name = site.texts().label(field);
    word = site.messages().say("required");
    head.getStyleClass().add("field-head");
    if (!input.hasOwnLabel()) {
      Label label = wrapped(name, "field-label");
      label.setLabelFor(input.control());
      head.getChildren().add(label);
    }
    mark = new Label(word);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    mark.getStyleClass().add("field-mark");
    head.getChildren().add(mark);
    if (input.hasOwnLabel()) {
      head.getChildren().addFirst(input.node());
    }
    getChildren().add(head);
    // What is said about a field stands above its control, as on the page: read before it is
    // answered.
    Optional<String> description = site.texts().description(field);
    description.ifPresent(text -> getChildren().add(wrapped(text, "field-hint")));
    if (!input.hasOwnLabel()) {
      getChildren().add(input.node());
    }
    problem.getStyleClass().add("field-problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    getChildren().add(problem);
    said = description.orElse("");
    require(field.required());
    input.control().setAccessibleHelp(said);
    show(Optional.empty());
  }

  private static Label wrapped(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMinWidth(0);
    return label;
  }

  Input input() {
    return input;
  }

  @Override
  public double nameWidth() {
    return head.prefWidth(-1);
  }

  @Override
  public double heightAboveControl(double width) {
    double height = 0;
    for (Node each : getChildren()) {
      if (each.equals(input.node())) {
        return height;
      }
      height += each.prefHeight(width) + getSpacing();
    }
    return 0;
  }

  @Override
  public void lowerControl(double by) {
    if (by != lowered) {
      lowered = by;
      setMargin(input.node(), new Insets(by, 0, 0, 0));
    }
  }

  @Override
  public double ownHeight(double width) {
    return prefHeight(width) - lowered;
  }

  /** Says whether it must be filled in as the answer stands. */
  void require(boolean must) {
    mark.setVisible(must);
    mark.setManaged(must);
    input.control().setAccessibleText(must ? name + ", " + word : name);
  }

  /** Says what is wrong, or nothing. */
  void show(Optional<FormProblem> wrong) {
    String message = wrong.map(FormProblem::message).orElse("");
    problem.setText(message);
    problem.setVisible(!message.isEmpty());
    problem.setManaged(!message.isEmpty());
    pseudoClassStateChanged(WRONG, !message.isEmpty());
    Node control = input.control();
    control.pseudoClassStateChanged(WRONG, !message.isEmpty());
    control.setAccessibleHelp((message + " " + said).strip());
  }
}
