package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.Field;
import io.concertmaster.node.data.JsonArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Several names of fields, with commas between them. */
final class FieldNamesControl implements PropertyControl {
  private final TextField field = new TextField();
  private final TypedText typed;

  FieldNamesControl(Site site) {
    field.getStyleClass().add("code");
    field.setPromptText("field, other field");
    typed =
        new TypedText(
            field,
            text -> {
              // A leading = starts an expression, as everywhere.
              if (text.startsWith("=") && site.property().expressions()) {
                site.report().accept(text);
              } else {
                List<String> names = names(text);
                site.report().accept(names.isEmpty() ? null : JsonArray.copyOf(names));
              }
            });
    FieldNameCompletion.install(field, site.context().preview(), true);
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  @Override
  public Node view() {
    return field;
  }

  @Override
  public void show(@Nullable Object value) {
    List<String> names = Literals.texts(value, FieldNamesControl::names);
    if (!names.equals(names(field.getText()))) {
      typed.show(names.stream().collect(Collectors.joining(", ")));
    }
  }

  @Override
  public void focus() {
    field.requestFocus();
    field.end();
  }

  @Override
  public boolean holdsButton() {
    return true;
  }

  @Override
  public boolean receive(Field dropped) {
    String text = field.getText().strip();
    String before = text.isEmpty() || text.endsWith(",") ? text : text + ",";
    field.setText((before + " " + dropped.dotted()).strip());
    return true;
  }
}
