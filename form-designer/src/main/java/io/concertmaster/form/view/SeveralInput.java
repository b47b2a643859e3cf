package io.concertmaster.form.view;

import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.JsonArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Some of several. */
final class SeveralInput implements Input {
  private final Map<Choice, CheckBox> boxes = new LinkedHashMap<>();
  private final VBox node = new VBox();
  private List<@Nullable Object> strange = List.of();

  SeveralInput(Field field, Site site) {
    node.getStyleClass().add("choices");
    for (Choice choice : field.choices()) {
      CheckBox box = new CheckBox(site.texts().choice(field, choice));
      box.setMnemonicParsing(false);
      box.setWrapText(true);
      box.setDisable(field.readOnly());
      box.selectedProperty().addListener((property, was, is) -> site.changed().run());
      boxes.put(choice, box);
      node.getChildren().add(box);
    }
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Region control() {
    return node.getChildren().isEmpty() ? node : (Region) node.getChildren().getFirst();
  }

  @Override
  public @Nullable Object value() {
    List<@Nullable Object> chosen = new ArrayList<>();
    boxes.forEach((choice, box) -> {
      if (box.isSelected()) {
        chosen.add(choice.value());
      }
    });
    chosen.addAll(strange);
    return chosen.isEmpty() ? null : JsonArray.copyOf(chosen);
  }

  @Override
  public void show(@Nullable Object value) {
    List<@Nullable Object> left =
        value instanceof JsonArray all ? new ArrayList<>(all) : new ArrayList<>();
    boxes.forEach((choice, box) -> box.setSelected(left.remove(choice.value())));
    strange = left;
  }
}
