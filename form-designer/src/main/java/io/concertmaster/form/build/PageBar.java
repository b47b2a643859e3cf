package io.concertmaster.form.build;

import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.edit.Part;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** The pages of the form, of which one is in sight. */
final class PageBar extends FlowPane {
  private final Building building;
  private final Runnable chosen;

  /**
   * Of a form.
   *
   * @param chosen what happens when a page is chosen: keys go to the form then
   */
  PageBar(Building building, Runnable chosen) {
    super(8, 8);
    this.building = building;
    this.chosen = chosen;
    getStyleClass().add("page-bar");
    setAlignment(Pos.CENTER);
  }

  void draw() {
    getChildren().clear();
    List<Page> pages = building.pages();
    if (pages.size() > 1) {
      for (int i = 0; i < pages.size(); i++) {
        getChildren().add(pill(pages.get(i), i + 1));
      }
    }
    Button add = new Button("+ Page");
    add.setId("page-add");
    add.getStyleClass().setAll("page-pill", "add");
    add.setOnAction(event -> building.add(Part.PAGE));
    getChildren().add(add);
  }

  private ToggleButton pill(Page page, int number) {
    String heading = building.texts().heading(page);
    ToggleButton pill = new ToggleButton(number + " " + heading);
    pill.getStyleClass().setAll("page-pill");
    pill.setId("page-" + number);
    pill.setMaxWidth(200);
    pill.setTooltip(new Tooltip(heading));
    pill.setAccessibleRole(AccessibleRole.TAB_ITEM);
    pill.setSelected(page.at().equals(building.page().get()));
    pill.setOnAction(event -> {
      building.choose(page.at());
      chosen.run();
    });
    return pill;
  }
}
