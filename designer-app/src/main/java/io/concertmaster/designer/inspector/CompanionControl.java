package io.concertmaster.designer.inspector;

import io.concertmaster.node.PropertyKind.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;

/**
 * The file of another document, typed or chosen from those beside the workflow; it can be opened
 * from here, and a new one can be made.
 */
final class CompanionControl extends PathField {
  /** So many are offered; further ones are chosen by the dialog for files. */
  private static final int OFFERED = 30;

  private final Target target;
  private final String kind;
  private final Button choose;

  /**
   * A control for files of one kind.
   *
   * @param kind what people call it, and what its file name ends with before {@code .json}
   */
  CompanionControl(Site site, Target target, String kind) {
    super(site, "name" + suffix(kind));
    this.target = target;
    this.kind = kind;
    choose = button("mdal-expand_more", "Choose a " + kind, this::offer);
    choose.getStyleClass().add("choose");
    Button open = button("mdal-launch", "Open the " + kind, this::open);
    open.getStyleClass().add("open");
    open.disableProperty().bind(field().textProperty().map(String::isBlank));
  }

  private static String suffix(String kind) {
    return "." + kind + ".json";
  }

  private void offer() {
    ContextMenu menu = new ContextMenu();
    for (Path file : beside()) {
      MenuItem item = new MenuItem(String.valueOf(file.getFileName()));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> take(file));
      menu.getItems().add(item);
    }
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems()
        .addAll(
            item("Choose a file…", this::browse),
            item(
                "New " + kind + "…",
                () -> site().context().companions().create(target).ifPresent(this::take)));
    menu.show(choose, Side.BOTTOM, 0, 0);
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** The documents of this kind in the workflow's folder, by name. */
  private List<Path> beside() {
    Path folder = site().context().folder();
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(each -> String.valueOf(each.getFileName()).endsWith(suffix(kind)))
          .sorted()
          .limit(OFFERED)
          .forEach(found::add);
    } catch (IOException | UncheckedIOException nothingToOffer) {
      return List.of();
    }
    return found;
  }

  private void browse() {
    FileChooser chooser = fileChooser();
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("A " + kind, "*" + suffix(kind)));
    Optional.ofNullable(chooser.showOpenDialog(window()))
        .ifPresent(chosen -> take(chosen.toPath()));
  }

  private void take(Path file) {
    site().context().alone(() -> write(file));
  }

  private void open() {
    Path file;
    try {
      file = site().context().folder().resolve(field().getText());
    } catch (InvalidPathException noName) {
      return; // the setting says already that there is no such file
    }
    site().context().companions().open(file);
  }
}
