package io.concertmaster.designer;

import io.concertmaster.engine.local.credential.HomeCredentials;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.BuiltInNodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;

/**
 * Writes pictures of what the window shows of credentials, light and dark, into a folder: for
 * looking at them. Run with {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class CredentialPictures {
  private static final String LONG = "trading-partners-of-northern-europe-with-approvals-by-two-1";

  private final PictureWindow window;
  private final Workbench bench;

  private CredentialPictures(PictureWindow window) {
    this.window = window;
    this.bench = window.bench;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length == 0 ? "target/pictures" : args[0]);
    Files.createDirectories(folder);
    Path home = Files.createTempDirectory("designer-home");
    HomeCredentials store = new HomeCredentials(home);
    var types = BuiltInNodes.catalog().credentialTypes();
    store.put("acme", types.get("httpBearer"), JsonObject.of("token", "t0ken"), Instant.now());
    store.put(
        LONG, types.get("httpBasic"), JsonObject.of("user", "a", "password", "b"), Instant.now());
    try (PictureWindow window = PictureWindow.start(folder, home, 1400, 900)) {
      new CredentialPictures(window).all(folder.toAbsolutePath().resolve("ask.workflow.json"));
    }
  }

  private void all(Path file) throws Exception {
    WorkflowFiles.save(
        WorkflowBuilder.workflow("Ask")
            .node("start", "trigger.manual", "Start")
            .node("none", "http.request", "Names none")
            .node("acme", "http.request", "Names one")
            .node("long", "http.request", "Names a long one")
            .node("gone", "http.request", "Names one that is not here")
            .node("rows", "sql.query", "Rows")
            .parameter("rows", "database", "postgresCredential")
            .parameter("rows", "statement", "select 1")
            .set("acme", node -> node.withCredentials(Map.of("http", "acme")))
            .set("long", node -> node.withCredentials(Map.of("http", LONG)))
            .set("gone", node -> node.withCredentials(Map.of("http", "shop-of-last-year")))
            .parameter("none", "url", "https://api.example.org/orders")
            .parameter("acme", "url", "https://api.example.org/orders")
            .parameter("long", "url", "https://api.example.org/orders")
            .parameter("gone", "url", "https://api.example.org/orders")
            .parameter("none", "authentication", "credential")
            .parameter("acme", "authentication", "credential")
            .parameter("long", "authentication", "credential")
            .parameter("gone", "authentication", "credential")
            .connect("start -> none", "none -> acme", "acme -> long", "long -> gone")
            .connect("gone -> rows")
            .at("start", 0, 0)
            .at("none", 200, 0)
            .at("acme", 400, 0)
            .at("long", 0, 160)
            .at("gone", 200, 160)
            .at("rows", 400, 160)
            .build(),
        file);
    window.open(file);
    for (String node : List.of("none", "acme", "long", "gone", "rows")) {
      window.act(() -> bench.document().selectedNode().set(Optional.of(node)));
      window.act(() ->
          ((ScrollPane) bench.root().lookup(".inspector-scroll"))
              .setVvalue(node.equals("rows") ? 0 : 0.18));
      window.shoot("credential-" + node);
    }
    window.press("credential-new");
    window.shoot("credential-dialog-postgres");
    window.press("credential-cancel");
    window.act(() -> bench.document().selectedNode().set(Optional.of("acme")));
    window.press("credential-new");
    window.shoot("credential-dialog-new");
    window.act(() ->
        ((ComboBox<?>) bench.root().lookup("#credential-type")).getSelectionModel().select(5));
    window.shoot("credential-dialog-oauth");
    window.press("credential-save");
    window.shoot("credential-dialog-wrong");
    window.press("credential-cancel");
    window.press("credential-edit");
    window.shoot("credential-dialog-edit");
    window.press("credential-remove");
    window.shoot("credential-dialog-remove");
  }
}
