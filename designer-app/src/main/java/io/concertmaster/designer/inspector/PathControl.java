package io.concertmaster.designer.inspector;

import io.concertmaster.designer.controls.Icons;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Target;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A path, typed or chosen. What is chosen inside the workflow's folder is written relative to it,
 * with forward slashes, so that the workflow can move to another machine.
 */
final class PathControl implements PropertyControl {
  private final Site site;
  private final Target target;
  private final TextField field = new TextField();
  private final HBox view;
  private final TypedText typed;

  PathControl(Site site, PropertyKind.Path kind) {
    this.site = site;
    this.target = kind.target();
    field.setPromptText(target == Target.PATTERN ? "in/*.csv" : "");
    field.setMinWidth(0);
    HBox.setHgrow(field, Priority.ALWAYS);
    Button browse =
        Icons.button(
            "mdal-folder_open",
            target == Target.FOLDER ? "Choose a folder" : "Choose a file",
            this::browse);
    browse.getStyleClass().add("browse");
    view = new HBox(field, browse);
    view.getStyleClass().add("path-control");
    typed =
        new TypedText(
            field,
            text -> site.report().accept(text.isEmpty() ? null : text),
            site.property().expressions());
  }

  /** A chosen path as the workflow writes it. */
  static String written(Path folder, Path chosen) {
    Path base = folder.toAbsolutePath().normalize();
    Path path = chosen.toAbsolutePath().normalize();
    Path shown = path.startsWith(base) && !path.equals(base) ? base.relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }

  private void browse() {
    Window window = view.getScene().getWindow();
    Optional<File> chosen =
        target == Target.FOLDER
            ? Optional.ofNullable(folderChooser().showDialog(window))
            : Optional.ofNullable(
                target == Target.NEW_FILE
                    ? fileChooser().showSaveDialog(window)
                    : fileChooser().showOpenDialog(window));
    chosen.ifPresent(file -> field.setText(written(site.context().folder(), file.toPath())));
  }

  private FileChooser fileChooser() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(site.property().label());
    start().ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  private DirectoryChooser folderChooser() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(site.property().label());
    start().ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  private Optional<File> start() {
    Path folder = site.context().folder().toAbsolutePath();
    return Files.isDirectory(folder) ? Optional.of(folder.toFile()) : Optional.empty();
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
