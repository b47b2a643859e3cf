package io.concertmaster.designer.command;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Menus made of commands. The keys stand beside each title as text only: they work by {@link
 * Commands#listen}, so that a field that has its own meaning for a key keeps it.
 */
public final class CommandMenu {
  private CommandMenu() {}

  /** All menus, in their order. */
  public static List<Menu> menus(Commands commands) {
    return Stream.of(Command.Menu.values())
        .filter(menu -> menu != Command.Menu.NONE && !commands.in(menu).isEmpty())
        .map(menu -> {
          Menu shown = new Menu(menu.label());
          shown.setId("menu-" + menu.label());
          commands.in(menu).forEach(command -> shown.getItems().add(item(command)));
          return shown;
        })
        .toList();
  }

  /** The line of a command. */
  public static MenuItem item(Command command) {
    Label title = new Label(command.title());
    Label keys = new Label(command.keys());
    keys.getStyleClass().add("keys");
    Region space = new Region();
    space.setMinWidth(32);
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(title, space, keys);
    line.setMinWidth(200);
    line.getStyleClass().add("command-line");
    CustomMenuItem item = new CustomMenuItem(line);
    item.setId("item-" + command.id());
    item.getStyleClass().add("command-item");
    item.disableProperty().bind(Bindings.not(command.enabled()));
    item.setOnAction(event -> command.perform());
    return item;
  }

  /** A menu whose lines are made when it opens. */
  public static Menu late(String title, Supplier<List<MenuItem>> lines) {
    Menu menu = new Menu(title);
    // A menu without lines never opens.
    menu.getItems().setAll(lines.get());
    menu.setOnShowing(event -> menu.getItems().setAll(lines.get()));
    return menu;
  }
}
