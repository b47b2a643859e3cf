package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the status bar says of a file: when it was written last, and what is wrong with a form. */
@ExtendWith(ApplicationExtension.class)
class StatusBarTest {
  private static final String FORM =
      """
      {
        "format": 1,
        "id": "order",
        "name": "Order",
        "schema": {
          "type": "object",
          "properties": {
            "name": {"type": "string", "title": ""},
            "amount": {"type": "number"}
          }
        },
        "ui": {
          "type": "VerticalLayout",
          "elements": [
            {"type": "Control", "scope": "#/properties/name"},
            {"type": "Control", "scope": "#/properties/amount"}
          ]
        }
      }
      """;

  private OpenWindow window;
  private Path home;

  @Start
  void start(Stage unused) throws Exception {
    home = Files.createTempDirectory("designer-home");
    Path file = home.resolve("one.workflow.json");
    WorkflowFiles.save(
        WorkflowBuilder.workflow("One").node("start", "trigger.manual", "Start").build(), file);
    LocalDateTime written = LocalDateTime.of(2024, 3, 5, 7, 8);
    Files.setLastModifiedTime(
        file, FileTime.from(written.atZone(ZoneId.systemDefault()).toInstant()));
    window = new OpenWindow(home);
    window.bench().files().open(file);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void itIsTheTimeOfTheFileAndThenOfSaving(FxRobot robot) throws Exception {
    Label saved = robot.lookup("#status-saved").queryAs(Label.class);
    assertThat(OpenWindow.fx(saved::getText)).isEqualTo("Saved 5 Mar 2024, 07:08");
    robot.clickOn("#property-atOnce .text-field");
    OpenWindow.paste(robot, "3");
    OpenWindow.until(
        "the change is told", () -> saved.getText().equals("Changed since 5 Mar 2024, 07:08"));
    window.run("file.save");
    OpenWindow.until("it is saved", () -> saved.getText().matches("Saved \\d\\d:\\d\\d"));
  }

  @Test
  void whatIsWrongWithAFormIsAProblemAndWhatCanBeBetterAHint(FxRobot robot) throws Exception {
    Path file = Files.writeString(home.resolve("order.form.json"), FORM);
    OpenWindow.fx(() -> {
      window.bench().files().open(file);
      return null;
    });
    Button problems = robot.lookup("#status-problems").queryAs(Button.class);
    assertThat(OpenWindow.fx(problems::getText))
        .isEqualTo("1 page · 2 fields · 1 problem · 1 hint");
    assertThat(problems.getStyleClass()).contains("errors");
  }
}
