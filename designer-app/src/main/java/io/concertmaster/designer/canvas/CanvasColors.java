package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.theme.CanvasTheme;
import io.concertmaster.canvas.theme.CanvasThemes;
import io.concertmaster.designer.theme.Theme;
import io.concertmaster.node.Family;
import io.concertmaster.palette.FamilyTint;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.paint.Color;

/** The canvas' colours in each theme: its own, with the families' tints on the tiles. */
final class CanvasColors {
  private CanvasColors() {}

  static CanvasTheme of(Theme theme) {
    CanvasTheme base =
        switch (theme) {
          case LIGHT, SYSTEM -> CanvasThemes.light();
          case DARK -> CanvasThemes.dark();
          case CONTRAST -> CanvasThemes.highContrast();
        };
    Map<String, Color> roles = new HashMap<>();
    for (Family family : Family.values()) {
      roles.put(family.name().toLowerCase(Locale.ROOT), FamilyTint.of(family));
    }
    return base.withRoles(roles);
  }
}
