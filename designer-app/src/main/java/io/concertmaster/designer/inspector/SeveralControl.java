package io.concertmaster.designer.inspector;

import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/**
 * Several of a few named values, one check box each. Values of a file that are none of them have
 * boxes too, so that they are seen and can be taken out.
 */
final class SeveralControl implements PropertyControl {
  private final Site site;
  private final PropertyKind.Several kind;
  private final FlowPane pane = new FlowPane(14, 8);

  /** The boxes, by value. */
  private final Map<String, CheckBox> boxes = new LinkedHashMap<>();

  private boolean showing;

  SeveralControl(Site site, PropertyKind.Several kind) {
    this.site = site;
    this.kind = kind;
    pane.getStyleClass().add("several");
    pane.setPrefWrapLength(0);
    kind.options().forEach(this::add);
  }

  private CheckBox add(Option option) {
    CheckBox box = new CheckBox(option.label());
    if (!option.help().isEmpty()) {
      box.setTooltip(new Tooltip(option.help()));
    }
    box.selectedProperty()
        .addListener((property, was, is) -> {
          if (!showing) {
            site.context().alone(this::report);
          }
        });
    boxes.put(option.value(), box);
    pane.getChildren().add(box);
    return box;
  }

  private void report() {
    List<Object> chosen = new ArrayList<>();
    boxes.forEach((value, box) -> {
      if (box.isSelected()) {
        chosen.add(kind.numbers() && value.matches("-?[0-9]{1,9}") ? Long.valueOf(value) : value);
      }
    });
    site.report().accept(chosen.isEmpty() ? null : JsonArray.copyOf(chosen));
  }

  @Override
  public Node view() {
    return pane;
  }

  @Override
  public void show(@Nullable Object value) {
    List<String> given = Literals.texts(value, List::of);
    Map<String, String> wanted =
        given.stream()
            .collect(
                Collectors.toMap(
                    each -> each.toUpperCase(Locale.ROOT), each -> each, (one, same) -> one));
    showing = true;
    try {
      List<String> foreign =
          boxes.keySet().stream()
              .filter(
                  each -> kind.options().stream().noneMatch(option -> option.value().equals(each)))
              .toList();
      foreign.forEach(each -> pane.getChildren().remove(boxes.remove(each)));
      boxes.forEach(
          (each, box) -> box.setSelected(wanted.remove(each.toUpperCase(Locale.ROOT)) != null));
      wanted.values().forEach(each -> add(Option.of(each, each)).setSelected(true));
    } finally {
      showing = false;
    }
  }

  @Override
  public void focus() {
    boxes.values().stream().findFirst().ifPresent(CheckBox::requestFocus);
  }
}
