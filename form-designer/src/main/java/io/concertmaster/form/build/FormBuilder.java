package io.concertmaster.form.build;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.edit.Part;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Builds forms: parts on the left, the form in the middle as it will look, what is chosen on the
 * right. It changes nothing itself: every change is an edit that its desk applies.
 */
public final class FormBuilder extends StackPane {
  private static final double SIDE = 248;
  private static final double PANEL = 372;

  /** So narrow the sides become before the middle does, which needs room for its bar. */
  private static final double LEAST_SIDE = 168;

  private static final double LEAST_PANEL = 272;
  private static final double MIDDLE = 450;

  /** In the order of their segments. */
  private static final List<View> VIEWS = List.of(View.values());

  /** What stands in the middle. */
  public enum View {
    BUILD,
    PREVIEW,
    TEXTS,
    SCHEMA
  }

  private final Building building;
  private final Segments views = new Segments("Build", "Preview", "Texts", "Schema");
  private final ComboBox<String> language = new ComboBox<>();
  private final StackPane middle = new StackPane();
  private final PageBar pages;
  private final BuildSheet sheet;
  private final SheetScroll scroll;
  private final PropertyPanel panel;
  private final FieldPalette palette;
  private final PreviewPane preview;
  private final TextsTable texts;
  private final SchemaPane schema;
  private final VBox canvas;
  private final DragLayer drags;
  private final ReadOnlyBooleanWrapper chosen = new ReadOnlyBooleanWrapper();
  private boolean waiting;
  private boolean languagesChange;

  /** On a desk. */
  public FormBuilder(FormDesk desk) {
    building = new Building(desk);
    getStyleClass().add("form-builder");
    getStylesheets()
        .add(
            Objects.requireNonNull(FormBuilder.class.getResource("form-builder.css"))
                .toExternalForm());
    drags = new DragLayer(building);
    palette = new FieldPalette(building::add, drags.ofParts());
    sheet = new BuildSheet(building, drags.ofElements());
    scroll = new SheetScroll(sheet, sheet::chooseNothing);
    drags.over(sheet, scroll);
    pages = new PageBar(building, sheet::requestFocus);
    panel = new PropertyPanel(building);
    preview = new PreviewPane(building);
    texts = new TextsTable(building);
    schema = new SchemaPane(building);
    canvas = canvas();
    getChildren().addAll(split(), drags);
    views.setId("form-views");
    views.chosen().subscribe(view -> showView());
    building
        .page()
        .subscribe(page -> {
          scroll.setVvalue(0);
          redraw();
        });
    building.language().subscribe(tag -> redraw());
    building
        .chosen()
        .subscribe(at -> {
          sheet.mark();
          reveal();
          chosen.set(building.chosen().get().filter(Building::canMove).isPresent());
        });
    desk.form().subscribe(form -> redraw());
    redrawNow();
  }

  private SplitPane split() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    views.setMinWidth(284);
    views.setMaxWidth(320);
    language.setMinWidth(96);
    language.setId("form-language");
    language.setAccessibleText("The language in which the form is shown");
    language.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String tag) {
            return tag == null ? "" : FormRows.name(tag);
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    language
        .valueProperty()
        .addListener((property, was, is) -> {
          if (!languagesChange && is != null) {
            building.language().set(is);
          }
        });
    HBox bar = new HBox(12, views, space, language);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("builder-bar");
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox center = new VBox(bar, middle);
    palette.setMinWidth(LEAST_SIDE);
    panel.setMinWidth(LEAST_PANEL);
    center.setMinWidth(MIDDLE);
    SplitPane inner = new SplitPane(palette, center, panel);
    SplitPane.setResizableWithParent(palette, false);
    SplitPane.setResizableWithParent(panel, false);
    widthProperty()
        .addListener((property, was, is) -> {
          if (was.doubleValue() == 0 && is.doubleValue() > 0) {
            double width = is.doubleValue();
            double side = Math.clamp(width - PANEL - MIDDLE, LEAST_SIDE, SIDE);
            double right = Math.clamp(width - side - MIDDLE, LEAST_PANEL, PANEL);
            inner.setDividerPositions(side / width, (width - right) / width);
          }
        });
    return inner;
  }

  private VBox canvas() {
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox box = new VBox(pages, scroll);
    box.getStyleClass().add("build-canvas");
    return box;
  }

  /** Where the keys for elements work: the form itself. */
  public Node keyArea() {
    return sheet;
  }

  /** Whether an element is chosen that can be moved or deleted. */
  public ReadOnlyBooleanProperty hasChosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Adds a part behind what is chosen. */
  public void add(Part part) {
    show(View.BUILD);
    building.add(part);
  }

  /** Moves what is chosen up ({@code -1}) or down ({@code 1}). */
  public void moveChosen(int by) {
    new KeyMoves(building).step(by);
  }

  /** Moves what is chosen into the section, columns or group right before it, or right behind. */
  public void moveChosenIn() {
    new KeyMoves(building).in();
  }

  /** Moves what is chosen out of the section, columns or group in which it stands. */
  public void moveChosenOut() {
    new KeyMoves(building).out();
  }

  /** Deletes what is chosen, with its field. */
  public void deleteChosen() {
    building.deleteChosen();
  }

  /** Puts a copy behind what is chosen. */
  public void duplicateChosen() {
    building.duplicateChosen();
  }

  /** Brings the keyboard to the first property of what is chosen. */
  public void editChosen() {
    panel.focusFirst();
  }

  /** Brings the keyboard to the search field of the parts. */
  public void focusSearch() {
    palette.focusSearch();
  }

  /** Shows another view in the middle. */
  public void show(View view) {
    views.choose(VIEWS.indexOf(view));
  }

  /** Shows how the form looks on a phone. */
  public void showPhone() {
    show(View.PREVIEW);
    preview.phone();
  }

  /** Brings the checks into sight. */
  public void showChecks() {
    panel.showChecks();
  }

  /**
   * Chooses an element by the name of its field, or by the key of its texts; whether there is one.
   */
  public boolean choose(String name) {
    Optional<ElementPath> found = find(building.layout().root(), name);
    found.ifPresent(building::choose);
    return found.isPresent();
  }

  private static Optional<ElementPath> find(FormElement element, String name) {
    boolean is =
        switch (element) {
          case FormElement.Field field ->
              field.scope().key().equals(name) || field.key().equals(name);
          case FormElement.Page page -> page.key().equals(name);
          case FormElement.Section section -> section.key().equals(name);
          case FormElement.Words words -> words.key().equals(name);
          default -> false;
        };
    if (is) {
      return Optional.of(element.at());
    }
    if (element instanceof FormElement.Field field && field.detail().isPresent()) {
      return find(field.detail().get(), name);
    }
    return element.elements().stream().flatMap(each -> find(each, name).stream()).findFirst();
  }

  private void showView() {
    Node shown =
        switch (VIEWS.get(views.chosen().get())) {
          case BUILD -> canvas;
          case PREVIEW -> preview;
          case TEXTS -> texts;
          case SCHEMA -> schema;
        };
    middle.getChildren().setAll(shown);
    drawView();
    reveal();
  }

  /** Brings what is chosen into sight once it is drawn; where a hand presses it, it is. */
  private void reveal() {
    Platform.runLater(() -> {
      if (!sheet.isPressed()) {
        building.chosen().get().flatMap(sheet::card).ifPresent(scroll::reveal);
      }
    });
  }

  /** Many changes before the next frame are drawn once. */
  private void redraw() {
    if (!waiting) {
      waiting = true;
      Platform.runLater(this::redrawNow);
    }
  }

  private void redrawNow() {
    waiting = false;
    List<String> tags = FormTexts.languages(building.form());
    languagesChange = true;
    if (!language.getItems().equals(tags)) {
      language.getItems().setAll(tags);
    }
    language.setValue(building.language().get());
    language.setVisible(tags.size() > 1);
    languagesChange = false;
    panel.follow();
    drawView();
  }

  private void drawView() {
    switch (VIEWS.get(views.chosen().get())) {
      case BUILD -> {
        pages.draw();
        sheet.draw();
      }
      case PREVIEW -> preview.draw();
      case TEXTS -> texts.draw();
      case SCHEMA -> schema.draw();
    }
  }
}
