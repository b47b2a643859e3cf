package io.concertmaster.designer.environment;

import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.designer.run.RunPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses whose runs are shown: this machine's, or a server's. */
public final class PlaceMenu extends MenuButton {
  private final Servers servers;
  private final RunPlace local;
  private final ObjectProperty<RunPlace> place;
  private final Runnable environments;

  /**
   * A choice.
   *
   * @param environments shows the list of environments
   */
  public PlaceMenu(
      Servers servers, RunPlace local, ObjectProperty<RunPlace> place, Runnable environments) {
    this.servers = servers;
    this.local = local;
    this.place = place;
    this.environments = environments;
    setId("place");
    getStyleClass().add("environment");
    setFocusTraversable(false);
    setMinWidth(64);
    setMaxWidth(160);
    setMnemonicParsing(false);
    setTooltip(new Tooltip("Whose runs are shown"));
    setAccessibleText("Whose runs are shown");
    place.subscribe(now -> {
      setText(now.environment().orElse("Local"));
      setGraphic(new FontIcon(now.environment().isEmpty() ? "mdal-computer" : "mdal-cloud_queue"));
      fill();
    });
    servers
        .all()
        .subscribe(all -> {
          boolean gone =
              place.get().environment().filter(name -> servers.find(name).isEmpty()).isPresent();
          if (gone) {
            place.set(local);
          }
          fill();
        });
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("Local", Optional.empty()));
    for (Environment each : servers.all().get()) {
      if (each.kind() != Environment.Kind.CONCERTMASTER) {
        continue; // n8n's API tells nothing of runs as they go on
      }
      items.add(item(each.name(), Optional.of(each)));
    }
    MenuItem more = new MenuItem("Environments…");
    more.setId("place-environments");
    more.setOnAction(event -> environments.run());
    items.add(new SeparatorMenuItem());
    items.add(more);
    getItems().setAll(items);
  }

  private MenuItem item(String name, Optional<Environment> environment) {
    RadioMenuItem item = new RadioMenuItem(name);
    item.setId("place-" + name);
    item.setMnemonicParsing(false);
    item.setSelected(place.get().environment().equals(environment.map(Environment::name)));
    item.setOnAction(event -> {
      place.set(environment.<RunPlace>map(each -> new ServerPlace(servers, each)).orElse(local));
      fill();
    });
    return item;
  }
}
