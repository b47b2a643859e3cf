package io.concertmaster.designer.picture;

import io.concertmaster.designer.data.DataPane;
import io.concertmaster.designer.inspector.InspectorPane;
import io.concertmaster.designer.problems.ProblemsPane;
import io.concertmaster.designer.theme.Fonts;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.edit.SetParameters;
import io.concertmaster.node.data.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Writes pictures of the inspector, the data view and the problems, light and dark, into a folder:
 * for looking at them. Run with {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class Pictures {
  private static final String PARAMETERS =
      """
      {"text": "={{ $json.ship_to.city }} {{ $json.po_number + }}", "lines": "one\\ntwo", "secret": "abc",
       "number": 99, "flag": true, "field": "ship_to.city", "fields": ["partner", "total"],
       "path": "in/orders.csv",
       "sql": "select partner, sum(total) -- each\\nfrom orders\\nwhere partner = 'ACME' and total > 10",
       "data": {"a": [1, true, null], "b": "text"},
       "group": {"user": "me", "password": "={{ $env.PASSWORD }}"},
       "conditions": [{"left": "={{ $json.partner }}", "is": "equals", "right": "ACME"},
                      {"left": "={{ $json.ship_to.zip }}", "is": "notEmpty"}],
       "entries": [{"name": "total", "value": "={{ $json.total }}"}, {"name": "a name that is much longer than its field", "value": "x"}]}
      """;

  private final Path folder;
  private final Look look = new Look(Theme.LIGHT);

  private Pictures(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(args.length == 0 ? "target/pictures" : args[0]);
    Platform.startup(() -> {});
    Platform.runLater(() -> {
      Fonts.load();
      new Pictures(folder).all();
    });
  }

  private void all() {
    folder.toFile().mkdirs();
    shoot(0);
  }

  private void shoot(int number) {
    List<Shot> shots = shots();
    if (number == shots.size() * 2) {
      Platform.exit();
      return;
    }
    Shot shot = shots.get(number / 2);
    boolean dark = number % 2 == 1;
    look.chosen().set(dark ? Theme.DARK : Theme.LIGHT);
    Orders orders = new Orders();
    Region pane = shot.made().pane(orders);
    StackPane root = new StackPane(pane);
    look.dress(root);
    root.setStyle("-fx-font-family: Inter; -fx-font-size: 13px;");
    Stage stage = new Stage();
    Scene scene = new Scene(root, shot.width(), shot.height());
    stage.setScene(scene);
    stage.show();
    root.requestFocus();
    later(() -> {
      shot.then().accept(pane);
      later(() -> {
        write(scene, shot.name() + (dark ? "-dark" : "-light"));
        stage.hide();
        shoot(number + 1);
      });
    });
  }

  private static void later(Runnable action) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(700);
          } catch (InterruptedException e) {
            return;
          }
          Platform.runLater(action);
        });
  }

  private void write(Scene scene, String name) {
    File file = folder.resolve(name + ".png").toFile();
    try {
      ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Shot> shots() {
    return List.of(
        new Shot(
            "inspector-if", 372, 800, orders -> inspector(orders.ran(17), "check"), Pictures::asIs),
        new Shot("inspector-every", 372, 980, Pictures::every, Pictures::asIs),
        new Shot(
            "inspector-every-end",
            372,
            980,
            Pictures::every,
            pane ->
                ((javafx.scene.control.ScrollPane) pane.lookup(".inspector-scroll"))
                    .setVvalue(0.72)),
        new Shot(
            "inspector-input", 372, 500, orders -> inspector(orders.ran(17), "check"), segment(1)),
        new Shot(
            "inspector-on-error",
            372,
            700,
            orders -> inspector(orders.ran(17), "check"),
            segment(3)),
        new Shot("inspector-workflow", 372, 400, orders -> inspector(orders, ""), Pictures::asIs),
        new Shot(
            "data-table", 900, 260, orders -> data(orders.ran(100_000), "check"), Pictures::asIs),
        new Shot("data-json", 900, 260, orders -> data(orders.ran(17), "check"), segment(1)),
        new Shot("data-log", 900, 260, orders -> data(orders.ran(17), ""), segment(2)),
        new Shot("data-empty", 900, 260, orders -> data(orders, "check"), Pictures::asIs),
        new Shot("data-error", 900, 260, orders -> data(orders.ran(17), "every"), Pictures::asIs),
        new Shot("problems", 900, 200, Pictures::problems, Pictures::asIs));
  }

  private static void asIs(Region pane) {
    pane.requestLayout();
  }

  private static Consumer<Region> segment(int index) {
    return pane ->
        ((javafx.scene.control.ToggleButton)
                pane.lookupAll(".segment").toArray(javafx.scene.Node[]::new)[index])
            .fire();
  }

  private static Region inspector(Orders orders, String node) {
    orders.document.selectedNode().set(node.isEmpty() ? Optional.empty() : Optional.of(node));
    return new InspectorPane(orders.document, orders.engine);
  }

  private static Region every(Orders orders) {
    orders.ran(17);
    orders.document.selectedNode().set(Optional.of("every"));
    InspectorPane pane = new InspectorPane(orders.document, orders.engine);
    orders.document.apply(new SetParameters("every", Json.parseObject(PARAMETERS)));
    orders.document.show(
        List.of(Samples.error("every", "number", "“Number” must be from 1 to 10")));
    return pane;
  }

  private static Region data(Orders orders, String node) {
    orders.document.selectedNode().set(node.isEmpty() ? Optional.empty() : Optional.of(node));
    return new DataPane(orders.document, orders.engine);
  }

  private static Region problems(Orders orders) {
    List<Problem> problems =
        List.of(
            Samples.error("check", "conditions[0].left", "this “{{” has no “}}”"),
            Samples.warning("check", "missing", "nothing is connected to “false”"),
            Samples.error(
                "every",
                "path",
                "“Path” has no value: choose the file that this node reads, or an expression that"
                    + " gives its name"));
    orders.document.show(problems);
    return new ProblemsPane(orders.document);
  }

  private record Shot(String name, double width, double height, Made made, Consumer<Region> then) {}

  private interface Made {
    Region pane(Orders orders);
  }
}
