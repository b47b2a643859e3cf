package io.concertmaster.designer.credential;

import io.concertmaster.designer.controls.DialogCard;
import io.concertmaster.designer.controls.OptionText;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a type of credentials. Secret ones are for writing only: what is kept is never
 * shown, and stays where nothing is written over it.
 */
final class CredentialForm extends VBox {
  private final CredentialType type;
  private final JsonObject kept;
  private final Map<String, Node> controls = new LinkedHashMap<>();

  /**
   * The fields.
   *
   * @param kept the values so far; empty for a new credential
   * @param changed called when something is written
   */
  CredentialForm(CredentialType type, JsonObject kept, Runnable changed) {
    this.type = type;
    this.kept = kept;
    getStyleClass().add("environment-form");
    for (Property field : type.fields()) {
      Node control = control(field, changed);
      control.setId("credential-" + field.name());
      controls.put(field.name(), control);
      getChildren().add(labelled(field, control));
    }
  }

  private VBox labelled(Property field, Node control) {
    Label label = new Label(field.label());
    label.getStyleClass().add("strong");
    label.setLabelFor(control);
    HBox heading = new HBox(label);
    heading.getStyleClass().add("file-line");
    if (field.required()) {
      Label required = new Label("required");
      required.getStyleClass().add("muted");
      heading.getChildren().add(required);
    }
    VBox box = new VBox(heading, control);
    box.getStyleClass().add("labelled");
    if (!field.help().isEmpty()) {
      box.getChildren().add(DialogCard.wrapped(field.help(), "muted"));
    }
    return box;
  }

  private Node control(Property field, Runnable changed) {
    String value = kept.get(field.name()) instanceof String text ? text : "";
    if (field.kind() instanceof PropertyKind.Choice choice) {
      return choice(choice, value.isEmpty() ? standard(field) : value, changed);
    }
    TextInputControl text = text(field);
    if (field.secret()) {
      text.setPromptText(
          value.isEmpty()
              ? kept.isEmpty() ? "" : "Not set"
              : "Set; write another one to replace it");
    } else {
      text.setText(value);
      text.setPromptText(
          field.kind() instanceof PropertyKind.Text kind && !kind.placeholder().isEmpty()
              ? kind.placeholder()
              : standard(field));
    }
    text.textProperty().addListener((property, was, is) -> changed.run());
    return text;
  }

  /** A secret in several lines, a key say, can be seen while it is written, and never after. */
  private static TextInputControl text(Property field) {
    if (field.kind() instanceof PropertyKind.Text kind && kind.lines() > 1) {
      TextArea area = new TextArea();
      area.setPrefRowCount(kind.lines());
      return area;
    }
    return field.secret() ? new PasswordField() : new TextField();
  }

  private static ComboBox<Option> choice(
      PropertyKind.Choice choice, String value, Runnable changed) {
    ComboBox<Option> combo = new ComboBox<>();
    combo.getItems().setAll(choice.options());
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setConverter(new OptionText());
    choice.options().stream()
        .filter(option -> option.value().equals(value))
        .findFirst()
        .ifPresent(combo::setValue);
    combo.valueProperty().addListener((property, was, is) -> changed.run());
    return combo;
  }

  private static String standard(Property field) {
    return switch (field.defaultValue()) {
      case null -> "";
      case Double number -> NumberText.of(number);
      case Object other -> other.toString();
    };
  }

  /** Brings the keyboard to the first field. */
  void focusFirst() {
    controls.values().stream().findFirst().ifPresent(Node::requestFocus);
  }

  /** What is written, over what was kept. */
  JsonObject values() {
    JsonObject.Builder values = JsonObject.builder();
    for (Property field : type.fields()) {
      String text = text(controls.get(field.name()));
      String written = field.secret() ? text : text.strip();
      Object before = kept.get(field.name());
      if (!written.isEmpty()) {
        values.put(field.name(), written);
      } else if (field.secret() && before != null) {
        values.put(field.name(), before);
      }
    }
    return values.build();
  }

  private static String text(@Nullable Node control) {
    return switch (control) {
      case TextInputControl text -> text.getText();
      case ComboBox<?> combo when combo.getValue() instanceof Option option -> option.value();
      case null, default -> "";
    };
  }
}
