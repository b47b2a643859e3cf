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
  private @Nullable SheetScroll scroll;
  private @Nullable Label ghost;

  DragLayer(Building building) {
    this.building = building;
    setMouseTransparent(true);
  }

  /** Lets things be dropped on a sheet, where it is in sight. */
  void over(BuildSheet where, SheetScroll sight) {
    sheet = where;
    scroll = sight;
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

      @Override
      public void cancelled() {
        clear();
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

      @Override
      public void cancelled() {
        clear();
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
    if (sheet != null && scroll != null) {
      BuildSheet on = sheet;
      on.showDrop(place(sceneX, sceneY));
      scroll.drag(sceneX, sceneY, () -> on.showDrop(place(sceneX, sceneY)));
    }
  }

  /** Where something would come to stand; nowhere outside of the part of the sheet in sight. */
  private Optional<Building.Place> place(double sceneX, double sceneY) {
    return sheet != null && scroll != null && scroll.sees(sceneX, sceneY)
        ? sheet.place(sceneX, sceneY)
        : Optional.empty();
  }

  /** Takes all signs of the drag away; the place at which it ended, where something can stand. */
  private Optional<Building.Place> end(double sceneX, double sceneY) {
    clear();
    if (sheet != null) {
      sheet.requestFocus();
    }
    return place(sceneX, sceneY);
  }

  private void clear() {
    getChildren().clear();
    ghost = null;
    if (sheet != null && scroll != null) {
      sheet.showDrop(Optional.empty());
      scroll.rest();
    }
  }
}
