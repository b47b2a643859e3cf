package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.document.FormDocument;
import io.concertmaster.form.build.FormBuilder;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.edit.AddElement;
import io.concertmaster.model.form.edit.Part;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Elements of a form moved by keys. */
@ExtendWith(ApplicationExtension.class)
class FormKeysTest {
  @TempDir static Path folder;
  private OpenWindow window;

  @Start
  void start(Stage unused) {
    window = new OpenWindow(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private FormElement root() {
    return OpenWindow.fx(() ->
        FormLayout.of(((FormDocument) window.bench().documents().active().get()).form().get())
            .root());
  }

  @Test
  void aFieldGoesIntoASectionAndOutOfItAndTheKeysStayWithIt(FxRobot robot) {
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
    OpenWindow.settle();
    OpenWindow.fx(() -> {
      FormDocument form = (FormDocument) window.bench().documents().active().get();
      form.apply(new AddElement(ElementPath.ROOT, 0, Part.SECTION));
      form.apply(new AddElement(ElementPath.ROOT, 1, Part.NUMBER));
      return true;
    });
    OpenWindow.settle();
    Node sheet = robot.lookup(".build-sheet").query();
    FormBuilder builder = OpenWindow.fx(() -> window.bench().builder().orElseThrow());
    OpenWindow.fx(() -> {
      sheet.requestFocus();
      return builder.choose("number");
    });

    robot.push(KeyCode.ALT, KeyCode.RIGHT);
    assertThat(root().elements()).hasSize(1);
    assertThat(root().elements().getFirst().elements()).hasSize(1);
    assertThat(OpenWindow.fx(sheet::isFocused)).isTrue();
    assertThat(OpenWindow.fx(() -> builder.hasChosen().get())).isTrue();

    robot.push(KeyCode.ALT, KeyCode.LEFT);
    assertThat(root().elements()).hasSize(2);
    assertThat(OpenWindow.fx(sheet::isFocused)).isTrue();

    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(root().elements()).hasSize(1);
  }
}
