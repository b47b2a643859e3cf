package io.concertmaster.form.view;

import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.FormElement.Field;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One of several from a list. */
final class SelectInput implements Input {
  /** What stands for no choice. */
  private static final Choice NONE = new Choice(null, "");

  private final ComboBox<Choice> list = new ComboBox<>();
  private @Nullable Object strange;

  SelectInput(Field field, Site site) {
    list.getItems().add(NONE);
    list.getItems().addAll(field.choices());
    list.setMaxWidth(Double.MAX_VALUE);
    list.setMinWidth(0);
    list.setDisable(field.readOnly());
    String choose = site.messages().say("choose");
    list.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Choice choice) {
            return choice == null || choice.equals(NONE)
                ? choose
                : site.texts().choice(field, choice);
          }

          @Override
          public Choice fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    list.setValue(NONE);
    list.valueProperty()
        .addListener((property, was, is) -> {
          strange = null;
          site.changed().run();
        });
  }

  @Override
  public Region node() {
    return list;
  }

  @Override
  public @Nullable Object value() {
    Choice chosen = list.getValue();
    return chosen == null || chosen.equals(NONE) ? strange : chosen.value();
  }

  @Override
  public void show(@Nullable Object value) {
    Choice found =
        list.getItems().stream()
            .filter(each -> !each.equals(NONE) && Objects.equals(each.value(), value))
            .findFirst()
            .orElse(NONE);
    list.setValue(found);
    strange = found.equals(NONE) ? value : null;
  }
}
