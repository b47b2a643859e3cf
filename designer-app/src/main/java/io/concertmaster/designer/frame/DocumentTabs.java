package io.concertmaster.designer.frame;

import io.concertmaster.designer.document.FormDocument;
import io.concertmaster.designer.document.OpenDocument;
import io.concertmaster.designer.document.OpenDocuments;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tabs of the open documents: name, a dot while there is something to save, a cross. */
final class DocumentTabs extends HBox {
  private final OpenDocuments documents;
  private final Consumer<OpenDocument<?>> closed;

  DocumentTabs(OpenDocuments documents, Consumer<OpenDocument<?>> closed) {
    this.documents = documents;
    this.closed = closed;
    getStyleClass().add("document-tabs");
    documents.all().addListener((ListChangeListener<OpenDocument<?>>) change -> rebuild());
    documents.active().addListener((property, before, now) -> rebuild());
    rebuild();
  }

  private void rebuild() {
    getChildren().setAll(documents.all().stream().map(this::tab).toList());
  }

  private HBox tab(OpenDocument<?> document) {
    Label name = new Label();
    name.textProperty().bind(document.title());
    name.setMaxWidth(200);
    Region dot = new Region();
    dot.getStyleClass().add("dirty-dot");
    dot.visibleProperty().bind(document.dirty());
    Button cross = new Button(null, new FontIcon("mdal-close"));
    cross.getStyleClass().add("tab-close");
    cross.setFocusTraversable(false);
    cross.setAccessibleText("Close tab");
    cross.setOnAction(event -> closed.accept(document));
    if (document instanceof FormDocument) { // it often has the name of its workflow
      name.setGraphic(new FontIcon("mdal-list_alt"));
      name.accessibleTextProperty().bind(document.title().map(title -> title + ", form"));
    }
    StackPane end = new StackPane(dot, cross);
    end.getStyleClass().add("tab-end");
    HBox tab = new HBox(name, end);
    tab.getStyleClass().add("document-tab");
    boolean front = documents.active().get().equals(document);
    if (front) {
      tab.getStyleClass().add("front");
    }
    // The cross takes the dot's place while the pointer is on the tab.
    cross.visibleProperty().bind(tab.hoverProperty());
    dot.opacityProperty().bind(Bindings.when(tab.hoverProperty()).then(0.0).otherwise(1.0));
    tab.setOnMousePressed(press -> {
      if (press.getButton() == MouseButton.MIDDLE) {
        closed.accept(document);
      } else {
        documents.activate(document);
      }
    });
    Tooltip whole = new Tooltip();
    whole
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> document.file().get().map(Path::toString).orElseGet(document.title()::get),
                document.file(),
                document.title()));
    Tooltip.install(tab, whole);
    return tab;
  }
}
