package io.concertmaster.canvas.theme;

import java.util.Map;
import javafx.scene.paint.Color;

/**
 * The colours and fonts with which the canvas draws.
 *
 * @param background behind everything; opaque
 * @param grid the dots
 * @param surface cards, pills and panels
 * @param border the edges of cards and panels
 * @param text titles
 * @param muted subtitles, labels and counts
 * @param edge edges through which nothing has come
 * @param accent the selection
 * @param shadow under cards, fully opaque; the canvas thins it out
 * @param states the colours of states
 * @param roles the tiles' colours by {@code GraphNode.role}
 * @param otherRole the tile's colour for a role that is not in {@code roles}
 * @param notes the notes' colours by {@code GraphNode.role}; must have {@code yellow}
 * @param fonts the fonts
 * @param contrast how much wider lines are drawn: 1 is plain, 1.5 high contrast
 */
public record CanvasTheme(
    Color background,
    Color grid,
    Color surface,
    Color border,
    Color text,
    Color muted,
    Color edge,
    Color accent,
    Color shadow,
    StateColors states,
    Map<String, Color> roles,
    Color otherRole,
    Map<String, NoteColors> notes,
    CanvasFonts fonts,
    double contrast) {

  public CanvasTheme {
    roles = Map.copyOf(roles);
    notes = Map.copyOf(notes);
    if (!notes.containsKey("yellow")) {
      throw new IllegalArgumentException("a theme must have yellow notes");
    }
    if (!background.isOpaque()) {
      throw new IllegalArgumentException("the background must be opaque: " + background);
    }
  }

  /** The colour of a tile. */
  public Color role(String role) {
    return roles.getOrDefault(role, otherRole);
  }

  /** The colours of a note. */
  public NoteColors note(String role) {
    NoteColors colors = notes.get(role);
    return colors == null
        ? notes.getOrDefault("yellow", new NoteColors(surface, border, text))
        : colors;
  }

  /** This with other fonts. */
  public CanvasTheme withFonts(CanvasFonts newFonts) {
    return new CanvasTheme(
        background,
        grid,
        surface,
        border,
        text,
        muted,
        edge,
        accent,
        shadow,
        states,
        roles,
        otherRole,
        notes,
        newFonts,
        contrast);
  }

  /** This with other colours of tiles. */
  public CanvasTheme withRoles(Map<String, Color> newRoles) {
    return new CanvasTheme(
        background,
        grid,
        surface,
        border,
        text,
        muted,
        edge,
        accent,
        shadow,
        states,
        newRoles,
        otherRole,
        notes,
        fonts,
        contrast);
  }
}
