package io.concertmaster.designer.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** How the workflow in front stands in each environment, in the status bar. */
public final class EnvironmentBar extends HBox {
  private static final double LEAST = 112;

  private final Map<String, Button> buttons = new LinkedHashMap<>();
  private final Hands hands;

  /** What can be done from here; each gets the name of an environment. */
  public interface Hands {
    /** Brings the workflow in front there. */
    void deploy(String environment);

    /** Whether there is something to bring there. */
    boolean hasNodes();

    /** Whether its versions and runs there can be seen here. */
    boolean hasRuns(String environment);

    /** Shows its versions there. */
    void versions(String environment);

    /** Shows its runs there. */
    void runs(String environment);

    /** Asks the servers anew. */
    void refresh();
  }

  /** Of standings. */
  public EnvironmentBar(Standings standings, Hands hands) {
    this.hands = hands;
    setId("status-environments");
    getStyleClass().add("environment-bar");
    standings.now().subscribe(all -> show(all));
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(standings::watch);
  }

  private void show(Map<String, Standing> standings) {
    buttons.keySet().retainAll(standings.keySet());
    standings.forEach((name, standing) -> show(name, standing));
    List<Button> ordered = standings.keySet().stream().map(buttons::get).toList();
    if (!getChildren().equals(ordered)) {
      getChildren().setAll(ordered);
    }
    setVisible(!ordered.isEmpty());
    setManaged(!ordered.isEmpty());
  }

  private void show(String name, Standing standing) {
    Button button = buttons.computeIfAbsent(name, this::button);
    Region dot = (Region) button.getGraphic();
    dot.getStyleClass().setAll("state-dot", standing.tone());
    button.setText(name + ": " + standing.line());
    button.setAccessibleText(button.getText());
    button
        .getTooltip()
        .setText(
            switch (standing) {
              case Standing.Looking looking -> "The server is being asked.";
              case Standing.NotDeployed none -> "No version of this workflow is live there.";
              case Standing.Unknown unknown -> unknown.why();
              case Standing.InN8n there ->
                  button.getText()
                      + (there.active()
                          ? "\nIts triggers listen in n8n."
                          : "\nIts triggers do not listen in n8n.");
              case Standing.Live live ->
                  button.getText()
                      + (live.active()
                          ? "\nIts triggers listen."
                          : "\nIts triggers do not listen.");
            });
  }

  private Button button(String name) {
    Region dot = new Region();
    Button button = new Button("", dot);
    button.setId("status-environment-" + name);
    button.getStyleClass().add("status-button");
    button.setFocusTraversable(false);
    button.setTooltip(new Tooltip());
    button.setMinWidth(LEAST);
    button.setTextOverrun(OverrunStyle.ELLIPSIS);
    MenuItem deploy = new MenuItem("Deploy to " + name + "…");
    deploy.setOnAction(event -> hands.deploy(name));
    MenuItem versions = new MenuItem("Versions and roll back…");
    versions.setOnAction(event -> hands.versions(name));
    MenuItem runs = new MenuItem("Show its runs there");
    runs.setOnAction(event -> hands.runs(name));
    MenuItem again = new MenuItem("Ask again");
    again.setOnAction(event -> hands.refresh());
    for (MenuItem each : List.of(deploy, versions, runs, again)) {
      each.setMnemonicParsing(false);
    }
    ContextMenu menu = new ContextMenu(deploy, versions, runs, again);
    menu.setOnShowing(event -> {
      boolean ours = hands.hasRuns(name);
      deploy.setDisable(!hands.hasNodes());
      versions.setVisible(ours);
      runs.setVisible(ours);
    });
    button.setOnAction(event -> menu.show(button, Side.TOP, 0, 0));
    return button;
  }
}
