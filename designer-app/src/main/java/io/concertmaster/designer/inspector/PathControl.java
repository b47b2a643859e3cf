package io.concertmaster.designer.inspector;

import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Target;
import java.io.File;
import java.util.Optional;
import javafx.stage.DirectoryChooser;

/** The path of a file, of several by a pattern, or of a folder. */
final class PathControl extends PathField {
  private final Target target;

  PathControl(Site site, PropertyKind.Path kind) {
    super(site, kind.target() == Target.PATTERN ? "in/*.csv" : "");
    this.target = kind.target();
    button(
        "mdal-folder_open",
        target == Target.FOLDER ? "Choose a folder" : "Choose a file",
        this::browse);
  }

  private void browse() {
    Optional<File> chosen =
        target == Target.FOLDER
            ? Optional.ofNullable(folderChooser().showDialog(window()))
            : Optional.ofNullable(
                target == Target.NEW_FILE
                    ? fileChooser().showSaveDialog(window())
                    : fileChooser().showOpenDialog(window()));
    chosen.ifPresent(file -> write(file.toPath()));
  }

  private DirectoryChooser folderChooser() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(site().property().label());
    start().ifPresent(chooser::setInitialDirectory);
    return chooser;
  }
}
