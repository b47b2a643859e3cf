package io.concertmaster.designer.inspector;

import io.concertmaster.designer.controls.Icons;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.node.PropertyKind.Target;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/**
 * The file of another document, typed or chosen from those beside the workflow; it can be opened
 * from here, and a new one can be made.
 */
final class CompanionControl implements PropertyControl {
  /** So many are offered; further ones are chosen by the dialog for files. */
  private static final int OFFERED = 30;

  private final Site site;
  private final Target target;
  private final String kind;
  private final TextField field = new TextField();
  private final Button choose;
  private final HBox view;
  private final TypedText typed;

  /**
   * A control for files of one kind.
   *
   * @param kind what people call it, and what its file name ends with before {@code .json}
   */
  CompanionControl(Site site, Target target, String kind) {
    this.site = site;
    this.target = target;
    this.kind = kind;
    field.setPromptText("name" + suffix());
    field.setMinWidth(0);
    HBox.setHgrow(field, Priority.ALWAYS);
    choose = Icons.button("mdal-expand_more", "Choose a " + kind, this::offer);
    choose.getStyleClass().addAll("browse", "choose");
    Button open = Icons.button("mdal-launch", "Open the " + kind, this::open);
    open.getStyleClass().addAll("browse", "open");
    open.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> field.getText().isBlank(), field.textProperty()));
    view = new HBox(field, choose, open);
    view.getStyleClass().add("path-control");
    typed =
        new TypedText(
            field,
            text -> site.report().accept(text.isEmpty() ? null : text),
            site.property().expressions());
  }

  private String suffix() {
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
                () -> site.context().companions().create(target).ifPresent(this::take)));
    menu.show(choose, Side.BOTTOM, 0, 0);
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** The documents of this kind in the workflow's folder, by name. */
  private List<Path> beside() {
    Path folder = site.context().folder();
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(each -> String.valueOf(each.getFileName()).endsWith(suffix()))
          .sorted()
          .limit(OFFERED)
          .forEach(found::add);
    } catch (IOException | UncheckedIOException nothingToOffer) {
      return List.of();
    }
    return found;
  }

  private void browse() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(site.property().label());
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("A " + kind, "*" + suffix()));
    File folder = site.context().folder().toAbsolutePath().toFile();
    if (folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    Optional.ofNullable(chooser.showOpenDialog(view.getScene().getWindow()))
        .ifPresent(chosen -> take(chosen.toPath()));
  }

  private void take(Path file) {
    site.context().alone(() -> field.setText(PathControl.written(site.context().folder(), file)));
  }

  private void open() {
    Path file;
    try {
      file = site.context().folder().resolve(field.getText());
    } catch (InvalidPathException noName) {
      return; // the setting says already that there is no such file
    }
    site.context().companions().open(file);
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(@Nullable Object value) {
    typed.show(value == null ? "" : ValueText.whole(value));
  }

  @Override
  public void focus() {
    field.requestFocus();
    field.end();
  }
}
