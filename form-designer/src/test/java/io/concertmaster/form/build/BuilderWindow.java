package io.concertmaster.form.build;

import atlantafx.base.theme.PrimerLight;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.io.FormFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A builder in a window, and what tests do with it. */
final class BuilderWindow {
  private BuilderWindow() {}

  static Form order() throws Exception {
    return FormFiles.read(
        Path.of(System.getProperty("concertmaster.root", ".."), "docs/examples/order.form.json"));
  }

  static <T> T fx(Callable<T> code) {
    T value = WaitForAsyncUtils.waitForAsyncFx(60_000, code);
    WaitForAsyncUtils.waitForFxEvents();
    return value;
  }

  static FormBuilder shown(FormDesk desk) {
    return shown(desk, 990, 800);
  }

  static FormBuilder shown(FormDesk desk, double width, double height) {
    return fx(() -> {
      Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
      FormBuilder builder = new FormBuilder(desk);
      Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
      stage.setScene(new Scene(builder, width, height));
      stage.show();
      return builder;
    });
  }

  static void segment(FormBuilder builder, String bar, int index) {
    boolean done =
        fx(() -> {
          ((ToggleButton) builder.lookup(bar).lookupAll(".segment").toArray(Node[]::new)[index])
              .fire();
          builder.applyCss();
          builder.layout();
          return true;
        });
    assert done;
  }

  static <T extends Node> T part(FormBuilder builder, String id, Class<T> type) {
    return fx(() -> {
      builder.applyCss();
      builder.layout();
      Node found = builder.lookup("#" + id);
      if (found == null) {
        throw new AssertionError("there is no " + id);
      }
      return type.cast(found);
    });
  }

  static void write(FormBuilder builder, String id, String text) {
    TextInputControl field = part(builder, id, TextInputControl.class);
    boolean done =
        fx(() -> {
          field.setText(text);
          return true;
        });
    assert done;
  }

  /** Puts the keyboard into a control. */
  static void focus(FormBuilder builder, String id) {
    Node control = part(builder, id, Node.class);
    boolean has =
        fx(() -> {
          control.requestFocus();
          return control.isFocused();
        });
    assert has;
  }

  /** Presses Enter in a line of text. */
  static void enter(FormBuilder builder, String id) {
    Node line = part(builder, id, Node.class);
    boolean done =
        fx(() -> {
          line.fireEvent(new ActionEvent());
          return true;
        });
    assert done;
  }

  /** What is said about what could not be taken, in sight. */
  static List<String> complaints(FormBuilder builder) {
    return fx(() -> {
      builder.applyCss();
      builder.layout();
      return builder.lookupAll(".refused").stream()
          .filter(Node::isVisible)
          .map(each -> ((Label) each).getText())
          .toList();
    });
  }

  static Field field(OwnDesk desk, String key) {
    return fx(() ->
        FormLayout.of(desk.form().get()).fields().stream()
            .filter(each -> each.key().equals(key))
            .findFirst()
            .orElseThrow());
  }
}
