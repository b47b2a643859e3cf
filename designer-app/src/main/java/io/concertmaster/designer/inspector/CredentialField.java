package io.concertmaster.designer.inspector;

import io.concertmaster.designer.controls.Icons;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Where a node names a credential: those that fit, a way to make another one and to change the one
 * that is named. What they hold is never shown here.
 */
final class CredentialField extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

  private final CredentialSlot slot;
  private final List<Property> properties;
  private final SettingsContext context;
  private final CredentialAccess access;
  private final Consumer<NodeDefinition> report;
  private final ComboBox<String> chooser = new ComboBox<>();
  private final Button edit;
  private final ProblemLines problems;
  private Optional<NodeDefinition> node = Optional.empty();
  private boolean showing;

  /** Held here, so that the weak reference to it lives as long as the field. */
  private final InvalidationListener news = property -> showNames();

  /**
   * A field.
   *
   * @param properties of the node, beside which the slot applies
   * @param report gets the node with another credential
   */
  CredentialField(
      CredentialSlot slot,
      List<Property> properties,
      SettingsContext context,
      CredentialAccess access,
      Consumer<NodeDefinition> report) {
    this.slot = slot;
    this.properties = properties;
    this.context = context;
    this.access = access;
    this.report = report;
    getStyleClass().add("property-field");
    setId("credential-slot-" + slot.name());
    problems = new ProblemLines(context, slot.place(), problem -> false);
    edit = Icons.button("mdal-edit", "Edit this credential", this::change);
    edit.setId("credential-edit");
    edit.setMinWidth(USE_PREF_SIZE);
    Button create = Icons.button("mdal-add", "New credential", this::create);
    create.setId("credential-new");
    create.setMinWidth(USE_PREF_SIZE);
    chooser.setMaxWidth(Double.MAX_VALUE);
    chooser.setMinWidth(0);
    chooser.setPromptText("Choose a credential");
    chooser.setButtonCell(new NameCell(false));
    chooser.setCellFactory(list -> new NameCell(true));
    chooser
        .valueProperty()
        .addListener((property, was, is) -> {
          if (!showing) {
            choose(is == null ? "" : is);
          }
        });
    HBox.setHgrow(chooser, Priority.ALWAYS);
    HBox row = new HBox(chooser, edit, create);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("credential-row");
    getChildren().addAll(heading(), row, problems);
    access.known().addListener(new WeakInvalidationListener(news));
  }

  private HBox heading() {
    Label label = new Label(slot.label());
    label.getStyleClass().add("property-label");
    label.setLabelFor(chooser);
    HBox heading = new HBox(label);
    heading.getStyleClass().add("property-heading");
    heading.setAlignment(Pos.CENTER_LEFT);
    if (slot.required()) {
      heading.getChildren().add(PropertyField.requiredMark("The node cannot work without one"));
    }
    return heading;
  }

  CredentialSlot slot() {
    return slot;
  }

  /** Brings the keyboard to the chooser. */
  void focusChooser() {
    chooser.requestFocus();
  }

  /** Shows the credential that a node names. */
  void show(NodeDefinition shown) {
    node = Optional.of(shown);
    boolean applies = slot.applies(shown.parameters(), properties);
    setVisible(applies);
    setManaged(applies);
    showNames();
    problems.show();
  }

  private String named() {
    return node.map(each -> each.credentials().getOrDefault(slot.name(), "")).orElse("");
  }

  private void showNames() {
    Optional<Map<String, String>> known = access.known().getValue();
    String named = named();
    List<String> names = new ArrayList<>();
    known.ifPresent(types ->
        types.forEach((name, type) -> {
          if (slot.type(type).isPresent()) {
            names.add(name);
          }
        }));
    boolean here = names.contains(named);
    if (!named.isEmpty() && !here) {
      names.addFirst(named);
    }
    if (!named.isEmpty()) {
      names.add("");
    }
    showing = true;
    if (!chooser.getItems().equals(names)) {
      chooser.getItems().setAll(names);
    }
    chooser.setValue(named.isEmpty() ? null : named);
    showing = false;
    edit.setDisable(!here);
    chooser.pseudoClassStateChanged(WRONG, !named.isEmpty() && known.isPresent() && !here);
  }

  private void choose(String name) {
    node.ifPresent(now -> {
      Map<String, String> credentials = new LinkedHashMap<>(now.credentials());
      if (name.isEmpty()) {
        credentials.remove(slot.name());
      } else {
        credentials.put(slot.name(), name);
      }
      if (!credentials.equals(now.credentials())) {
        context.alone(() -> report.accept(now.withCredentials(credentials)));
      }
    });
  }

  private void change() {
    access.edit(slot, named());
  }

  /** A name that is not here yet is offered for the new one. */
  private void create() {
    boolean free = access.known().getValue().filter(types -> types.containsKey(named())).isEmpty();
    access.create(slot, free ? named() : "", this::choose);
  }

  /** A name, and in the list its type too. */
  private final class NameCell extends ListCell<String> {
    private final boolean withType;

    private NameCell(boolean withType) {
      this.withType = withType;
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
      super.updateItem(name, empty);
      if (empty || name == null) {
        setText(withType ? "" : chooser.getPromptText());
        return;
      }
      setText(
          name.isEmpty() ? "None" : withType && slot.types().size() > 1 ? name + type(name) : name);
    }

    private String type(String name) {
      return access
          .known()
          .getValue()
          .map(types -> types.get(name))
          .flatMap(slot::type)
          .map(CredentialType::label)
          .map(label -> "  ·  " + label)
          .orElse("  ·  not here");
    }
  }
}
