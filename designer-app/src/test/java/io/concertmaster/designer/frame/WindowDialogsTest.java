package io.concertmaster.designer.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Which button the Enter key presses. */
@ExtendWith(ApplicationExtension.class)
class WindowDialogsTest {
  private WindowDialogs dialogs;

  @Start
  void start(Stage stage) {
    dialogs = new WindowDialogs(() -> stage, new Look(Theme.LIGHT), null);
  }

  @Test
  void enterDoesNotWriteOverWhatAnotherProgramWrote(FxRobot robot) throws Exception {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    Platform.runLater(() -> answer.complete(dialogs.askOverwrite(Path.of("order.workflow.json"))));
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> robot.lookup("Write over it").tryQuery().isPresent());
    Button overwrite = robot.lookup("Write over it").queryButton();
    Button cancel = robot.lookup("Cancel").queryButton();
    assertThat(overwrite.isDefaultButton()).isFalse();
    assertThat(cancel.isDefaultButton()).isTrue();
    robot.interact(cancel::fire);
    assertThat(answer.get(20, TimeUnit.SECONDS)).isFalse();
  }
}
