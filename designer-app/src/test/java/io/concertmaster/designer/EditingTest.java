package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.theme.Theme;
import io.concertmaster.model.NodeDefinition;
import java.nio.file.Files;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Commands by key, menu and palette. */
@ExtendWith(ApplicationExtension.class)
class EditingTest {
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
  void copiedNodesArePastedUnderNewNamesAndOneStepTakesThemBack() {
    window.run("edit.addTrigger");
    window.run("edit.selectAll");
    window.run("edit.copy");
    assertThat(window.clipboard.get().orElseThrow()).contains("trigger.manual");
    window.run("edit.paste");
    assertThat(window.workflow().nodes().values())
        .extracting(NodeDefinition::name)
        .containsExactly("Start by hand", "Start by hand 2");
    window.run("edit.undo");
    assertThat(window.workflow().nodes()).hasSize(1);
  }

  @Test
  void deletingAndDisablingWorkOnWhatIsChosen() {
    window.run("edit.addTrigger");
    window.run("edit.duplicate");
    assertThat(window.workflow().nodes()).hasSize(2);
    window.run("edit.toggleDisabled");
    assertThat(window.workflow().nodes().values())
        .extracting(NodeDefinition::disabled)
        .containsExactly(false, true);
    window.run("edit.delete");
    assertThat(window.workflow().nodes()).hasSize(1);
  }

  @Test
  void onlyAWorkflowWithNodesIsDeployed(FxRobot robot) {
    Node deploy = robot.lookup((Node each) -> "button-deploy.open".equals(each.getId())).query();
    assertThat(deploy.isDisabled()).isTrue();
    window.run("edit.addTrigger");
    assertThat(deploy.isDisabled()).isFalse();
    window.run("edit.delete");
    assertThat(deploy.isDisabled()).isTrue();
  }

  @Test
  void whatIsToBeSelectedIsFoundByNameOrIdOrIsTold() {
    window.run("edit.addTrigger");
    String id = window.workflow().nodes().keySet().iterator().next();
    assertThat(OpenWindow.fx(() -> MainStage.select(window.bench(), "Start by hand"))).isEmpty();
    assertThat(OpenWindow.fx(() -> window.document().selectedNode().get())).contains(id);
    assertThat(OpenWindow.fx(() -> MainStage.select(window.bench(), id))).isEmpty();
    assertThat(OpenWindow.fx(() -> MainStage.select(window.bench(), "Nowhere")))
        .hasValueSatisfying(
            why -> assertThat(why).contains("no node “Nowhere”", "--select the name of a node"));
  }

  @Test
  void aNodeIsRenamedInItsPlace(FxRobot robot) {
    window.run("edit.addTrigger");
    window.run("edit.rename");
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    robot.write("Begin");
    robot.push(KeyCode.ENTER);
    OpenWindow.settle();
    assertThat(window.workflow().nodes().values())
        .extracting(NodeDefinition::name)
        .containsExactly("Begin");
  }

  @Test
  void theCommandPaletteFindsAnActionByALooseName(FxRobot robot) {
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    robot.write("theme dark");
    robot.push(KeyCode.ENTER);
    OpenWindow.settle();
    assertThat(window.look.used().get()).isEqualTo(Theme.DARK);
    assertThat(window.bench().root().getStyleClass()).contains("dark").doesNotContain("light");
    assertThat(window.bench().remember().theme()).isEqualTo("dark");
  }

  @Test
  void enterInThePaletteAddsANodeBehindTheChosenOne(FxRobot robot) {
    window.run("edit.addTrigger");
    window.run("view.findNode");
    robot.write("sort");
    robot.push(KeyCode.ENTER);
    OpenWindow.settle();
    String trigger = window.only("trigger.manual");
    String sort = window.only("data.sort");
    assertThat(window.workflow().outOf(trigger)).extracting(each -> each.target()).contains(sort);
  }
}
