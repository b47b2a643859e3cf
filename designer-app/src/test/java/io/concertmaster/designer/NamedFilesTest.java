package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Files that a workflow names and that are not there are problems in the window too. */
@ExtendWith(ApplicationExtension.class)
class NamedFilesTest {
  private Path folder;
  private OpenWindow window;

  @Start
  void start(Stage unused) throws Exception {
    folder = Files.createTempDirectory("named").toRealPath();
    window =
        OpenWindow.showing(
            folder.resolve("intake.workflow.json"),
            WorkflowBuilder.workflow("Intake")
                .id("intake")
                .node("ask", "trigger.form", "Order form", JsonObject.of("form", "order.form.json"))
                .node(
                    "call",
                    "flow.subworkflow",
                    "Invoice",
                    JsonObject.of("file", "invoice.workflow.json"))
                .build());
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static List<Problem> missing(EditorDocument document) {
    return document.problems().get().stream()
        .filter(each -> each.code() == Code.MISSING_FILE)
        .toList();
  }

  @Test
  void filesThatAreNotThereAreToldUntilTheyAre() throws Exception {
    EditorDocument document = window.document();
    OpenWindow.until("both are missed", () -> missing(document).size() == 2);
    assertThat(OpenWindow.fx(() -> missing(document)))
        .extracting(each -> each.nodeId().orElse(""), Problem::property)
        .containsExactly(tuple("ask", "form"), tuple("call", "file"));
    Button status = (Button) window.bench().root().lookup("#status-problems");
    assertThat(OpenWindow.fx(status::getText)).contains("problem").doesNotContain("No problems");

    FormFiles.save(Form.empty("order", "Order", "en"), folder.resolve("order.form.json"));
    OpenWindow.fx(() -> {
      window.bench().files().lookAtDisk();
      return true;
    });
    OpenWindow.until("the form is there", () -> missing(document).size() == 1);

    window.files.answers.add(folder.resolve("invoice.workflow.json"));
    window.run("file.new");
    window.run("file.save");
    OpenWindow.until("the called workflow is there", () -> missing(document).isEmpty());

    Files.delete(folder.resolve("order.form.json"));
    OpenWindow.fx(() -> {
      window.bench().files().lookAtDisk();
      return true;
    });
    OpenWindow.until("the form is gone", () -> missing(document).size() == 1);
  }

  @Test
  void anotherNameIsLookedForAtOnce() {
    EditorDocument document = window.document();
    OpenWindow.until("both are missed", () -> missing(document).size() == 2);
    window.run("edit.selectAll");
    window.run("edit.delete");
    assertThat(OpenWindow.fx(() -> missing(document))).isEmpty();
    window.run("edit.undo");
    OpenWindow.until("both are missed again", () -> missing(document).size() == 2);
  }
}
