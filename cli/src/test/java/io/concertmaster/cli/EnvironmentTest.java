package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.deploy.Remote;
import io.concertmaster.deploy.RemoteWorkflows;
import io.concertmaster.deploy.ServerCertificate;
import io.concertmaster.deploy.Trust;
import io.concertmaster.deploy.environment.Connection;
import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.deploy.environment.Environments;
import io.concertmaster.deploy.run.RemoteRuns;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.ConcertMasterServer;
import io.concertmaster.server.ServerOptions;
import io.concertmaster.server.http.Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments, and runs on them, against a server on this machine that has TLS. */
final class EnvironmentTest {
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir Path folder;
  @TempDir Path serverHome;
  private ConcertMasterServer server;
  private String token = "";

  @BeforeEach
  void start() throws Exception {
    Path store = folder.resolve("own.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "own",
                "-dname",
                "CN=flows.example.org",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    java.security.KeyStore keys = java.security.KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    Enumeration<String> aliases = keys.aliases();
    String alias = aliases.nextElement();
    Path certificate = pem("CERTIFICATE", keys.getCertificate(alias).getEncoded());
    Path key = pem("PRIVATE KEY", keys.getKey(alias, PASSWORD).getEncoded());
    server =
        ConcertMasterServer.start(
            new ServerOptions(
                serverHome,
                new Address("127.0.0.1", 0, Optional.of(new Address.Tls(certificate, key))),
                Optional.empty()));
    token = Files.readString(server.tokenFile()).strip();
  }

  private Path pem(String what, byte[] der) throws Exception {
    String text =
        "-----BEGIN "
            + what
            + "-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END "
            + what
            + "-----\n";
    return Files.writeString(folder.resolve(what.replace(' ', '-') + ".pem"), text);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private URI address() {
    return URI.create("https://127.0.0.1:" + server.port());
  }

  private Environment environment(Trust trust, String secret) {
    return new Environment("staging", address(), "default", trust, Optional.of(secret));
  }

  private static Reason refusal(Environment environment) throws InterruptedException {
    try {
      throw new AssertionError("it connects: " + Connection.to(environment));
    } catch (DeployException e) {
      return e.reason();
    }
  }

  @Test
  void a_certificate_that_a_person_confirmed_is_trusted_and_no_other() throws Exception {
    assertThat(refusal(environment(new Trust.OfSystem(), token))).isEqualTo(Reason.NOT_TRUSTED);
    ServerCertificate seen = ServerCertificate.of(address());
    assertThat(seen.subject()).contains("flows.example.org");
    assertThat(seen.isSelfSigned()).isTrue();
    Connection connection = Connection.to(environment(new Trust.Pinned(seen.fingerprint()), token));
    assertThat(connection.mayDeploy()).isTrue();
    assertThat(connection.inTheClear()).isFalse();
    String other = seen.fingerprint().replace('A', 'B').replace('0', '1');
    assertThat(refusal(environment(new Trust.Pinned(other), token))).isEqualTo(Reason.NOT_TRUSTED);
  }

  @Test
  void what_does_not_help_is_not_advised() {
    Called plain = Called.with("deploy", "--rollback", "--to", "http://127.0.0.1:" + server.port());
    assertThat(plain.err()).contains("does not speak HTTP", "write https://");
    Path certificate = folder.resolve("CERTIFICATE.pem");
    Called named = Called.with("deploy", "--rollback", "--to", address(), "--trust", certificate);
    assertThat(named.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(named.err())
        .contains("is not for the address", "write an address that the certificate names")
        .doesNotContain("--trust");
  }

  @Test
  void what_is_wrong_with_a_connection_is_told_apart() throws Exception {
    Trust trust = new Trust.Pinned(ServerCertificate.of(address()).fingerprint());
    assertThat(refusal(environment(trust, "cm_another-token"))).isEqualTo(Reason.NO_TOKEN);
    Environment elsewhere = new Environment("x", address(), "nowhere", trust, Optional.of(token));
    assertThatThrownBy(() -> Connection.to(elsewhere)).hasMessageContaining("no project “nowhere”");
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + free);
    assertThat(
            refusal(
                new Environment("x", nobody, "default", new Trust.OfSystem(), Optional.empty())))
        .isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void the_command_line_knows_environments_by_name_and_runs_there_are_read() throws Exception {
    Path home = folder.resolve("home");
    Path file = folder.resolve("adds.workflow.json");
    WorkflowFiles.save(
        WorkflowBuilder.workflow("Adds")
            .id("adds")
            .node("start", "trigger.manual", "Start")
            .node("set", "data.editFields", "Add")
            .parameter(
                "set", "fields", JsonArray.of(JsonObject.of("name", "added", "value", "one")))
            .connect("start -> set")
            .build(),
        file);
    Called unknown = Called.with("deploy", file, "--to", "staging", "--home", home);
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("no environment “staging”", "environments.json");
    Trust trust = new Trust.Pinned(ServerCertificate.of(address()).fingerprint());
    Environment staging = environment(trust, token);
    new Environments(home).put(staging, Optional.empty());
    Path items = Files.writeString(folder.resolve("items.json"), "[{\"n\": 1}, {\"n\": 2}]");
    Called called =
        Called.with("deploy", file, "--to", "Staging", "--home", home, "--smoke", items);
    assertThat(called.exit()).as(called.out() + called.err()).isZero();
    try (Remote remote = staging.connect()) {
      RemoteRuns runs = new RemoteRuns(remote);
      List<String> heard = new ArrayList<>();
      runs.follow(new RunId(1), "", event -> heard.add(event.name()));
      assertThat(heard).contains("run-started", "node-done").endsWith("status");
      RunView view = runs.run(new RunId(1)).orElseThrow();
      assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(view.workflow()).isEqualTo(WorkflowFiles.read(file));
      ItemListRef out = view.nodes().get("set").last().outputs().get("main");
      assertThat(view.nodes().get("set").last().inputs().getFirst())
          .isEqualTo(view.nodes().get("start").last().outputs().get("main"));
      assertThat(runs.items(view.id(), out, 1, 10).items().getFirst().json())
          .isEqualTo(JsonObject.of("n", 2L, "added", "one"));
      assertThatThrownBy(() -> runs.items(view.id(), new ItemListRef("abc", 1), 0, 10))
          .isInstanceOf(DeployException.class);
      assertThat(runs.newest("adds", 10)).extracting(each -> each.id()).containsExactly(view.id());
      RunId again = runs.retry(view.id());
      assertThat(again).isEqualTo(new RunId(2));
      RemoteWorkflows workflows = new RemoteWorkflows(remote);
      assertThat(workflows.standing("adds").orElseThrow().live()).hasValue(1);
      assertThat(workflows.standing("none")).isEmpty();
      assertThat(workflows.versions("adds").getFirst().author()).isEqualTo("local");
      assertThat(workflows.definition("adds", 1)).isEqualTo(WorkflowFiles.read(file));
    }
  }
}
