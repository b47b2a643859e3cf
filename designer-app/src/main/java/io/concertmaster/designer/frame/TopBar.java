package io.concertmaster.designer.frame;

import io.concertmaster.designer.command.Command;
import io.concertmaster.designer.command.CommandButton;
import io.concertmaster.designer.command.CommandMenu;
import io.concertmaster.designer.command.Commands;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.OpenDocument;
import io.concertmaster.designer.document.OpenDocuments;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The bar at the top: the menu under the program's name, the tabs, the search field that opens the
 * command palette, undo and redo, Run or Stop, and where runs happen.
 */
public final class TopBar extends HBox {
  private static final double SIDE = 512;
  private static final double LEFT = 240;

  /** Room for the keys of the search, without its words. */
  private static final double SEARCH = 96;

  private final Button search = new Button();
  private final HBox left;
  private final HBox right;
  private final DocumentTabs tabs;

  /**
   * Made from commands.
   *
   * @param further menus with late lines, put behind the file menu's own lines
   * @param place chooses whose runs are shown
   * @param running whether a run of the document in front works: Stop stands for Run then
   * @param waiting whether it only waits: Stop stands beside Run then
   */
  public TopBar(
      Commands commands,
      OpenDocuments documents,
      Consumer<OpenDocument<?>> tabClosed,
      List<Menu> further,
      Node place,
      ObservableBooleanValue running,
      ObservableBooleanValue waiting) {
    getStyleClass().add("top-bar");
    tabs = new DocumentTabs(documents, tabClosed);
    left = new HBox(menu(commands, further), tabs);
    left.getChildren().add(CommandButton.ofIcon(commands.get("file.new"), "mdal-add"));
    left.getStyleClass().add("top-left");
    right =
        new HBox(
            CommandButton.ofIcon(commands.get("edit.undo"), "mdmz-undo"),
            CommandButton.ofIcon(commands.get("edit.redo"), "mdmz-redo"),
            stopWaiting(commands, waiting),
            runOrStop(commands, documents, running),
            place,
            deploy(commands, documents));
    right.getStyleClass().add("top-right");
    // Both sides share the rest evenly, so that the search field stands in the middle.
    for (HBox side : List.of(left, right)) {
      side.setPrefWidth(SIDE);
      HBox.setHgrow(side, Priority.ALWAYS);
    }
    search(commands.get("view.palette"));
    getChildren().addAll(left, search, right);
  }

  /** Tabs are cut only where the search field has given them all of its room but its keys. */
  @Override
  protected void layoutChildren() {
    double buttons = content(right);
    right.setMinWidth(buttons);
    left.setMinWidth(Math.max(LEFT, Math.min(content(left), getWidth() - around(buttons))));
    super.layoutChildren();
  }

  @Override
  protected double computeMinWidth(double height) {
    return LEFT + around(content(right)); // whatever the tabs have just now
  }

  /** What is not for the menu and the tabs. */
  private double around(double buttons) {
    return snappedLeftInset() + snappedRightInset() + 2 * getSpacing() + SEARCH + buttons;
  }

  /** The width that all shown in a box wants. */
  private static double content(HBox box) {
    List<Node> shown = box.getChildren().stream().filter(Node::isManaged).toList();
    return box.getSpacing() * (shown.size() - 1)
        + shown.stream()
            .mapToDouble(each -> Math.ceil(Math.max(each.minWidth(-1), each.prefWidth(-1))))
            .sum();
  }

  /**
   * Puts something among the buttons on the right.
   *
   * @param at before which of them, from 0
   */
  public void add(int at, Node further) {
    right.getChildren().add(at, further);
  }

  /** Calls back whenever somebody goes for the tabs, also where that changes nothing. */
  public void onTabs(Runnable listener) {
    tabs.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> listener.run());
  }

  /** The search field, under which the command palette opens. */
  public Region searchField() {
    return search;
  }

  private static MenuButton menu(Commands commands, List<Menu> further) {
    MenuButton menu = new MenuButton("ConcertMaster", new Logo());
    menu.setId("main-menu");
    menu.getStyleClass().add("main-menu");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.setFocusTraversable(false);
    List<Menu> menus = CommandMenu.menus(commands);
    menu.getItems().addAll(menus);
    further.forEach(late ->
        menus.stream()
            .filter(each -> each.getText().equals(late.getUserData()))
            .forEach(each -> each.getItems().add(late)));
    return menu;
  }

  private void search(Command palette) {
    Label keys = new Label(palette.keys());
    keys.getStyleClass().add("keys");
    keys.setMinWidth(USE_PREF_SIZE);
    Label prompt = new Label("Search nodes, actions, files…");
    HBox line = new HBox(keys, prompt);
    line.getStyleClass().add("search-line");
    search.setGraphic(line);
    search.setId("button-view.palette");
    search.getStyleClass().add("command-field");
    search.setFocusTraversable(false);
    search.setAccessibleText(palette.title());
    search.setMinWidth(SEARCH);
    search.setPrefWidth(300);
    search.setOnAction(event -> palette.perform());
  }

  private static StackPane runOrStop(
      Commands commands, OpenDocuments documents, ObservableBooleanValue running) {
    CommandButton run = CommandButton.ofText(commands.get("run.start"), "Run", "mdmz-play_arrow");
    run.getStyleClass().add("run-button");
    CommandButton stop = CommandButton.ofText(commands.get("run.stop"), "Stop", "mdmz-stop");
    stop.getStyleClass().add("stop-button");
    stop.visibleProperty().bind(running);
    run.visibleProperty().bind(stop.visibleProperty().not());
    run.setMinWidth(USE_PREF_SIZE);
    stop.setMinWidth(USE_PREF_SIZE);
    StackPane both = new StackPane(run, stop);
    both.setMinWidth(USE_PREF_SIZE);
    showForWorkflows(both, documents); // a form is filled in, not run
    return both;
  }

  /** Ends a run that only waits, while Run begins another. */
  private static CommandButton stopWaiting(Commands commands, ObservableBooleanValue waiting) {
    CommandButton stop = CommandButton.ofIcon(commands.get("run.stop"), "mdmz-stop");
    stop.setId("button-run.stop-waiting");
    stop.visibleProperty().bind(waiting);
    stop.managedProperty().bind(waiting);
    return stop;
  }

  private static CommandButton deploy(Commands commands, OpenDocuments documents) {
    CommandButton deploy =
        CommandButton.ofText(commands.get("deploy.open"), "Deploy", "mdmz-publish");
    deploy.getStyleClass().add("deploy-button");
    deploy.setMinWidth(USE_PREF_SIZE);
    showForWorkflows(deploy, documents); // a form goes with the workflow that shows it
    return deploy;
  }

  private static void showForWorkflows(Node button, OpenDocuments documents) {
    documents
        .active()
        .subscribe(front -> {
          button.setVisible(front instanceof EditorDocument);
          button.setManaged(front instanceof EditorDocument);
        });
  }
}
