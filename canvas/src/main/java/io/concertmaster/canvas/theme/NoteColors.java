package io.concertmaster.canvas.theme;

import javafx.scene.paint.Color;

/** The colours of one kind of note: its sheet, its edge and its text. */
public record NoteColors(Color fill, Color border, Color text) {}
