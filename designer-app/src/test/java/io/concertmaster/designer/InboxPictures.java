package io.concertmaster.designer;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes pictures of runs that wait for people, and of the inbox, light and dark, into a folder.
 * Run with {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class InboxPictures {
  private InboxPictures() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length == 0 ? "target/pictures" : args[0]);
    Files.createDirectories(folder);
    Path home = Files.createTempDirectory("designer-home");
    Path orders = home.resolve("orders.workflow.json");
    Path invoices = home.resolve("invoices.workflow.json");
    WorkflowFiles.save(orders(), orders);
    WorkflowFiles.save(invoices(), invoices);
    try (PictureWindow window = PictureWindow.start(folder, home, 1600, 1000)) {
      window.open(invoices);
      run(window);
      window.open(orders);
      run(window);
      run(window);
      window.act(() -> window.bench.document().selectedNode().set(Optional.of("task")));
      Thread.sleep(500);
      window.shoot("run-waiting");
      window.act(() -> window.size(1100, 700));
      window.shoot("run-waiting-narrow");
      window.act(() -> window.size(1600, 1000));
      window.act(() -> window.bench.commands().get("view.inbox").perform());
      Thread.sleep(1000);
      window.shoot("inbox");
    }
  }

  private static void run(PictureWindow window) throws Exception {
    window.act(() -> window.bench.commands().get("run.start").perform());
    for (int i = 0; i < 100 && !waits(window); i++) {
      Thread.sleep(100);
    }
  }

  private static boolean waits(PictureWindow window) throws Exception {
    return PictureWindow.on(() ->
        window
            .bench
            .document()
            .run()
            .get()
            .filter(run -> run.status() == RunStatus.WAITING)
            .isPresent());
  }

  private static Workflow orders() {
    return WorkflowBuilder.workflow("Large orders")
        .id("orders")
        .node("start", "trigger.manual", "Start by hand")
        .node("order", "data.editFields", "Order")
        .parameter("order", "fields", fields("order", "4711", "customer", "Hansen Shipping"))
        .node("task", "flow.task", "Approve")
        .parameter("task", "title", "Approve order 4711 of Hansen Shipping")
        .parameter(
            "task",
            "description",
            "The order is **larger** than what may be ordered without asking:\n\n- 12,400 euros\n-"
                + " to be shipped on Friday")
        .parameter("task", "assignee", "ria")
        .node("ship", "flow.noOp", "Ship it")
        .node("tell", "flow.noOp", "Tell the customer")
        .connect(
            "start -> order", "order -> task", "task:approved -> ship", "task:rejected -> tell")
        .at("start", 0, 0)
        .at("order", 240, 0)
        .at("task", 480, 0)
        .at("ship", 720, 0)
        .at("tell", 720, 160)
        .build();
  }

  private static Workflow invoices() {
    return WorkflowBuilder.workflow("Invoices")
        .id("invoices")
        .node("start", "trigger.manual", "Start by hand")
        .node("task", "flow.task", "Look at it")
        .parameter("task", "title", "Check the invoice of Larsen & Co")
        .parameter("task", "due", "hours")
        .parameter("task", "hours", 20.0)
        .connect("start -> task")
        .at("start", 0, 0)
        .at("task", 240, 0)
        .build();
  }

  private static JsonArray fields(String... namesAndValues) {
    List<JsonObject> fields = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(JsonObject.of("name", namesAndValues[i], "value", namesAndValues[i + 1]));
    }
    return JsonArray.copyOf(fields);
  }
}
