package io.concertmaster.designer.theme;

import java.util.Locale;
import java.util.stream.Stream;

/** The colours that people choose from. */
public enum Theme {
  LIGHT("Light"),
  DARK("Dark"),
  CONTRAST("High contrast"),
  SYSTEM("As the system");

  private final String label;

  Theme(String label) {
    this.label = label;
  }

  /** The name in menus. */
  public String label() {
    return label;
  }

  /** The name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme of a name in files; as the system has it for an unknown one. */
  public static Theme ofId(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst().orElse(SYSTEM);
  }
}
