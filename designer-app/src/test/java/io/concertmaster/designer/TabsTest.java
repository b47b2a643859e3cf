package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.document.OpenDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Tabs are told apart, and reached without a mouse. */
@ExtendWith(ApplicationExtension.class)
class TabsTest {
  @TempDir Path folder;
  private OpenWindow window;

  @Start
  void start(Stage unused) throws Exception {
    window = new OpenWindow(Files.createTempDirectory("designer-home"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void keysGoFromTabToTabAndThePaletteFindsTabsThatLieInNoFile(FxRobot robot) {
    window.run("edit.addTrigger");
    window.run("file.new");
    window.run("edit.addTrigger");
    window.run("file.newForm");
    assertThat(titles()).containsExactly("Untitled", "Untitled 2", "New form");
    robot.push(KeyCode.CONTROL, KeyCode.TAB);
    assertThat(front()).isEqualTo("Untitled");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
    assertThat(front()).isEqualTo("New form");
    robot.push(KeyCode.CONTROL, KeyCode.PAGE_UP);
    assertThat(front()).isEqualTo("Untitled 2");
    window.run("deploy.environments");
    robot.push(KeyCode.CONTROL, KeyCode.TAB);
    assertThat(front()).as("a dialog is before it").isEqualTo("Untitled 2");
    robot.push(KeyCode.ESCAPE);
    OpenWindow.fx(() -> {
      new PaletteChoices(window.bench())
          .all().stream()
              .filter(each -> each.kind().equals("Open tab") && each.title().equals("Untitled"))
              .findFirst()
              .orElseThrow()
              .action()
              .run();
      return true;
    });
    assertThat(front()).isEqualTo("Untitled");
  }

  @Test
  void aFormAndAWorkflowOfOneNameAreToldApart(FxRobot robot) {
    window.run("edit.addTrigger");
    save("order.workflow.json");
    window.run("file.newForm");
    save("order.form.json");
    assertThat(titles()).containsExactly("order", "order");
    List<Label> names =
        robot.lookup(".document-tab > .label").queryAllAs(Label.class).stream().toList();
    assertThat(names.get(0).getGraphic()).isNull();
    assertThat(names.get(1).getGraphic()).isNotNull();
    assertThat(names.get(1).getAccessibleText()).isEqualTo("order, form");
  }

  private void save(String name) {
    window.files.answers.add(folder.resolve(name));
    window.run("file.save");
  }

  private List<String> titles() {
    return OpenWindow.fx(
        () -> window.bench().documents().all().stream().map(each -> each.title().get()).toList());
  }

  private String front() {
    OpenWindow.settle();
    return OpenWindow.fx(() -> {
      OpenDocument<?> front = window.bench().documents().active().get();
      return front.title().get();
    });
  }
}
