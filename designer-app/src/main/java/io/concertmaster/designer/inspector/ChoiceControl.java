package io.concertmaster.designer.inspector;

import io.concertmaster.designer.controls.OptionText;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One of a few named values; the list shows what each means. */
final class ChoiceControl implements PropertyControl {
  private final List<Option> options;
  private final ComboBox<Option> combo = new ComboBox<>();
  private boolean showing;

  ChoiceControl(Site site, PropertyKind.Choice kind) {
    this(kind.options(), value -> site.context().alone(() -> site.report().accept(value)));
  }

  /** A choice among options. */
  ChoiceControl(List<Option> options, Consumer<String> report) {
    this.options = options;
    combo.getItems().setAll(options);
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setMinWidth(0);
    combo.setVisibleRowCount(14);
    combo.setConverter(new OptionText());
    combo.setCellFactory(list -> new OptionCell());
    combo
        .valueProperty()
        .addListener((property, was, is) -> {
          if (!showing && is != null) {
            report.accept(is.value());
          }
        });
  }

  private static Option unknown(String value) {
    return Option.of(value, value);
  }

  @Override
  public Node view() {
    return combo;
  }

  @Override
  public void show(@Nullable Object value) {
    showing = true;
    if (value == null) {
      combo.setValue(null);
    } else {
      String wanted = value.toString();
      combo.setValue(
          options.stream()
              .filter(option -> option.value().equals(wanted))
              .findFirst()
              .orElseGet(() -> unknown(wanted)));
    }
    showing = false;
  }

  @Override
  public void focus() {
    combo.requestFocus();
  }

  private static final class OptionCell extends ListCell<Option> {
    private final Label label = new Label();
    private final Label help = new Label();
    private final VBox box = new VBox(label, help);

    private OptionCell() {
      box.getStyleClass().add("option");
      help.getStyleClass().add("option-help");
      help.setWrapText(true);
      help.setMaxWidth(300);
    }

    @Override
    protected void updateItem(@Nullable Option option, boolean empty) {
      super.updateItem(option, empty);
      if (empty || option == null) {
        setGraphic(null);
        return;
      }
      label.setText(option.label());
      help.setText(option.help());
      help.setVisible(!option.help().isEmpty());
      help.setManaged(!option.help().isEmpty());
      setGraphic(box);
    }
  }
}
