package io.concertmaster.form.build;

import io.concertmaster.form.view.FormView;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The form as people will fill it in, on a desktop or a phone; what is filled in stays here. */
final class PreviewPane extends VBox {
  private static final double PHONE = 390;
  private static final double DESKTOP = 720;

  private final Building building;
  private final Segments device = new Segments("Desktop", "Phone");
  private final StackPane stage = new StackPane();
  private final Label outcome = new Label();
  private JsonObject answer = JsonObject.empty();

  PreviewPane(Building building) {
    this.building = building;
    getStyleClass().add("preview-pane");
    device.setId("preview-device");
    device.setMaxWidth(200);
    device.setMinWidth(200);
    outcome.getStyleClass().add("outcome");
    outcome.setId("preview-outcome");
    outcome.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(16, device, outcome, space);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("view-bar");
    stage.getStyleClass().add("preview-stage");
    ScrollPane scroll = new ScrollPane(stage);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("canvas-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(bar, scroll);
    device.chosen().subscribe(chosen -> draw());
  }

  /** Shows the form on a phone. */
  void phone() {
    device.choose(1);
  }

  /** Shows the form as it is now. */
  void draw() {
    outcome.setText("");
    stage.getChildren().clear();
    FormCheck check;
    try {
      check = FormCheck.of(building.form());
    } catch (FormException e) {
      Label wrong = new Label(e.getMessage());
      wrong.setWrapText(true);
      wrong.getStyleClass().add("refused");
      stage.getChildren().add(wrong);
      return;
    }
    FormView view =
        new FormView(check, List.of(building.language().get()), () -> building.desk().chooseFile());
    view.fill(check.begun(answer));
    view.show(Math.clamp(pageInSight(), 0, view.pages() - 1));
    view.onChanged(now -> {
      answer = now;
      outcome.setText("");
    });
    view.onSubmitted(checked -> outcome.setText("Accepted: " + Json.write(checked.answer())));
    boolean phone = device.chosen().get() == 1;
    view.setMaxWidth(phone ? PHONE : DESKTOP);
    view.setMinHeight(phone ? 640 : 0);
    view.setMaxHeight(Region.USE_PREF_SIZE);
    view.getStyleClass().add(phone ? "phone" : "desktop");
    StackPane.setAlignment(view, Pos.TOP_CENTER);
    stage.getChildren().add(view);
  }

  private int pageInSight() {
    return building.page().get().isRoot() ? 0 : building.page().get().steps().getFirst();
  }
}
