package io.concertmaster.form.build;

import io.concertmaster.forms.FormAudit;
import io.concertmaster.forms.FormFinding;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is chosen, with all that can be set about it; the form as a whole where nothing is. */
final class PropertyPanel extends VBox {
  private final Building building;
  private final Label title = new Label();
  private final Label kind = new Label();
  private final Label refused = new Label();
  private final Segments tabs = new Segments("Field", "Rules", "Checks");
  private final StackPane body = new StackPane();
  private final CheckList checks;
  private List<FormFinding> findings = List.of();
  private Optional<Rows> rows = Optional.empty();
  private Optional<RuleCards> rules = Optional.empty();
  private Built built = new Built(Optional.empty(), "", -1);

  /** For what the panel was made; where it is the same, values are only read anew. */
  private record Built(Optional<ElementPath> at, String kind, int tab) {}

  PropertyPanel(Building building) {
    this.building = building;
    this.checks = new CheckList(building);
    getStyleClass().add("property-panel");
    title.getStyleClass().add("panel-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    kind.getStyleClass().add("muted");
    refused.getStyleClass().add("refused");
    refused.setWrapText(true);
    refused.setMinHeight(USE_PREF_SIZE);
    refused.textProperty().bind(building.refused());
    refused.visibleProperty().bind(refused.textProperty().isNotEmpty());
    refused.managedProperty().bind(refused.visibleProperty());
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox head = new VBox(title, kind, tabs, refused);
    head.getStyleClass().add("panel-top");
    getChildren().addAll(head, scroll);
    tabs.setId("property-tabs");
    tabs.chosen().subscribe(tab -> refresh());
    building.chosen().subscribe(at -> refresh());
    building.language().subscribe(language -> refresh());
  }

  /** Looks the form over and shows what is chosen as it is now. */
  void follow() {
    findings = FormAudit.of(building.form());
    refresh();
  }

  /** What there is to say about the form. */
  List<FormFinding> findings() {
    return findings;
  }

  /** Brings the checks into sight. */
  void showChecks() {
    tabs.choose(2);
  }

  /** Puts the keyboard into the first property. */
  void focusFirst() {
    tabs.choose(0);
    Node first = body.lookup(".text-input");
    if (first instanceof TextInputControl text) {
      text.requestFocus();
      text.selectAll();
    }
  }

  private void refresh() {
    Optional<FormElement> element = building.element();
    head(element);
    Built now =
        new Built(
            element.map(FormElement::at),
            element.map(PropertyPanel::signature).orElse("Form")
                + " in "
                + building.language().get()
                + (building.form().texts().size() < 2 ? "" : " of several"),
            tabs.chosen().get());
    boolean typing = isTyping();
    switch (tabs.chosen().get()) {
      case 1 -> {
        boolean current = rules.map(RuleCards::isCurrent).orElse(false);
        if (!typing || !current || !now.equals(built)) {
          Optional<String> focused = focused();
          rules = element.map(each -> new RuleCards(building, each));
          body.getChildren().setAll(rules.<Node>map(each -> each).orElseGet(this::noRules));
          focused.map(id -> body.lookup("#" + id)).ifPresent(Node::requestFocus);
        }
      }
      case 2 -> {
        checks.show(findings);
        body.getChildren().setAll(checks);
      }
      default -> {
        if (now.equals(built) && rows.isPresent()) {
          rows.get().refresh();
        } else {
          Rows made =
              element
                  .map(each -> new FieldRows(building, each).rows())
                  .orElseGet(() -> new FormRows(building).rows());
          rows = Optional.of(made);
          body.getChildren().setAll(made);
        }
      }
    }
    built = now;
  }

  /** What the controls depend on; their values are read anew. */
  private static String signature(FormElement element) {
    String kind = PartLook.kind(element);
    boolean number =
        element instanceof Field field
            && (field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.INTEGER);
    boolean choice =
        element instanceof Field field
            && (field.kind() == FieldKind.SELECT || field.kind() == FieldKind.RADIO);
    return number ? "Number" : choice ? "Choice" : kind;
  }

  /** The id of the control here that has the keyboard, which it keeps when it is made anew. */
  private Optional<String> focused() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    return owner != null && isWithin(owner) ? Optional.ofNullable(owner.getId()) : Optional.empty();
  }

  private boolean isTyping() {
    return getScene() != null
        && getScene().getFocusOwner() instanceof TextInputControl owner
        && isWithin(owner);
  }

  private boolean isWithin(Node node) {
    Node at = node;
    while (at != null && at != this) {
      at = at.getParent();
    }
    return at == this;
  }

  private VBox noRules() {
    Label hint = new Label("Choose a field, a section or a page: rules say when it is shown.");
    hint.setWrapText(true);
    hint.getStyleClass().add("muted");
    VBox box = new VBox(hint);
    box.getStyleClass().add("property-rows");
    return box;
  }

  private void head(Optional<FormElement> element) {
    title.setText(
        element
            .map(each -> RuleWords.name(each, building.texts()))
            .orElseGet(() -> building.texts().title()));
    kind.setText(
        element
            .map(each ->
                PartLook.kind(each)
                    + (each instanceof Field field ? " · " + field.scope().key() : ""))
            .orElse("Form · " + building.form().id()));
    tabs.title(0, element.isPresent() ? "Settings" : "Form");
    int rules = element.map(each -> RuleCards.count(building, each)).orElse(0);
    tabs.title(1, rules == 0 ? "Rules" : "Rules " + rules);
    tabs.title(2, findings.isEmpty() ? "Checks" : "Checks " + findings.size());
  }
}
