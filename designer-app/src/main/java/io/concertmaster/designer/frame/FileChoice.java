package io.concertmaster.designer.frame;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** How people point at a file: by the system's dialog, or by a test. */
public interface FileChoice {
  /** A file that is there. */
  Optional<Path> open(Stage window);

  /**
   * A file of any kind that is there.
   *
   * @param title says what for
   */
  default Optional<Path> any(Stage window, String title) {
    return open(window);
  }

  /** A place for a file. */
  Optional<Path> save(Stage window, Path suggestion);

  /** A place for a file of any kind. */
  default Optional<Path> keep(Stage window, Path suggestion) {
    return save(window, suggestion);
  }

  /** The system's dialogs. */
  static FileChoice system() {
    return new FileChoice() {
      private @Nullable File folder;

      @Override
      public Optional<Path> open(Stage window) {
        FileChooser chooser = chooser("Open a workflow or a form");
        if (folder != null && folder.isDirectory()) {
          chooser.setInitialDirectory(folder);
        }
        return picked(chooser.showOpenDialog(window));
      }

      @Override
      public Optional<Path> any(Stage window, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
      }

      @Override
      public Optional<Path> save(Stage window, Path suggestion) {
        FileChooser chooser = chooser("Save");
        Path parent = suggestion.getParent();
        if (parent != null && Files.isDirectory(parent)) {
          chooser.setInitialDirectory(parent.toFile());
        }
        chooser.setInitialFileName(String.valueOf(suggestion.getFileName()));
        return picked(chooser.showSaveDialog(window));
      }

      @Override
      public Optional<Path> keep(Stage window, Path suggestion) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save");
        chooser.setInitialFileName(String.valueOf(suggestion.getFileName()));
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
      }

      private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser
            .getExtensionFilters()
            .addAll(
                new FileChooser.ExtensionFilter(
                    "Workflows and forms", "*.workflow.json", "*.form.json", "*.json"),
                new FileChooser.ExtensionFilter("All files", "*"));
        return chooser;
      }

      private Optional<Path> picked(@Nullable File file) {
        if (file == null) {
          return Optional.empty();
        }
        folder = file.getParentFile();
        return Optional.of(file.toPath());
      }
    };
  }
}
