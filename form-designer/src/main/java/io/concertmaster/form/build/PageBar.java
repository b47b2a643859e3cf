package io.concertmaster.form.build;

import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.edit.Part;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/**
 * The pages of the form, of which one is in sight; of many pages, some lines and the rest below.
 */
final class PageBar extends RevealingPane {
  /** Three lines of pages: what is higher would leave no room for the form. */
  private static final double HIGHEST = 120;

  private final Building building;
  private final Runnable chosen;
  private final FlowPane pills = new FlowPane(8, 8);

  /**
   * Of a form.
   *
   * @param chosen what happens when a page is chosen: keys go to the form then
   */
  PageBar(Building building, Runnable chosen) {
    this.building = building;
    this.chosen = chosen;
    pills.getStyleClass().add("page-bar");
    pills.setAlignment(Pos.CENTER);
    pills.setMinWidth(0); // else as wide as the longest heading
    setContent(pills);
    setMinWidth(0);
    getStyleClass().add("page-scroll");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.min(HIGHEST, pills.prefHeight(width));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  void draw() {
    pills.getChildren().clear();
    List<Page> pages = building.pages();
    if (pages.size() > 1) {
      for (int i = 0; i < pages.size(); i++) {
        ToggleButton pill = pill(pages.get(i), i + 1);
        pills.getChildren().add(pill);
        if (pill.isSelected()) {
          Platform.runLater(() -> reveal(pill));
        }
      }
    }
    Button add = new Button("+ Page");
    add.setId("page-add");
    add.getStyleClass().setAll("page-pill", "add");
    add.setOnAction(event -> building.add(Part.PAGE));
    pills.getChildren().add(add);
  }

  private ToggleButton pill(Page page, int number) {
    String heading = building.texts().heading(page);
    ToggleButton pill = new ToggleButton(number + " " + heading.replaceAll("\\s+", " "));
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
