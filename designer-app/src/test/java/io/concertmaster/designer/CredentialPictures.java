package io.concertmaster.designer;

import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.screenshot.PictureFile;
import io.concertmaster.designer.screenshot.PrintedDialogs;
import io.concertmaster.designer.settings.WindowState;
import io.concertmaster.designer.theme.Fonts;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import io.concertmaster.designer.window.ClipboardAccess;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;

/**
 * Writes pictures of what the window shows of credentials, light and dark, into a folder: for
 * looking at them. Run with {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class CredentialPictures {
  private static final String LONG = "trading-partners-of-northern-europe-with-approvals-by-two-1";

  private final Path folder;
  private final EngineSession engine;
  private final Look look = new Look(Theme.LIGHT);
  private Workbench bench;
  private Scene scene;

  private CredentialPictures(Path folder, Path home) {
    this.folder = folder;
    this.engine = Designer.engine(home, BuiltInNodes.catalog());
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
    Platform.startup(() -> {});
    CredentialPictures pictures = on(() -> new CredentialPictures(folder, home));
    try {
      pictures.all();
    } finally {
      pictures.engine.close();
      Platform.exit();
    }
  }

  private interface Made<T> {
    T get() throws Exception;
  }

  private static <T> T on(Made<T> made) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(made.get());
      } catch (Exception e) {
        done.completeExceptionally(e);
      }
    });
    return done.get(60, TimeUnit.SECONDS);
  }

  private void all() throws Exception {
    Path file = folder.toAbsolutePath().resolve("ask.workflow.json");
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
    on(() -> {
      Fonts.load();
      bench =
          new Workbench(
              BuiltInNodes.catalog(),
              engine,
              look,
              ClipboardAccess.ofOwn(),
              new PrintedDialogs(),
              WindowState.fresh(),
              Optional.empty(),
              () -> {});
      scene = new Scene(bench.root(), 1400, 900);
      bench.root().resize(1400, 900);
      return bench.files().open(file);
    });
    for (String node : List.of("none", "acme", "long", "gone", "rows")) {
      act(() -> bench.document().selectedNode().set(Optional.of(node)));
      act(() ->
          ((ScrollPane) bench.root().lookup(".inspector-scroll"))
              .setVvalue(node.equals("rows") ? 0 : 0.18));
      shoot("credential-" + node);
    }
    press("credential-new");
    shoot("credential-dialog-postgres");
    press("credential-cancel");
    act(() -> bench.document().selectedNode().set(Optional.of("acme")));
    press("credential-new");
    shoot("credential-dialog-new");
    act(() ->
        ((ComboBox<?>) bench.root().lookup("#credential-type")).getSelectionModel().select(5));
    shoot("credential-dialog-oauth");
    press("credential-save");
    shoot("credential-dialog-wrong");
    press("credential-cancel");
    press("credential-edit");
    shoot("credential-dialog-edit");
    press("credential-remove");
    shoot("credential-dialog-remove");
  }

  private void act(Runnable action) throws Exception {
    on(() -> {
      action.run();
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      return true;
    });
    Thread.sleep(400);
  }

  private void press(String id) throws Exception {
    act(() -> {
      Node found =
          bench.root().lookupAll("*").stream()
              .filter(each -> id.equals(each.getId()))
              .findFirst()
              .orElseThrow();
      ((Button) found).fire();
    });
  }

  private void shoot(String name) throws Exception {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      on(() -> {
        look.chosen().set(theme);
        return true;
      });
      Thread.sleep(400);
      on(() -> {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return PictureFile.write(
            scene.snapshot(null), folder.resolve(name + "-" + theme.id() + ".png"));
      });
    }
  }
}
