package io.concertmaster.form.build;

import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.node.data.Json;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the form is in its file: the schema of the answer, the layout, or the whole file. */
final class SchemaPane extends VBox {
  private final Building building;
  private final Segments part = new Segments("Data", "Layout", "File");
  private final FormDesk.JsonReader reader;

  SchemaPane(Building building) {
    this.building = building;
    this.reader = building.desk().jsonReader();
    getStyleClass().add("schema-pane");
    part.setId("schema-part");
    part.setMinWidth(240);
    part.setMaxWidth(240);
    Label hint = new Label("To read only. It is written as you build.");
    hint.getStyleClass().add("muted");
    HBox bar = new HBox(16, part, hint);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("view-bar");
    VBox.setVgrow(reader.node(), Priority.ALWAYS);
    getChildren().addAll(bar, reader.node());
    part.chosen().subscribe(chosen -> draw());
  }

  /** Shows the form as it is now. */
  void draw() {
    Form form = building.form();
    reader.show(
        switch (part.chosen().get()) {
          case 0 -> Json.writePretty(form.schema());
          case 1 -> Json.writePretty(form.ui());
          default -> FormFiles.write(form);
        });
  }
}
