package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.Field;
import io.concertmaster.model.check.Problem;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A property in the inspector: its label, its value, help, and what is wrong with it. */
final class PropertyField extends VBox {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final Site site;
  private final ValueSlot slot;
  private final ProblemLines problems;
  private final Label label = new Label();

  PropertyField(Site site) {
    this.site = site;
    this.slot = new ValueSlot(site);
    this.problems = new ProblemLines(site.context(), site.path(), slot::tells);
    Property property = site.property();
    getStyleClass().add("property-field");
    setId("property-" + site.path());
    label.setText(property.label());
    label.getStyleClass().add("property-label");
    label.setLabelFor(slot);
    HBox heading = heading(property);
    boolean selfLabelled = property.kind() instanceof PropertyKind.Flag;
    boolean bare = selfLabelled || property.label().isEmpty();
    if (selfLabelled && slot.needsButtonBeside()) {
      HBox row = new HBox(slot, space(), slot.button());
      row.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(slot, Priority.SOMETIMES);
      getChildren().addAll(heading, row);
    } else {
      getChildren().addAll(heading, slot);
    }
    showHeading(heading, !bare);
    selfLabelledHeading(heading, selfLabelled);
    if (!property.help().isEmpty()) {
      Label help = new Label(property.help().replace("`", ""));
      help.getStyleClass().add("property-help");
      help.setWrapText(true);
      help.setMinHeight(USE_PREF_SIZE);
      getChildren().add(help);
    }
    getChildren().add(problems);
    slot.showButtonWith(this);
    takeDrops();
  }

  /** Shows a value: that of the workflow, or the default where it has none. */
  void show(@Nullable Object value) {
    slot.show(value == null ? site.property().defaultValue() : value);
    problems.show();
  }

  /** The place of the value. */
  ValueSlot slot() {
    return slot;
  }

  private HBox heading(Property property) {
    HBox heading = new HBox(label);
    heading.getStyleClass().add("property-heading");
    heading.setAlignment(Pos.CENTER_LEFT);
    label.setMinWidth(0);
    if (property.required()) {
      heading.getChildren().add(requiredMark("This setting must have a value"));
    }
    if (slot.needsButtonBeside() && !(property.kind() instanceof PropertyKind.Flag)) {
      slot.button().setMinWidth(USE_PREF_SIZE);
      heading.getChildren().addAll(space(), slot.button());
    }
    return heading;
  }

  /** Says beside a label that something has to be set, and why. */
  static Label requiredMark(String why) {
    Label mark = new Label("required");
    mark.getStyleClass().add("required-mark");
    mark.setTooltip(new Tooltip(why));
    mark.setMinWidth(USE_PREF_SIZE);
    return mark;
  }

  /** A switch carries its label itself; as an expression it needs the heading. */
  private void selfLabelledHeading(HBox heading, boolean selfLabelled) {
    if (selfLabelled) {
      slot.button().visibleProperty().addListener((property, was, is) -> showHeading(heading, !is));
    }
  }

  private static void showHeading(HBox heading, boolean shown) {
    heading.setVisible(shown);
    heading.setManaged(shown);
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private void takeDrops() {
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_ENTERED,
        event -> pseudoClassStateChanged(DROP, InputFields.dragged(event).isPresent()));
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_EXITED, event -> pseudoClassStateChanged(DROP, false));
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_RELEASED,
        event -> {
          pseudoClassStateChanged(DROP, false);
          InputFields.dragged(event).ifPresent(this::dropped);
          event.consume();
        });
  }

  private void dropped(Field field) {
    if (!PropertyControls.isComposite(site.property().kind())) {
      slot.receive(field);
    }
  }

  /** The problems of a node at one setting. */
  static List<Problem> at(List<Problem> problems, String path) {
    return problems.stream().filter(problem -> problem.property().equals(path)).toList();
  }
}
