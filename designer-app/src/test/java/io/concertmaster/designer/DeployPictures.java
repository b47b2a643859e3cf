package io.concertmaster.designer;

import io.concertmaster.deploy.Trust;
import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.deploy.environment.Environments;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.edit.SetParameters;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.ConcertMasterServer;
import io.concertmaster.server.ServerOptions;
import io.concertmaster.server.http.Address;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;

/**
 * Writes pictures of what the window shows of servers, light and dark, into a folder: for looking
 * at them. Run with {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class DeployPictures {
  private static final String LONG =
      "Orders of trading partners from all ports of Northern Europe, with approvals by two people";

  private final Path folder;
  private final Path home;
  private final PictureWindow window;
  private final Workbench bench;

  private DeployPictures(Path folder, Path home, PictureWindow window) {
    this.folder = folder;
    this.home = home;
    this.window = window;
    this.bench = window.bench;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length == 0 ? "target/pictures" : args[0]);
    Files.createDirectories(folder);
    Path home = Files.createTempDirectory("designer-home");
    try (ConcertMasterServer server =
            ConcertMasterServer.start(
                new ServerOptions(
                    Files.createTempDirectory("server-home"),
                    new Address("127.0.0.1", 0, Optional.empty()),
                    Optional.empty()));
        PictureWindow window = PictureWindow.start(folder, home, 1600, 1000)) {
      new DeployPictures(folder, home, window).all(server);
    }
  }

  private static void wait(int millis) throws InterruptedException {
    Thread.sleep(millis);
  }

  private void all(ConcertMasterServer server) throws Exception {
    Path file = folder.toAbsolutePath().resolve("orders.workflow.json");
    WorkflowFiles.save(orders("Orders", 3, "hello"), file);
    window.open(file);
    window.act(() -> bench.commands().get("deploy.open").perform());
    window.shoot("deploy-nowhere");
    window.act(() -> bench.servers().environments());
    window.shoot("environments-empty");
    String token = Files.readString(server.tokenFile()).strip();
    Environments store = new Environments(home);
    String address = "http://localhost:" + server.port();
    for (String name : List.of("staging", "production")) {
      String at = name.equals("staging") ? address : "http://localhost:1";
      PictureWindow.on(() ->
          bench
              .servers()
              .servers()
              .put(
                  new Environment(
                      name,
                      Environment.address(at),
                      "default",
                      new Trust.OfSystem(),
                      Optional.of(token)),
                  Optional.empty()));
      wait(500);
    }
    assert store.all().size() == 2;
    window.act(() -> bench.servers().environments());
    wait(500);
    window.press("environment-test");
    wait(1500);
    window.shoot("environments");
    window.act(this::away);
    window.act(() -> bench.commands().get("deploy.open").perform());
    wait(2500);
    window.shoot("deploy-new");
    window.act(() -> ((CheckBox) window.id("deploy-smoke")).setSelected(true));
    window.press("deploy-go");
    wait(4000);
    window.shoot("deploy-done");
    window.press("deploy-run");
    wait(2500);
    window.act(() -> bench.document().selectedNode().set(Optional.of("say1")));
    wait(1000);
    window.shoot("run-there");
    window.act(this::change);
    window.act(() -> bench.commands().get("deploy.open").perform());
    wait(2500);
    window.shoot("deploy-difference");
    shootNarrow("deploy-narrow");
    window.press("deploy-go");
    wait(2500);
    window.press("deploy-versions");
    wait(1500);
    window.press("versions-roll-back");
    wait(500);
    window.shoot("versions");
    window.act(this::away);
    Path many = folder.toAbsolutePath().resolve("many.workflow.json");
    WorkflowFiles.save(orders(LONG, 300, "hello"), many);
    window.open(many);
    window.act(() -> bench.commands().get("deploy.open").perform());
    wait(3000);
    window.press("deploy-go");
    wait(4000);
    window.press("deploy-done");
    window.act(() -> {
      for (int i = 1; i <= 300; i += 2) {
        bench
            .document()
            .apply(
                new SetParameters(
                    "say" + i, JsonObject.of("fields", fields("another word, longer " + i))));
      }
    });
    wait(1500);
    window.act(() -> bench.commands().get("deploy.open").perform());
    wait(4000);
    window.shoot("deploy-many");
    window.act(this::away);
    certificates();
    n8n();
    server.close();
    window.act(() -> bench.commands().get("deploy.refresh").perform());
    window.act(() -> bench.commands().get("deploy.open").perform());
    wait(3000);
    window.shoot("deploy-unreachable");
  }

  /** A server whose certificate nobody vouches for, with names as long as people give them. */
  private void certificates() throws Exception {
    Path keys = Files.createTempDirectory("server-keys");
    String secret = "changeit";
    Path file = keys.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=workflows-of-the-department-of-orders.internal.services.example.org,"
                    + " OU=Donaudampfschifffahrtsgesellschaftskapitänsanwärterausbildung,"
                    + " O=An organisation with a long name\\, and one that goes on,"
                    + " L=Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, C=GB",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "400",
                "-storetype",
                "PKCS12",
                "-storepass",
                secret,
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("no certificate could be made");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, secret.toCharArray());
    }
    Path key = keys.resolve("key.pem");
    Path certificate = keys.resolve("certificate.pem");
    pem(key, "PRIVATE KEY", store.getKey("server", secret.toCharArray()).getEncoded());
    pem(certificate, "CERTIFICATE", store.getCertificate("server").getEncoded());
    try (ConcertMasterServer secure =
        ConcertMasterServer.start(
            new ServerOptions(
                Files.createTempDirectory("server-home"),
                new Address("127.0.0.1", 0, Optional.of(new Address.Tls(certificate, key))),
                Optional.empty()))) {
      Environment environment =
          new Environment(
              "The server of all orders that is for try",
              Environment.address("https://localhost:" + secure.port()),
              "default",
              new Trust.OfSystem(),
              Optional.of("cm_token"));
      test(environment);
      wait(2500);
      window.shoot("environments-certificate");
      shootNarrow("environments-certificate-narrow");
      window.press("certificate-trust");
      wait(2500);
      window.shoot("environments-certificate-trusted");
      window.act(this::away);
    }
  }

  /** The same of an n8n server. */
  private void n8n() throws Exception {
    try (N8nDouble there = new N8nDouble()) {
      Path file = folder.toAbsolutePath().resolve("to-n8n.workflow.json");
      Workflow tasks =
          WorkflowBuilder.workflow("Orders that somebody has to approve")
              .id("approve")
              .node("call", "trigger.webhook", "New order")
              .parameter("call", "path", "orders")
              .node("say", "data.editFields", "Say")
              .parameter("say", "fields", fields("hello"))
              .node("task", "flow.task", "Decide")
              .parameter("task", "title", "Approve")
              .node("task2", "flow.task", LONG)
              .parameter("task2", "title", "Approve")
              .connect("call -> say", "say -> task", "say -> task2")
              .at("call", 0, 0)
              .at("say", 240, 0)
              .at("task", 480, 0)
              .at("task2", 720, 0)
              .build();
      WorkflowFiles.save(tasks, file);
      window.open(file);
      Environment environment =
          new Environment(
              "factory",
              Environment.address("http://localhost:" + there.port()),
              Environment.Kind.N8N,
              "default",
              new Trust.OfSystem(),
              Optional.of(N8nDouble.KEY));
      test(environment);
      wait(1500);
      window.shoot("n8n-environment");
      window.act(this::away);
      window.act(() -> bench.servers().deploy(Optional.of(environment)));
      wait(2500);
      window.shoot("n8n-deploy");
      shootNarrow("n8n-deploy-narrow");
      window.press("deploy-go");
      wait(2500);
      window.shoot("n8n-done");
      window.press("deploy-done");
      window.act(this::away);
    }
  }

  /** Puts an environment last, and tries it. */
  private void test(Environment environment) throws Exception {
    PictureWindow.on(() -> bench.servers().servers().put(environment, Optional.empty()));
    wait(500);
    window.act(() -> bench.servers().environments());
    wait(500);
    window.act(() -> {
      ListView<?> list = (ListView<?>) window.id("environment-list");
      list.getSelectionModel().selectLast();
    });
    window.press("environment-test");
  }

  private void shootNarrow(String name) throws Exception {
    window.act(() -> window.size(900, 600));
    wait(500);
    window.shoot(name);
    window.act(() -> window.size(1600, 1000));
  }

  private static void pem(Path file, String kind, byte[] bytes) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }

  private static Workflow orders(String name, int steps, String words) {
    WorkflowBuilder workflow =
        WorkflowBuilder.workflow(name)
            .id(steps > 10 ? "many" : "orders")
            .node("start", "trigger.manual", "Start")
            .at("start", 0, 0);
    String before = "start";
    for (int i = 1; i <= steps; i++) {
      String id = "say" + i;
      workflow
          .node(
              id, "data.editFields", steps > 10 ? "Say what is to be said, step " + i : "Say " + i)
          .parameter(id, "fields", fields(words))
          .connect(before + " -> " + id)
          .at(id, 240.0 * (i % 20), 120 * (i / 20));
      before = id;
    }
    return workflow.build();
  }

  private static JsonArray fields(String words) {
    return JsonArray.of(JsonObject.of("name", "words", "value", words));
  }

  private void change() {
    bench.document().apply(new SetParameters("say2", JsonObject.of("fields", fields("good day"))));
    bench
        .document()
        .apply(
            new SetParameters(
                "say3",
                JsonObject.of(
                    "fields",
                    fields(
                        "a very long text that says much more than anybody reads, ".repeat(6)))));
    Workflow with =
        WorkflowBuilder.workflow("x")
            .node("call", "http.request", "Tell the warehouse")
            .parameter("call", "url", "https://warehouse.example.org")
            .build();
    bench
        .document()
        .apply(
            new io.concertmaster.model.edit.AddNode(
                "call", with.nodes().get("call"), Optional.empty()));
  }

  private void away() {
    bench.root().lookupAll("*").stream()
        .filter(each -> each.getId() != null && each.getId().endsWith("-close"))
        .filter(Button.class::isInstance)
        .filter(each -> !each.getId().equals("inbox-close"))
        .findFirst()
        .ifPresent(each -> ((Button) each).fire());
  }
}
