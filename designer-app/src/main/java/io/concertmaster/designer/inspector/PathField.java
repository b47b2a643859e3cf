package io.concertmaster.designer.inspector;

import io.concertmaster.designer.controls.Icons;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/**
 * A path, typed or chosen by the buttons beside it. What is chosen inside the workflow's folder is
 * written relative to it, with forward slashes, so that the workflow can move to another machine.
 */
abstract class PathField extends TypedControl<TextField> {
  private final Site site;
  private final HBox view;

  PathField(Site site, String prompt) {
    super(
        new TextField(),
        text -> site.report().accept(text.isEmpty() ? null : text),
        site.property().expressions());
    this.site = site;
    field().setPromptText(prompt);
    field().setMinWidth(0);
    HBox.setHgrow(field(), Priority.ALWAYS);
    view = new HBox(field());
    view.getStyleClass().add("path-control");
  }

  final Site site() {
    return site;
  }

  /** Puts a button behind the field and those that are there. */
  final Button button(String icon, String says, Runnable action) {
    Button button = Icons.button(icon, says, action);
    button.getStyleClass().add("browse");
    view.getChildren().add(button);
    return button;
  }

  /** A chosen path as the workflow writes it. */
  static String written(Path folder, Path chosen) {
    Path base = folder.toAbsolutePath().normalize();
    Path path = chosen.toAbsolutePath().normalize();
    Path shown = path.startsWith(base) && !path.equals(base) ? base.relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }

  /** Writes a chosen path. */
  final void write(Path chosen) {
    field().setText(written(site.context().folder(), chosen));
  }

  final FileChooser fileChooser() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(site.property().label());
    start().ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  /** Where choosing begins: in the workflow's folder. */
  final Optional<File> start() {
    Path folder = site.context().folder().toAbsolutePath();
    return Files.isDirectory(folder) ? Optional.of(folder.toFile()) : Optional.empty();
  }

  final Window window() {
    return view.getScene().getWindow();
  }

  @Override
  public final Node view() {
    return view;
  }
}
