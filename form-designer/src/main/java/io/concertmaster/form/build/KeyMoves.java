package io.concertmaster.form.build;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.edit.AddElement;
import io.concertmaster.model.form.edit.MoveElement;
import java.util.List;
import java.util.Optional;

/** Moves the chosen element as keys say: up and down, into what stands beside it, and out again. */
record KeyMoves(Building building) {
  /**
   * Moves it one place up or down: out of its section or columns at their ends, and from page to
   * page. It stays in a repeatable group: to leave that changes the data.
   *
   * @param by -1 for up, 1 for down
   */
  void step(int by) {
    chosen().ifPresent(from -> step(from, by));
  }

  private Optional<ElementPath> chosen() {
    return building.chosen().get().filter(Building::canMove);
  }

  private void step(ElementPath from, int by) {
    int to = from.last() + by;
    if (to >= 0 && to < count(from.parent())) {
      building.move(from, from.parent(), by > 0 ? to + 1 : to);
    } else if (from.parent().equals(building.page().get())) {
      overPage(from, by);
    } else if (Building.canMove(from.parent())) {
      around(from)
          .ifPresent(out -> building.move(from, out.parent(), out.last() + (by > 0 ? 1 : 0)));
    }
  }

  /** Moves it over the end of its page to the next one, or the one before. */
  private void overPage(ElementPath from, int by) {
    List<ElementPath> all = building.pages().stream().map(Page::at).toList();
    int to = all.indexOf(building.page().get()) + by;
    if (to >= 0 && to < all.size()) {
      building.move(from, all.get(to), by > 0 ? 0 : count(all.get(to)));
    }
  }

  /**
   * Moves it into the section, columns or group right before it, at the end; where none stands
   * there, into the one right behind it, at the beginning.
   */
  void in() {
    chosen()
        .ifPresent(from -> {
          Optional<ElementPath> before = inside(from, -1);
          Optional<ElementPath> behind = inside(from, 1);
          if (before.isPresent()) {
            building.move(from, before.get(), count(before.get()));
          } else if (behind.isPresent()) {
            building.move(from, behind.get(), 0);
          } else {
            building.refuse("No section, columns or group stands right before or behind it");
          }
        });
  }

  /** In what beside an element others can stand. */
  private Optional<ElementPath> inside(ElementPath from, int by) {
    int at = from.last() + by;
    return at < 0
        ? Optional.empty()
        : building
            .layout()
            .element(from.parent().child(at))
            .flatMap(KeyMoves::inside)
            .filter(each -> MoveElement.fits(building.layout(), from, each));
  }

  private static Optional<ElementPath> inside(FormElement beside) {
    FormElement within =
        beside instanceof Field field && field.detail().isPresent() ? field.detail().get() : beside;
    return AddElement.holds(within) ? Optional.of(within.at()) : Optional.empty();
  }

  /** Moves it out of the section, columns or group in which it stands, right behind that. */
  void out() {
    chosen()
        .ifPresent(from ->
            around(from)
                .ifPresentOrElse(
                    out -> building.move(from, out.parent(), out.last() + 1),
                    () -> building.refuse("It stands in no section, columns or group")));
  }

  /** The section, columns or group in which an element stands; empty where only a page is. */
  private Optional<ElementPath> around(ElementPath from) {
    ElementPath around = from.parent();
    if (around.isRoot() || around.equals(building.page().get())) {
      return Optional.empty();
    }
    ElementPath whole = around.last() == ElementPath.DETAIL ? around.parent() : around;
    return whole.isRoot() ? Optional.empty() : Optional.of(whole);
  }

  private int count(ElementPath at) {
    return building.layout().element(at).map(each -> each.elements().size()).orElse(0);
  }
}
