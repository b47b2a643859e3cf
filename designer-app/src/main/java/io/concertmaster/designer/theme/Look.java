package io.concertmaster.designer.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.util.Subscription;

/**
 * The look of everything that the program shows. The chosen theme may say “as the system”; the
 * theme in use is never that.
 *
 * <p>Primer of AtlantaFX gives the controls; designer.css adds the window's own parts and names
 * their colours. Which theme is in use stands as a style class on each root.
 *
 * <p>It listens to the system, which outlives it: close it with its window, or the system keeps the
 * window and all that is drawn in it.
 */
public final class Look implements AutoCloseable {
  private static final String SHEET =
      Objects.requireNonNull(Look.class.getResource("designer.css")).toExternalForm();

  private final ObjectProperty<Theme> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Theme> used = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
  private final Subscription system;

  /** Starts with a choice and follows the system where that is the choice. */
  public Look(Theme start) {
    chosen.addListener((property, before, now) -> use(now));
    chosen.set(start);
    system =
        Platform.getPreferences().colorSchemeProperty().subscribe((was, is) -> use(chosen.get()));
  }

  /** No longer follows the system; what it dressed stays as it is. */
  @Override
  public void close() {
    system.unsubscribe();
  }

  /** What people chose. */
  public ObjectProperty<Theme> chosen() {
    return chosen;
  }

  /** What is in use. */
  public ReadOnlyObjectProperty<Theme> used() {
    return used.getReadOnlyProperty();
  }

  /** Dresses the root of a scene, and again whenever the theme changes. */
  public void dress(Parent root) {
    root.getStylesheets().add(SHEET);
    mark(root, used.get());
    used.addListener((property, before, now) -> mark(root, now));
  }

  /** Dresses a root that lives shortly, such as a dialog's, as the theme is now. */
  public void dressOnce(Parent root) {
    root.getStylesheets().add(SHEET);
    mark(root, used.get());
  }

  private void use(Theme choice) {
    Theme theme =
        choice != Theme.SYSTEM
            ? choice
            : Platform.getPreferences().getColorScheme() == ColorScheme.DARK
                ? Theme.DARK
                : Theme.LIGHT;
    Application.setUserAgentStylesheet(
        theme == Theme.LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    used.set(theme);
  }

  private static void mark(Parent root, Theme theme) {
    root.getStyleClass().removeAll(List.of("light", "dark", "contrast"));
    root.getStyleClass().add(theme.id());
  }
}
