package io.concertmaster.form.build;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.edit.Part;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** What is being dragged, over everything else: its name follows the pointer to the sheet. */
final class DragLayer extends Pane {
  private final Building building;
  private @Nullable BuildSheet sheet;
  private @Nullable Label ghost;

  DragLayer(Building building) {
    this.building = building;
    setMouseTransparent(true);
  }

  /** Lets things be dropped on a sheet. */
  void over(BuildSheet where) {
    sheet = where;
  }

  /** Follows parts on their way from the palette. */
  PartDrag<Part> ofParts() {
    return new PartDrag<>() {
      @Override
      public void moved(Part part, double sceneX, double sceneY) {
        follow(part.label(), sceneX, sceneY);
      }

      @Override
      public void dropped(Part part, double sceneX, double sceneY) {
        end(sceneX, sceneY)
            .ifPresent(place -> building.add(part, place.parent(), place.position()));
      }
    };
  }

  /** Follows elements on their way to another place. */
  PartDrag<ElementPath> ofElements() {
    return new PartDrag<>() {
      @Override
      public void moved(ElementPath at, double sceneX, double sceneY) {
        building
            .layout()
            .element(at)
            .ifPresent(each -> follow(RuleWords.name(each, building.texts()), sceneX, sceneY));
      }

      @Override
      public void dropped(ElementPath at, double sceneX, double sceneY) {
        end(sceneX, sceneY).ifPresent(place -> building.move(at, place.parent(), place.position()));
      }
    };
  }

  private void follow(String name, double sceneX, double sceneY) {
    Label shown = ghost;
    if (shown == null) {
      shown = new Label(name);
      shown.getStyleClass().add("part-ghost");
      shown.setManaged(false);
      getChildren().add(shown);
      ghost = shown;
    }
    Point2D place = sceneToLocal(sceneX, sceneY);
    shown.autosize();
    shown.relocate(Math.rint(place.getX() + 12), Math.rint(place.getY() + 8));
    if (sheet != null) {
      sheet.showDrop(sheet.place(sceneX, sceneY));
    }
  }

  /** Takes all signs of the drag away; the place at which it ended, where something can stand. */
  private Optional<Building.Place> end(double sceneX, double sceneY) {
    getChildren().clear();
    ghost = null;
    if (sheet == null) {
      return Optional.empty();
    }
    sheet.showDrop(Optional.empty());
    sheet.requestFocus();
    return sheet.place(sceneX, sceneY);
  }
}
