package io.concertmaster.designer.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** All commands of a window, in the order of the menus. */
public final class Commands {
  private final Map<String, Command> byId = new LinkedHashMap<>();

  /**
   * These commands.
   *
   * @throws IllegalArgumentException when two have the same id or the same keys
   */
  public Commands(List<Command> commands) {
    for (Command command : commands) {
      if (byId.putIfAbsent(command.id(), command) != null) {
        throw new IllegalArgumentException("two commands are called " + command.id());
      }
    }
    List<KeyCombination> keys =
        commands.stream().flatMap(each -> each.shortcuts().stream()).toList();
    if (Set.copyOf(keys).size() != keys.size()) {
      throw new IllegalArgumentException("two commands have the same keys");
    }
  }

  /** All, in order. */
  public List<Command> all() {
    return List.copyOf(byId.values());
  }

  /** Those of a menu, in order. */
  public List<Command> in(Command.Menu menu) {
    return byId.values().stream().filter(each -> each.menu() == menu).toList();
  }

  /** Whether there is a command of an id. */
  public boolean has(String id) {
    return byId.containsKey(id);
  }

  /**
   * The command of an id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Command get(String id) {
    Command command = byId.get(id);
    if (command == null) {
      throw new IllegalArgumentException("no command is called " + id);
    }
    return command;
  }

  /**
   * Makes the keys of the window's commands work wherever a control does not use them itself, and
   * those of some everywhere.
   */
  public void listen(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> press(key, Command.Reach.FIRST));
    scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> press(key, Command.Reach.WINDOW));
  }

  /** Makes the keys of the canvas' commands work there. */
  public void listen(Node canvas) {
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, key -> press(key, Command.Reach.CANVAS));
  }

  private void press(KeyEvent key, Command.Reach reach) {
    for (Command command : byId.values()) {
      if (command.reach() == reach
          && command.shortcuts().stream().anyMatch(keys -> keys.match(key))
          && command.enabled().get()) {
        key.consume();
        command.action().run();
        return;
      }
    }
  }
}
