package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.FormDocument;
import io.concertmaster.designer.document.OpenDocument;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.edit.SetWorkflowName;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Under which id and name workflows and forms go that are made in the window. */
@ExtendWith(ApplicationExtension.class)
class NewDocumentsTest {
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
  void newWorkflowsGetIdAndNameOfTheirFilesSoThatNoneTakesAnothersPlace() throws Exception {
    Workflow orders = savedAs("order-intake.workflow.json");
    assertThat(orders.id()).isEqualTo("order-intake");
    assertThat(orders.name()).isEqualTo("Order intake");
    window.run("file.close");
    Workflow invoices = savedAs("ERP_invoices.workflow.json");
    assertThat(invoices.id()).isEqualTo("erp-invoices");
    assertThat(invoices.name()).isEqualTo("ERP invoices");
    assertThat(window.document().dirty().get()).isFalse();
  }

  @Test
  void aNameThatSomebodyChoseStaysAndGivesTheId() throws Exception {
    name("Bestellungen prüfen");
    Workflow saved = savedAs("x1.workflow.json");
    assertThat(saved.name()).isEqualTo("Bestellungen prüfen");
    assertThat(saved.id()).isEqualTo("bestellungen-prufen");
    name("Another name");
    window.run("file.save");
    assertThat(WorkflowFiles.read(window.file().orElseThrow()).id())
        .isEqualTo("bestellungen-prufen");
    window.run("edit.undo");
    window.run("edit.undo");
    window.run("file.save");
    Workflow undone = WorkflowFiles.read(window.file().orElseThrow());
    assertThat(undone.id()).isEqualTo("bestellungen-prufen");
    assertThat(undone.name()).isEqualTo("X1");
  }

  @Test
  void namesThatSayNothingGetIdsThatNothingElseHas() throws Exception {
    Workflow first = savedAs("untitled.workflow.json");
    window.run("file.close");
    Workflow second = savedAs("elsewhere/untitled.workflow.json");
    assertThat(first.name()).isEqualTo("Untitled").isEqualTo(second.name());
    assertThat(first.id()).startsWith("untitled-").isNotEqualTo(second.id());
    window.run("file.close");
    name("受注");
    assertThat(savedAs("orders.workflow.json").id())
        .startsWith("untitled-")
        .isNotEqualTo(first.id());
  }

  @Test
  void whatRanKeepsItsIdSoThatItsRunsAreFoundAgain() throws Exception {
    window.run("edit.addTrigger");
    window.run("run.start");
    window.ended();
    String id = window.workflow().id();
    Workflow saved = savedAs("order-intake.workflow.json");
    assertThat(saved.id()).isEqualTo(id);
    assertThat(saved.name()).isEqualTo("Order intake");
  }

  @Test
  void aWorkflowThatCannotBeSavedIsStillNobodys() throws Exception {
    String before = window.workflow().id();
    EditorDocument document = window.document();
    Files.writeString(folder.resolve("file"), "");
    window.files.answers.add(folder.resolve("file/orders.workflow.json"));
    var saving = new Thread(() -> OpenWindow.fx(() -> window.bench().files().save(document)));
    saving.start();
    OpenWindow.until(
        "it is told", () -> javafx.stage.Window.getWindows().size() > 1 || !saving.isAlive());
    assertThat(window.workflow().id()).isEqualTo(before);
    assertThat(window.workflow().name()).isEqualTo("Untitled");
    OpenWindow.fx(() -> {
      javafx.stage.Window.getWindows().stream()
          .filter(each -> !each.equals(window.main.stage()))
          .toList()
          .forEach(javafx.stage.Window::hide);
      return true;
    });
    saving.join();
  }

  @Test
  void newFormsGetIdAndNameOfTheirFilesToo() throws Exception {
    window.run("file.newForm");
    Form first = savedForm("order.form.json");
    assertThat(first.id()).isEqualTo("order");
    assertThat(first.name()).isEqualTo("Order");
    window.run("file.close");
    window.run("file.newForm");
    assertThat(savedForm("approval.form.json").id()).isEqualTo("approval");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contact", "contact.json", "contact.workflow.json", "contact.form.json"})
  void aFormIsSavedUnderTheEndingOfFormsAndOpensAgain(String chosen) throws Exception {
    window.run("file.newForm");
    save(chosen);
    Path file = folder.resolve("contact.form.json");
    assertThat(folder).isDirectoryContaining(each -> each.equals(file));
    assertThat(FormFiles.read(file).id()).isEqualTo("contact");
    window.run("file.close");
    assertThat(opened(file)).isInstanceOf(FormDocument.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders.v2", "orders.v2.json", "orders.v2.form.json"})
  void aWorkflowIsSavedUnderTheEndingOfWorkflows(String chosen) throws Exception {
    save(chosen);
    assertThat(WorkflowFiles.read(folder.resolve("orders.v2.workflow.json")).name())
        .isEqualTo("Orders.v2");
  }

  @Test
  void aFileUnderAnotherEndingIsToldByWhatItHoldsAndKeepsItsName() throws Exception {
    Path form = folder.resolve("contact.json").toAbsolutePath();
    FormFiles.save(Form.empty("contact", "Contact", "en"), form);
    assertThat(opened(form)).isInstanceOf(FormDocument.class);
    window.files.answers.add(form);
    window.run("file.saveAs");
    assertThat(folder.resolve("contact.form.json")).doesNotExist();
    Path workflow = folder.resolve("odd.form.json").toAbsolutePath();
    WorkflowFiles.save(Workflow.empty("odd", "Odd"), workflow);
    assertThat(opened(workflow)).isInstanceOf(EditorDocument.class);
  }

  @Test
  void aFileThatNobodyWasAskedAboutIsNotWrittenOverUnasked(FxRobot robot) throws Exception {
    Path there = folder.resolve("contact.form.json").toAbsolutePath();
    FormFiles.save(Form.empty("theirs", "Theirs", "en"), there);
    window.run("file.newForm");
    window.files.answers.add(folder.resolve("contact"));
    var saving = new Thread(() -> window.run("file.save"));
    saving.start();
    OpenWindow.until("it is asked", () -> robot.lookup("#answer-Cancel").tryQuery().isPresent());
    assertThat(robot.lookup(".dialog-pane").<DialogPane>query().getHeaderText())
        .contains("contact.form.json is there already");
    robot.clickOn("#answer-Cancel");
    saving.join();
    assertThat(FormFiles.read(there).id()).isEqualTo("theirs");
  }

  private OpenDocument<?> opened(Path file) {
    return OpenWindow.fx(() -> {
      assertThat(window.bench().files().open(file)).isTrue();
      return window.bench().documents().active().get();
    });
  }

  @Test
  void aCopyUnderAnotherNameIsAnotherWorkflow() throws Exception {
    name("Order intake");
    savedAs("orders.workflow.json");
    Workflow copy = copiedTo("orders-of-france.workflow.json");
    assertThat(copy.id()).isEqualTo("orders-of-france");
    assertThat(copy.name()).isEqualTo("Order intake");
    assertThat(WorkflowFiles.read(folder.resolve("orders.workflow.json")).id())
        .isEqualTo("order-intake");
    assertThat(window.document().dirty().get()).isFalse();
    name("Orders of France");
    window.run("edit.undo");
    window.run("edit.undo");
    window.run("file.save");
    Workflow undone = WorkflowFiles.read(folder.resolve("orders-of-france.workflow.json"));
    assertThat(undone.id()).isEqualTo("orders-of-france");
  }

  @Test
  void aFileThatWasMovedAndOneOfTheSameNameElsewhereStayTheSameWorkflow() throws Exception {
    Workflow first = savedAs("orders.workflow.json");
    assertThat(copiedTo("other/orders.workflow.json").id()).isEqualTo(first.id());
    Files.delete(folder.resolve("other/orders.workflow.json"));
    assertThat(copiedTo("renamed.workflow.json").id()).isEqualTo(first.id());
  }

  private Workflow copiedTo(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    window.files.answers.add(file);
    window.run("file.saveAs");
    return WorkflowFiles.read(file);
  }

  private Workflow savedAs(String name) throws Exception {
    return WorkflowFiles.read(save(name));
  }

  private Form savedForm(String name) throws Exception {
    return FormFiles.read(save(name));
  }

  private Path save(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    window.files.answers.add(file);
    window.run("file.save");
    return file;
  }

  private void name(String name) {
    OpenWindow.fx(() -> {
      window.document().apply(new SetWorkflowName(name));
      return true;
    });
  }
}
