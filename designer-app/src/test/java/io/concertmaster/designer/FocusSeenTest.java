package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whoever works by keyboard sees where the keys are, on every kind of control. */
@ExtendWith(ApplicationExtension.class)
class FocusSeenTest {
  private Look look;
  private List<Control> controls = List.of();
  private Stage stage;

  @Start
  void start(Stage window) {
    stage = window;
    look = new Look(Theme.LIGHT);
    Button flat = new Button("Flat");
    flat.getStyleClass().add(Styles.FLAT);
    Button accent = new Button("Accent");
    accent.getStyleClass().add(Styles.ACCENT);
    MenuButton menu = new MenuButton("Menu");
    menu.getStyleClass().add(Styles.FLAT);
    controls =
        List.of(
            flat,
            accent,
            menu,
            new CheckBox("Check"),
            new RadioButton("Radio"),
            new ToggleSwitch("Switch"),
            new Hyperlink("Link"));
    VBox root = new VBox(16, new TextField("before"));
    root.getChildren().addAll(controls);
    root.setStyle("-fx-padding: 24px; -fx-background-color: -color-bg-default;");
    look.dress(root);
    window.setScene(new Scene(root, 320, 480));
    window.show();
  }

  @AfterEach
  void close() {
    OpenWindow.fx(() -> {
      look.close();
      return true;
    });
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theFocusIsSeenOnEveryControl(Theme theme, FxRobot robot) {
    OpenWindow.fx(() -> {
      look.chosen().set(theme);
      stage.getScene().getRoot().lookup(".text-field").requestFocus();
      return true;
    });
    for (Control control : controls) {
      WritableImage before = picture(control);
      robot.push(KeyCode.TAB);
      OpenWindow.settle();
      assertThat(OpenWindow.fx(control::isFocused)).as(control.toString()).isTrue();
      assertThat(changed(before, picture(control))).as(control.toString()).isGreaterThan(60);
    }
  }

  @Test
  void theWordsOfAnEmptyFieldStayWhileItHasTheKeys() {
    TextField field = (TextField) stage.getScene().getRoot().lookup(".text-field");
    OpenWindow.fx(() -> {
      field.clear();
      field.requestFocus();
      return true;
    });
    OpenWindow.settle();
    WritableImage bare = picture(field);
    OpenWindow.fx(() -> {
      field.setPromptText("Find a node by its name");
      return true;
    });
    OpenWindow.settle();
    assertThat(changed(bare, picture(field))).isGreaterThan(100);
  }

  /** What is drawn of a control and right around it. */
  private WritableImage picture(Control control) {
    return OpenWindow.fx(() -> {
      var place = control.localToScene(control.getLayoutBounds());
      WritableImage all = stage.getScene().snapshot(null);
      return new WritableImage(
          all.getPixelReader(),
          (int) place.getMinX() - 6,
          (int) place.getMinY() - 6,
          (int) place.getWidth() + 12,
          (int) place.getHeight() + 12);
    });
  }

  private static long changed(WritableImage before, WritableImage after) {
    int width = (int) before.getWidth();
    return IntStream.range(0, width * (int) before.getHeight())
        .filter(at ->
            before.getPixelReader().getArgb(at % width, at / width)
                != after.getPixelReader().getArgb(at % width, at / width))
        .count();
  }
}
