package io.concertmaster.designer.inbox;

import io.concertmaster.designer.controls.Icons;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.hosted.desk.TaskFile;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * A file that somebody sent, in the task that is about it. It can be saved, and is not opened from
 * here: a stranger may have sent it.
 */
final class TaskFileRow extends HBox {
  TaskFileRow(TaskFile file, Runnable save) {
    getStyleClass().add("task-file");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(file.name());
    name.getStyleClass().add("task-file-name");
    name.setMinWidth(0);
    Label size = new Label(ValueText.size(file.file().size()));
    size.getStyleClass().add("task-file-size");
    size.setMinWidth(USE_PREF_SIZE);
    Button button = Icons.button("mdal-get_app", "Save " + file.name() + " as…", save);
    button.setId("task-file-save-" + file.number());
    getChildren().addAll(name, size, button);
  }

  /** A name that can stand for a file in a folder: others may have made it up. */
  static String inFolder(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").strip();
    return plain.isEmpty() || plain.startsWith(".") ? "file" + plain : plain;
  }
}
