package io.concertmaster.form.build;

import io.concertmaster.form.view.ColumnsPane;
import io.concertmaster.form.view.FieldSample;
import io.concertmaster.form.view.FormView;
import io.concertmaster.form.view.MarkdownText;
import io.concertmaster.forms.Accent;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.edit.AddElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page in sight as it will look, each of its elements to be chosen and dragged. */
final class BuildSheet extends StackPane {
  private final Building building;
  private final PartDrag<ElementPath> drag;
  private final VBox paper = new VBox();
  private final Pane marks = new Pane();
  private final Region line = new Region();
  private final Map<ElementPath, ElementCard> cards = new LinkedHashMap<>();
  private final List<DropZone> zones = new ArrayList<>();
  private RuleWords rules;

  BuildSheet(Building building, PartDrag<ElementPath> drag) {
    this.building = building;
    this.drag = drag;
    this.rules = new RuleWords(List.of(), building.texts());
    getStyleClass().add("build-sheet");
    getStylesheets().add(FormView.stylesheet());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText("The form");
    paper.getStyleClass().addAll("form-view", "paper");
    line.getStyleClass().add("drop-line");
    line.setVisible(false);
    line.setManaged(false);
    marks.getChildren().add(line);
    marks.setMouseTransparent(true);
    getChildren().addAll(paper, marks);
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          chooseNothing();
          press.consume();
        });
  }

  /** Takes the keyboard, for the form as a whole. */
  void chooseNothing() {
    requestFocus();
    building.chosen().set(Optional.empty());
  }

  /** Draws the page in sight anew. */
  void draw() {
    cards.clear();
    zones.clear();
    FormTexts texts = building.texts();
    rules = new RuleWords(building.layout().fields(), texts);
    paper.setStyle("-form-accent: #" + Accent.of(building.form().theme()).hex() + ";");
    paper.getChildren().setAll(wrapped(texts.title(), "form-title"));
    texts
        .find("form.description")
        .ifPresent(text -> paper.getChildren().add(wrapped(text, "form-lead")));
    FormElement shown =
        building.layout().element(building.page().get()).orElseGet(() -> building.layout().root());
    if (shown instanceof Page page && !texts.heading(page).isBlank()) {
      paper.getChildren().add(wrapped(texts.heading(page), "page-heading"));
    }
    paper.getChildren().add(AddElement.holds(shown) ? container(shown, texts) : card(shown, texts));
    mark();
  }

  private static Label wrapped(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  /** What elements stand in, with room to drop others. */
  private Region container(FormElement around, FormTexts texts) {
    List<ElementCard> within = around.elements().stream().map(each -> card(each, texts)).toList();
    boolean across = around instanceof FormElement.Columns;
    Region box;
    if (within.isEmpty()) {
      box = empty(around);
    } else if (across) {
      box = new ColumnsPane(within, 0);
    } else {
      VBox stack = new VBox();
      stack.getStyleClass().add("card-stack");
      stack.getChildren().addAll(within);
      box = stack;
    }
    zones.add(new DropZone(around.at(), box, List.copyOf(within), across));
    return box;
  }

  private VBox empty(FormElement around) {
    boolean whole = around.at().equals(building.page().get());
    Label title = new Label(whole ? "Nothing on this page yet" : "Drop a field here");
    title.getStyleClass().add("empty-title");
    VBox box = new VBox(title);
    if (whole) {
      box.getChildren()
          .add(
              wrapped(
                  "Drag a field from the left, or choose one with the arrow keys and press Enter. What"
                      + " you see here is what people will fill in.",
                  "empty-hint"));
    }
    box.getStyleClass().addAll("empty-drop", whole ? "whole" : "part");
    return box;
  }

  private ElementCard card(FormElement element, FormTexts texts) {
    ElementCard card = new ElementCard(element, content(element, texts), signs(element));
    card.setAccessibleText(PartLook.kind(element) + " " + RuleWords.name(element, texts));
    cards.put(element.at(), card);
    card.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> press(card, press));
    return card;
  }

  private void press(ElementCard card, MouseEvent press) {
    ElementPath at = card.element().at();
    if (press.getButton() == MouseButton.PRIMARY) {
      requestFocus();
      building.choose(at);
      if (Building.canMove(at)) {
        HandDrag.begin(this, at, drag, press);
      }
      press.consume();
    }
  }

  private Node content(FormElement element, FormTexts texts) {
    return switch (element) {
      case Field field when field.detail().isPresent() -> group(field, texts);
      case Field field when field.kind() == FieldKind.HIDDEN ->
          wrapped("Hidden: " + texts.label(field), "muted");
      case Field field -> FieldSample.of(field, texts);
      case FormElement.Words words -> MarkdownText.of(texts.words(words));
      case FormElement.Section section -> {
        VBox box =
            new VBox(wrapped(texts.heading(section), "section-heading"), container(section, texts));
        box.getStyleClass().addAll("form-section", "lays-out");
        yield box;
      }
      case FormElement.Columns _, FormElement.Stack _, FormElement.Page _ -> {
        Region box = container(element, texts);
        yield box;
      }
      case FormElement.Pages _, FormElement.Unknown _ ->
          wrapped("This part is not known here. It stays as it is in the file.", "muted");
    };
  }

  private GroupSample group(Field field, FormTexts texts) {
    FormElement detail = field.detail().orElseThrow();
    Region inner = AddElement.holds(detail) ? container(detail, texts) : card(detail, texts);
    return new GroupSample(field, texts, inner);
  }

  private List<String> signs(FormElement element) {
    List<String> signs = new ArrayList<>();
    element.rule().ifPresent(rule -> signs.add(rules.sign(rule)));
    if (element instanceof Field field) {
      Requirements.about(building, field)
          .forEach(each -> signs.add("required when " + rules.condition(each.when())));
      if (field.kind() == FieldKind.REPEATED) {
        String most = field.limit("maxItems").map(String::valueOf).orElse("any");
        signs.add("repeats " + field.limit("minItems").orElse(0L) + "–" + most);
      }
      if (field.readOnly()) {
        signs.add("read only");
      }
    }
    return signs;
  }

  /** Shows what is chosen. */
  void mark() {
    Optional<ElementPath> chosen = building.chosen().get();
    cards.forEach((at, card) -> card.choose(chosen.filter(at::equals).isPresent()));
  }

  /** Up and down go from element to element. */
  private void step(KeyEvent key) {
    if (key.isAltDown() || key.isShortcutDown() || key.isShiftDown()) {
      return;
    }
    int by =
        switch (key.getCode()) {
          case DOWN -> 1;
          case UP -> -1;
          default -> 0;
        };
    List<ElementPath> order = order();
    if (by != 0 && !order.isEmpty()) {
      int at = building.chosen().get().map(order::indexOf).orElse(-1);
      int next =
          at < 0 ? (by > 0 ? 0 : order.size() - 1) : Math.clamp(at + by, 0, order.size() - 1);
      building.choose(order.get(next));
      key.consume();
    }
  }

  /** All elements of the page in sight, in reading order. */
  private List<ElementPath> order() {
    List<ElementPath> order = new ArrayList<>(cards.keySet());
    order.sort(BuildSheet::inOrder);
    return order;
  }

  private static int inOrder(ElementPath one, ElementPath other) {
    int shorter = Math.min(one.steps().size(), other.steps().size());
    for (int i = 0; i < shorter; i++) {
      int difference = Integer.compare(one.steps().get(i), other.steps().get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(one.steps().size(), other.steps().size());
  }

  /** Where something that is let go of at a point of the scene would come to stand. */
  Optional<Building.Place> place(double sceneX, double sceneY) {
    Point2D own = sceneToLocal(sceneX, sceneY);
    if (!contains(own)) {
      return Optional.empty();
    }
    return zone(sceneX, sceneY).map(zone -> zone.place(sceneX, sceneY));
  }

  private Optional<DropZone> zone(double sceneX, double sceneY) {
    Optional<DropZone> deepest = Optional.empty();
    for (DropZone each : zones) {
      int depth = each.at().steps().size();
      if (each.holds(sceneX, sceneY)
          && deepest.map(found -> found.at().steps().size() < depth).orElse(true)) {
        deepest = Optional.of(each);
      }
    }
    return deepest.or(
        () -> zones.stream().filter(each -> each.at().equals(building.page().get())).findFirst());
  }

  /** Draws the line at which a drop would insert; takes it away where nothing can be dropped. */
  void showDrop(Optional<Building.Place> place) {
    Optional<Bounds> bounds =
        place.flatMap(each ->
            zones.stream()
                .filter(zone -> zone.at().equals(each.parent()))
                .findFirst()
                .map(zone -> zone.line(each.position())));
    line.setVisible(bounds.isPresent());
    bounds.ifPresent(scene -> {
      Bounds own = marks.sceneToLocal(scene);
      line.resizeRelocate(
          Math.rint(own.getMinX()),
          Math.rint(own.getMinY()),
          Math.max(2, Math.rint(own.getWidth())),
          Math.max(2, Math.rint(own.getHeight())));
    });
  }

  /** The card of an element, where it is in sight. */
  Optional<ElementCard> card(ElementPath at) {
    return Optional.ofNullable(cards.get(at));
  }
}
