package io.concertmaster.form.view;

import io.concertmaster.model.form.FormElement.Field;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A number of stars. Left and right change it; the star that is chosen already takes it back. */
final class StarsInput implements Input {
  private static final int MOST = 10;

  private final List<ToggleButton> stars = new ArrayList<>();
  private final HBox node = new HBox();
  private final Site site;
  private long value;

  StarsInput(Field field, Site site) {
    this.site = site;
    node.getStyleClass().add("stars");
    long most = Math.clamp(field.limit("maximum").orElse(5L), 1, MOST);
    for (long number = 1; number <= most; number++) {
      long own = number;
      ToggleButton star = new ToggleButton(null, new FontIcon("mdmz-star_border"));
      star.getStyleClass().setAll("star");
      star.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
      star.setAccessibleText(site.messages().say("stars", number));
      star.setDisable(field.readOnly());
      star.setOnAction(event -> set(value == own ? 0 : own));
      star.addEventHandler(KeyEvent.KEY_PRESSED, this::step);
      stars.add(star);
    }
    node.getChildren().addAll(stars);
    draw();
  }

  private void step(KeyEvent key) {
    long to =
        key.getCode() == KeyCode.RIGHT
            ? Math.min(stars.size(), value + 1)
            : key.getCode() == KeyCode.LEFT ? Math.max(1, value - 1) : 0;
    if (to > 0) {
      key.consume();
      set(to);
      stars.get((int) to - 1).requestFocus();
    }
  }

  private void set(long stars) {
    value = stars;
    draw();
    site.changed().run();
  }

  private void draw() {
    for (int i = 0; i < stars.size(); i++) {
      boolean full = i < value;
      ToggleButton star = stars.get(i);
      star.setSelected(i == value - 1);
      star.setFocusTraversable(value == 0 ? i == 0 : i == value - 1);
      star.getStyleClass().remove("full");
      if (full) {
        star.getStyleClass().add("full");
      }
      ((FontIcon) star.getGraphic()).setIconLiteral(full ? "mdmz-star" : "mdmz-star_border");
    }
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Region control() {
    return stars.getFirst();
  }

  @Override
  public @Nullable Object value() {
    return value == 0 ? null : value;
  }

  @Override
  public void show(@Nullable Object shown) {
    value = shown instanceof Number number ? number.longValue() : 0;
    draw();
  }
}
