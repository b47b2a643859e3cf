package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.GraphCanvas;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.canvas.intent.Target;
import io.concertmaster.designer.command.CommandMenu;
import io.concertmaster.designer.command.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of a right click, made from commands for what lies under the pointer. */
public final class CanvasMenu {
  private final Supplier<Commands> commands;
  private final Consumer<String> runTo;

  /**
   * Made from commands.
   *
   * @param commands those of the window, once they are there
   * @param runTo runs the workflow up to a node
   */
  public CanvasMenu(Supplier<Commands> commands, Consumer<String> runTo) {
    this.commands = commands;
    this.runTo = runTo;
  }

  void show(CanvasIntent.ContextMenu wanted, CanvasHands hands, GraphCanvas canvas) {
    ContextMenu menu = new ContextMenu();
    switch (wanted.target()) {
      case Target.OnNode(String id) -> node(menu, id, canvas);
      case Target.OnCorner(String id) -> node(menu, id, canvas);
      case Target.OnPort port -> node(menu, port.port().node(), canvas);
      case Target.OnEdge(String id) -> {
        canvas.select(Selection.ofEdge(id));
        add(menu, "edit.delete");
      }
      case Target.OnVoid nothing -> {
        MenuItem node = new MenuItem("Add a node here…");
        node.setOnAction(event -> hands.askForNode(wanted.at(), Optional.empty()));
        menu.getItems().add(node);
        add(menu, "edit.paste", "edit.selectAll");
        menu.getItems().add(new SeparatorMenuItem());
        add(menu, "view.fit");
      }
    }
    menu.show(canvas, wanted.screenX(), wanted.screenY());
  }

  private void node(ContextMenu menu, String id, GraphCanvas canvas) {
    if (!canvas.selection().nodes().contains(id)) {
      canvas.select(Selection.ofNode(id));
    }
    MenuItem here = new MenuItem("Run to here");
    here.setId("run-to-here");
    here.setOnAction(event -> runTo.accept(id));
    menu.getItems().addAll(here, new SeparatorMenuItem());
    add(menu, "edit.rename", "edit.toggleDisabled");
    menu.getItems().add(new SeparatorMenuItem());
    add(menu, "edit.cut", "edit.copy", "edit.duplicate", "edit.delete");
  }

  private void add(ContextMenu menu, String... ids) {
    List<MenuItem> items = new ArrayList<>();
    for (String id : ids) {
      items.add(CommandMenu.item(commands.get().get(id)));
    }
    menu.getItems().addAll(items);
  }
}
