package io.concertmaster.designer.frame;

import io.concertmaster.designer.document.FileDialogs;
import io.concertmaster.designer.theme.Look;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

/**
 * The window's dialogs: one line of what happened, one of why, and buttons that say what they do.
 */
public final class WindowDialogs implements FileDialogs {
  private final Supplier<Stage> stage;
  private final Look look;
  private final FileChoice choice;

  /** In front of a window. */
  public WindowDialogs(Supplier<Stage> stage, Look look, FileChoice choice) {
    this.stage = stage;
    this.look = look;
    this.choice = choice;
  }

  @Override
  public Optional<Path> chooseFile() {
    return choice.open(stage.get());
  }

  @Override
  public Optional<Path> chooseAny(String title) {
    return choice.any(stage.get(), title);
  }

  @Override
  public Optional<Path> choosePlace(Path suggestion) {
    return choice.save(stage.get(), suggestion);
  }

  @Override
  public Optional<Path> chooseTarget(Path suggestion) {
    return choice.keep(stage.get(), suggestion);
  }

  @Override
  public Unsaved askUnsaved(String title) {
    ButtonType save = new ButtonType("Save", ButtonData.YES);
    ButtonType discard = new ButtonType("Don't save", ButtonData.NO);
    ButtonType cancel = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);
    ButtonType answer =
        ask(
            "Save the changes to " + title + "?",
            "They are lost if you don't save them.",
            save,
            discard,
            cancel);
    return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
  }

  @Override
  public Changed askChanged(Path file, boolean dirty) {
    ButtonType reload = new ButtonType("Load the file", ButtonData.YES);
    ButtonType keep = new ButtonType("Keep what I have", ButtonData.CANCEL_CLOSE);
    String why =
        dirty
            ? "Loading it replaces your changes. Undo brings them back."
            : "Nothing was changed here.";
    return ask(file.getFileName() + " was changed by another program", why, reload, keep) == reload
        ? Changed.RELOAD
        : Changed.KEEP;
  }

  @Override
  public boolean askOverwrite(Path file) {
    return mayWriteOver(
        file.getFileName() + " was changed by another program",
        "Saving writes over those changes.");
  }

  @Override
  public boolean askReplace(Path file) {
    return mayWriteOver(
        file.getFileName() + " is there already", "Saving writes over what it holds.");
  }

  private boolean mayWriteOver(String headline, String why) {
    ButtonType overwrite = new ButtonType("Write over it", ButtonData.YES);
    ButtonType cancel = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);
    return askSafely(headline, why, cancel, overwrite, cancel) == overwrite;
  }

  @Override
  public boolean askCancel(String run, List<String> waits) {
    ButtonType cancel = new ButtonType("Cancel the run", ButtonData.YES);
    ButtonType keep = new ButtonType("Let it wait", ButtonData.CANCEL_CLOSE);
    String nodes = String.join(", ", waits.stream().map(each -> "“" + each + "”").toList());
    return askSafely(
            "Cancel " + run + " for good?",
            "It waits for an answer at "
                + nodes
                + ". Nobody can give it once the run is cancelled.",
            keep,
            cancel,
            keep)
        == cancel;
  }

  @Override
  public void tell(String headline, String why) {
    ask(headline, why, new ButtonType("OK", ButtonData.OK_DONE));
  }

  private ButtonType ask(String headline, String why, ButtonType... buttons) {
    return askSafely(headline, why, buttons[0], buttons);
  }

  /** Asks with another default than the first button: where that one loses something. */
  private ButtonType askSafely(
      String headline, String why, ButtonType byDefault, ButtonType... buttons) {
    Alert alert = new Alert(Alert.AlertType.NONE, why, buttons);
    alert.setTitle("ConcertMaster");
    alert.setHeaderText(headline);
    Stage owner = stage.get();
    if (owner.isShowing()) {
      alert.initOwner(owner);
    }
    look.dressOnce(alert.getDialogPane());
    alert.getDialogPane().getStyleClass().add("question");
    alert.getDialogPane().setMinWidth(420);
    for (ButtonType type : buttons) {
      if (alert.getDialogPane().lookupButton(type) instanceof Button button) {
        button.setId("answer-" + type.getText());
        button.setDefaultButton(type == byDefault);
      }
    }
    return alert.showAndWait().orElse(buttons[buttons.length - 1]);
  }
}
