package io.concertmaster.designer;

import atlantafx.base.controls.ToggleSwitch;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.screenshot.PictureFile;
import io.concertmaster.designer.theme.Fonts;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.BuiltInNodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

/**
 * Writes pictures of what listens and of the inbox, light and dark, into a folder: for looking at
 * them. Run with {@code -Dglass.platform=Headless -Dprism.order=sw}; the argument is the folder.
 */
public final class ListeningPictures {
  private static final String LONG =
      "Approve the order of the Donaudampfschifffahrtsgesellschaftskapitänsanwärter of 25 November,"
          + " which is larger than what may be ordered without asking anybody";

  private final Path folder;
  private final Path home;
  private final EngineSession engine;
  private final boolean dark;
  private Workbench bench;
  private Scene scene;

  private ListeningPictures(Path folder, boolean dark) throws Exception {
    this.folder = folder;
    this.dark = dark;
    this.home = Files.createTempDirectory("pictures");
    this.engine = Designer.engine(home, BuiltInNodes.catalog());
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length == 0 ? "target/pictures" : args[0]);
    Files.createDirectories(folder);
    Platform.startup(Fonts::load);
    for (boolean dark : List.of(false, true)) {
      new ListeningPictures(folder, dark).take();
    }
    Platform.exit();
  }

  private static Workflow listening(Path in) {
    return WorkflowBuilder.workflow("Orders of all the shops that send them to us")
        .id("orders")
        .node("call", "trigger.webhook", "New order")
        .parameter("call", "path", "orders/:shop/new")
        .parameter("call", "methods", JsonArray.of("POST"))
        .node("form", "trigger.form", "Ask for an order")
        .parameter("form", "path", "order")
        .parameter("form", "title", "Order")
        .parameter(
            "form", "fields", JsonArray.of(JsonObject.of("label", "Company", "required", true)))
        .node("clock", "trigger.schedule", "Every morning")
        .parameter("clock", "times", JsonArray.of(JsonObject.of("unit", "days", "hour", 6L)))
        .node("file", "trigger.file", "File from the scanner")
        .parameter("file", "folder", in.toString())
        .parameter("file", "pattern", "*.{pdf,png}")
        .node("keep", "data.limit", "Keep")
        .connect("call -> keep", "form -> keep", "clock -> keep", "file -> keep")
        .at("call", 0, 0)
        .at("form", 0, 120)
        .at("clock", 0, 240)
        .at("file", 0, 360)
        .at("keep", 320, 160)
        .build();
  }

  private static Workflow asking(String id, String title, String due, double hours, boolean form) {
    WorkflowBuilder builder =
        WorkflowBuilder.workflow(id.equals("long") ? LONG : "Orders")
            .id(id)
            .node("start", "trigger.manual", "Start")
            .node("task", "flow.task", "Decide")
            .parameter("task", "title", title)
            .parameter(
                "task", "description", "The order is **larger** than usual: have a look at it.")
            .parameter("task", "assignee", "ria.with.a.long.name@example.com")
            .parameter("task", "due", due)
            .parameter("task", "hours", hours)
            .connect("start -> task")
            .at("start", 0, 0)
            .at("task", 240, 0);
    if (form) {
      builder
          .parameter("task", "kind", "form")
          .parameter(
              "task",
              "fields",
              JsonArray.of(
                  JsonObject.of("label", "Amount in euros", "type", "number"),
                  JsonObject.of("label", "Reason", "type", "textarea").with("required", true)));
    }
    if (due.equals("hours") && hours > 1) {
      builder.parameter("task", "reminder", 5.0);
    }
    return builder.build();
  }

  private void take() throws Exception {
    Path in = home.resolve("scans");
    Path file = home.resolve("orders.workflow.json");
    WorkflowFiles.save(listening(in), file);
    fx(() -> {
      bench = PictureWindow.bench(engine, new Look(dark ? Theme.DARK : Theme.LIGHT));
      scene = new Scene(bench.root(), 1400, 900);
      Stage stage = new Stage(); // what changes is drawn in windows only
      stage.setScene(scene);
      stage.show();
      bench.files().open(file);
    });
    choose("file");
    picture("file-trigger");
    choose("call");
    picture("test-idle");
    fx(() -> press("#listen-once"));
    pause(2_000);
    picture("test-listening");
    fx(() -> press("#stop-listening"));
    pause(300);
    fx(() -> bench.commands().get("view.inbox").perform());
    picture("inbox-empty");
    ask("short", asking("short", "Approve order 4711", "hours", 24, false));
    ask("long", asking("long", LONG, "hours", 4, true));
    ask("any", asking("any", "Say what to do with the rest", "never", 1, false));
    ask("late", asking("late", "Approve order 4712", "hours", 0.0005, false));
    await(".task-pane");
    picture("inbox");
    fx(() -> bench.root().lookup("#inbox-tasks").requestFocus());
    fx(() -> {
      ((javafx.scene.control.ListView<?>) bench.root().lookup("#inbox-tasks"))
          .getSelectionModel()
          .select(2);
    });
    await(".task-pane");
    picture("inbox-long");
    fx(() -> bench.commands().get("view.inbox").perform());
    fx(() -> bench.files().open(file));
    fx(() -> press("#active-details"));
    picture("inactive");
    fx(() -> {
      ((ToggleSwitch) bench.root().lookup("#active-switch")).setSelected(true);
    });
    picture("active");
    engine.close();
  }

  private void ask(String id, Workflow workflow) throws Exception {
    Path file = home.resolve(id + ".workflow.json");
    WorkflowFiles.save(workflow, file);
    fx(() -> bench.files().open(file));
    pause(300);
    fx(() -> bench.commands().get("run.start").perform());
    pause(900);
    fx(() -> bench.commands().get("view.inbox").perform());
  }

  /** Waits until something is shown, for ten seconds at most. */
  private void await(String selector) throws Exception {
    boolean[] shown = new boolean[1];
    for (int i = 0; i < 50 && !shown[0]; i++) {
      pause(200);
      fx(() -> {
        bench.root().applyCss();
        bench.root().layout();
        shown[0] = bench.root().lookup(selector) != null;
      });
    }
  }

  private void choose(String node) throws Exception {
    fx(() -> bench.document().selectedNode().set(Optional.of(node)));
  }

  private void press(String id) {
    if (bench.root().lookup(id) instanceof ButtonBase button) {
      button.fire();
    }
  }

  private void picture(String name) throws Exception {
    pause(1_200);
    fx(() -> {
      for (int i = 0; i < 3; i++) {
        bench.root().applyCss();
        bench.root().layout();
      }
    });
    pause(300);
    fx(() ->
        PictureFile.write(
            scene.snapshot(null),
            folder.resolve("listening-" + name + (dark ? "-dark" : "-light") + ".png")));
  }

  private static void pause(long millis) throws InterruptedException {
    Thread.sleep(millis);
  }

  private interface Step {
    void take() throws Exception;
  }

  private static void fx(Step step) throws Exception {
    PictureWindow.on(() -> {
      step.take();
      return true;
    });
  }
}
