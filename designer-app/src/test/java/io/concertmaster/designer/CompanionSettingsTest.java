package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.FormDocument;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Settings that name another document: it is chosen, opened and made from there. */
@ExtendWith(ApplicationExtension.class)
class CompanionSettingsTest {
  private Path folder;
  private OpenWindow window;

  @Start
  void start(Stage unused) throws Exception {
    folder = Files.createTempDirectory("companions");
    FormFiles.save(Form.empty("order", "Order", "en"), folder.resolve("order.form.json"));
    Files.writeString(folder.resolve("notes.json"), "{}");
    window =
        OpenWindow.showing(
            folder.resolve("intake.workflow.json"),
            WorkflowBuilder.workflow("Intake")
                .id("intake")
                .node("ask", "trigger.form", "Order form")
                .node("call", "flow.subworkflow", "Invoice")
                .build());
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aFormBesideTheWorkflowIsChosenAndOpened() {
    assertThat(offered("ask", "form"))
        .containsExactly("order.form.json", null, "Choose a file…", "New form…");
    assertThat(button("form", ".open").isDisabled()).isTrue();
    fire("order.form.json");
    assertThat(parameter("ask", "form")).isEqualTo("order.form.json");
    assertThat(button("form", ".open").isDisabled()).isFalse();

    window.run("edit.undo");
    assertThat(window.workflow().nodes().get("ask").parameters().containsKey("form")).isFalse();
    window.run("edit.redo");

    OpenWindow.fx(() -> {
      button("form", ".open").fire();
      return true;
    });
    assertThat(window.bench().documents().active().get()).isInstanceOf(FormDocument.class);
    assertThat(window.bench().documents().active().get().file().get())
        .contains(folder.resolve("order.form.json"));
  }

  @Test
  void aNewFormIsMadeBesideTheWorkflowAndNamed() {
    Path made = folder.resolve("intake.form.json");
    window.files.answers.add(made);
    offered("ask", "form");
    fire("New form…");
    assertThat(made).isRegularFile();
    assertThat(parameter("ask", "form")).isEqualTo("intake.form.json");
    assertThat(window.bench().documents().active().get().file().get()).contains(made);
    assertThat(window.bench().documents().active().get().dirty().get()).isFalse();
  }

  @Test
  void whoNamesNoPlaceGetsNothing() {
    offered("ask", "form");
    fire("New form…");
    assertThat(window.workflow().nodes().get("ask").parameters().containsKey("form")).isFalse();
    assertThat(window.bench().documents().all()).hasSize(1);
  }

  @Test
  void aWorkflowIsCalledByOneThatIsMadeNow() {
    Path made = folder.resolve("invoice.workflow.json");
    window.files.answers.add(made);
    assertThat(offered("call", "file"))
        .containsExactly("intake.workflow.json", null, "Choose a file…", "New workflow…");
    fire("New workflow…");
    assertThat(made).isRegularFile();
    OpenWindow.fx(() -> window.bench().files().open(folder.resolve("intake.workflow.json")));
    assertThat(parameter("call", "file")).isEqualTo("invoice.workflow.json");
  }

  private String parameter(String node, String name) {
    Path file = folder.resolve("intake.workflow.json");
    var intake = (EditorDocument) window.bench().documents().ofFile(file).orElseThrow();
    NodeDefinition definition = intake.workflow().get().node(node).orElseThrow();
    return String.valueOf(definition.parameters().get(name));
  }

  private Button button(String property, String style) {
    return OpenWindow.fx(() ->
        (Button)
            Objects.requireNonNull(
                window.main.stage().getScene().lookup("#property-" + property + " " + style)));
  }

  /** What the menu of a setting offers, which then stands open. */
  private List<String> offered(String node, String property) {
    OpenWindow.fx(() -> {
      window.document().selectedNode().set(Optional.of(node));
      return true;
    });
    OpenWindow.fx(() -> {
      button(property, ".choose").fire();
      return true;
    });
    return menu().getItems().stream().map(MenuItem::getText).toList();
  }

  private static ContextMenu menu() {
    return OpenWindow.fx(() ->
        Window.getWindows().stream()
            .filter(ContextMenu.class::isInstance)
            .map(ContextMenu.class::cast)
            .filter(Window::isShowing)
            .findFirst()
            .orElseThrow());
  }

  private static void fire(String text) {
    ContextMenu menu = menu();
    OpenWindow.fx(() -> {
      menu.hide();
      menu.getItems().stream()
          .filter(each -> text.equals(each.getText()))
          .findFirst()
          .orElseThrow()
          .fire();
      return true;
    });
  }
}
