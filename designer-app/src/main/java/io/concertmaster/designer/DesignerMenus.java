package io.concertmaster.designer;

import io.concertmaster.designer.command.CommandMenu;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;

/** The menus whose lines are data rather than commands. */
final class DesignerMenus {
  private DesignerMenus() {}

  /** The files that were opened last. */
  static Menu recent(Workbench workbench) {
    Menu menu = CommandMenu.late("Open recent", () -> recentFiles(workbench));
    menu.setId("menu-recent");
    menu.setUserData("File");
    return menu;
  }

  /** The themes, the chosen one marked. */
  static Menu themes(Look look) {
    Menu menu =
        CommandMenu.late(
            "Theme",
            () -> {
              List<MenuItem> items = new ArrayList<>();
              for (Theme theme : Theme.values()) {
                RadioMenuItem item = new RadioMenuItem(theme.label());
                item.setSelected(look.chosen().get() == theme);
                item.setOnAction(event -> look.chosen().set(theme));
                items.add(item);
              }
              return items;
            });
    menu.setUserData("View");
    return menu;
  }

  private static List<MenuItem> recentFiles(Workbench workbench) {
    List<MenuItem> items = new ArrayList<>();
    for (Path file : workbench.state().get().recent()) {
      MenuItem item = new MenuItem(file.toString());
      item.setMnemonicParsing(false);
      item.setOnAction(event -> workbench.openRecent(file));
      items.add(item);
    }
    if (items.isEmpty()) {
      MenuItem none = new MenuItem("Nothing opened yet");
      none.setDisable(true);
      items.add(none);
    }
    return items;
  }
}
