package io.concertmaster.form.build;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;

/** Choices that are made from a list: told once the list is closed, not on the way through it. */
final class Pick {
  private Pick() {}

  /** Tells of each choice that a person makes. */
  static <T> void listen(ComboBox<T> box, Consumer<T> chosen) {
    Object[] told = {box.getValue()};
    Runnable tell =
        () -> {
          T now = box.getValue();
          if (now != null && !Objects.equals(told[0], now)) {
            told[0] = now;
            chosen.accept(now);
          }
        };
    box.valueProperty()
        .addListener((property, was, is) -> {
          if (!box.isShowing()) {
            tell.run();
          }
        });
    box.showingProperty()
        .addListener((property, was, is) -> {
          if (!is) {
            tell.run();
          }
        });
  }
}
