package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.EngineException;
import io.concertmaster.model.io.OwnerFile;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Address;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The home of a server, copied while it serves, and put in place elsewhere. */
class ServerBackupTest extends ServerFixture {
  private static final String SECRET = "canary-5d7be2f0";

  @TempDir Path elsewhere;

  private record Acknowledged(String project, long run) {}

  private void prepared() throws Exception {
    live(adding("adds", 1));
    assertThat(put("/api/v1/projects/sales", JsonObject.of("name", "Sales")).status())
        .isIn(200, 201, 204);
    JsonObject other = file(adding("sells", 2));
    assertThat(put("/api/v1/workflows/sells?project=sales", other).status()).isEqualTo(200);
    assertThat(post("/api/v1/workflows/sells/live?project=sales", JsonObject.empty()).status())
        .isEqualTo(200);
    assertThat(
            put(
                    "/api/v1/credentials/shop",
                    JsonObject.of("type", "bearerAuth", "values", JsonObject.of("token", SECRET)))
                .status())
        .isIn(200, 201, 204);
    assertThat(
            post(
                    "/api/v1/users",
                    JsonObject.of("name", "anna", "password", "a long sentence of hers")
                        .with("roles", JsonObject.of("*", "admin")))
                .status())
        .isEqualTo(201);
  }

  /** Begins runs in both projects until it is told to stop; those that were acknowledged. */
  private Thread load(AtomicBoolean stop, ConcurrentLinkedQueue<Acknowledged> acknowledged) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            for (int i = 0; !stop.get(); i++) {
              boolean sales = i % 2 == 1;
              Reply reply =
                  post(
                      "/api/v1/runs" + (sales ? "?project=sales" : ""),
                      JsonObject.of("workflow", sales ? "sells" : "adds", "input", JsonArray.of()));
              if (reply.status() == 201) {
                acknowledged.add(
                    new Acknowledged(sales ? "sales" : "default", (Long) reply.json().get("run")));
              }
            }
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void whatWasAcknowledgedBeforeTheBackupIsThereAfterTheRestore() throws Exception {
    prepared();
    AtomicBoolean stop = new AtomicBoolean();
    ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    List<Thread> threads =
        List.of(load(stop, acknowledged), load(stop, acknowledged), load(stop, acknowledged));
    List<List<Acknowledged>> before = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      while (acknowledged.size() < (i + 1) * 10) {
        Thread.sleep(10);
      }
      before.add(List.copyOf(acknowledged));
      ServerBackup.Made made = ServerBackup.make(home, elsewhere.resolve("backup" + i));
      assertThat(made.projects()).isEqualTo(2);
      assertThat(made.damaged()).isZero();
      assertThat(made.runs()).isGreaterThanOrEqualTo(before.get(i).size());
    }
    stop.set(true);
    for (Thread each : threads) {
      each.join();
    }
    for (int i = 0; i < 3; i++) {
      restoredHas(elsewhere.resolve("backup" + i), elsewhere.resolve("home" + i), before.get(i));
    }
  }

  private void restoredHas(Path backup, Path to, List<Acknowledged> runs) throws Exception {
    assertThat(ServerRestore.from(backup, to, false)).isEmpty();
    Files.copy(home.resolve("server.key"), to.resolve("server.key"));
    server.close();
    server =
        ConcertMasterServer.start(
            new ServerOptions(
                to, new Address("127.0.0.1", 0, Optional.empty()), Optional.empty(), QUICK));
    owner = Files.readString(server.tokenFile()).strip();
    for (Acknowledged each : runs) {
      assertThat(get("/api/v1/runs/" + each.run() + "?project=" + each.project()).status())
          .as("%s", each)
          .isEqualTo(200);
    }
    assertThat(
            call(
                    null,
                    "POST",
                    "/api/v1/login",
                    JsonObject.of("name", "anna", "password", "a long sentence of hers"))
                .status())
        .isEqualTo(200);
    assertThat(ended(run("adds")).get("status")).isEqualTo("succeeded");
    assertThat(get("/api/v1/credentials").response().body()).contains("shop");
  }

  @Test
  void aRestoredServerMakesNoOtherKeyThanItsCredentialsHave() throws Exception {
    prepared();
    ServerBackup.make(home, elsewhere.resolve("backup"));
    Path to = elsewhere.resolve("home");
    assertThat(ServerRestore.from(elsewhere.resolve("backup"), to, false)).isEmpty();
    ServerOptions options =
        new ServerOptions(
            to, new Address("127.0.0.1", 0, Optional.empty()), Optional.empty(), QUICK);

    assertThatThrownBy(() -> ConcertMasterServer.start(options))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("their key is missing")
        .hasMessageContaining(to.resolve("server.key").toString());
    assertThat(to.resolve("server.key")).doesNotExist();

    OwnerFile.create(to.resolve("server.key"), new byte[32]);
    List<String> told = new ArrayList<>();
    Logger log = Logger.getLogger(ConcertMasterServer.class.getName());
    Handler listener = new Told(told);
    log.addHandler(listener);
    try (ConcertMasterServer other = ConcertMasterServer.start(options)) {
      assertThat(other.tokenFile()).exists();
    } finally {
      log.removeHandler(listener);
    }
    assertThat(told).singleElement().asString().contains("another key").contains("default/shop");
  }

  /** Notes what is logged. */
  private static final class Told extends Handler {
    private final List<String> told;

    Told(List<String> told) {
      this.told = told;
    }

    @Override
    public void publish(LogRecord line) {
      told.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void theKeyIsNotInTheBackupNorIsAnySecret() throws Exception {
    prepared();
    Path backup = elsewhere.resolve("backup");
    ServerBackup.make(home, backup);
    String key =
        new String(Files.readAllBytes(home.resolve("server.key")), StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(backup)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThanOrEqualTo(8);
      for (Path each : all) {
        String text = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
        assertThat(text.contains(SECRET) || text.contains(key) || text.contains(owner))
            .as("%s", each)
            .isFalse();
      }
    }
  }

  @Test
  void aDamagedBackupIsRefusedBeforeAnythingIsTouched() throws Exception {
    prepared();
    for (String file : List.of("server/server.db", "projects/sales/journal.db", "items.db")) {
      Path backup = elsewhere.resolve(file.replace('/', '-'));
      ServerBackup.make(home, backup);
      byte[] bytes = Files.readAllBytes(backup.resolve(file));
      bytes[bytes.length / 2] ^= 4;
      Files.write(backup.resolve(file), bytes);
      Path to = elsewhere.resolve("home-of-" + file.replace('/', '-'));
      assertThatThrownBy(() -> ServerRestore.from(backup, to, false))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("damaged");
      assertThat(to).doesNotExist();
    }
  }

  @Test
  void aServerThatIsThereIsPutAsideAndOneThatRunsIsNotTouched() throws Exception {
    prepared();
    Path backup = elsewhere.resolve("backup");
    ServerBackup.make(home, backup);
    assertThatThrownBy(() -> ServerRestore.from(backup, home, true))
        .hasMessageContaining("another server uses");
    live(adding("later", 3));
    server.close();
    assertThatThrownBy(() -> ServerRestore.from(backup, home, false))
        .hasMessageContaining("--force");

    Optional<Path> aside = ServerRestore.from(backup, home, true);

    assertThat(aside).hasValueSatisfying(each -> assertThat(each.resolve("server.db")).exists());
    start();
    assertThat(get("/api/v1/workflows/adds").status()).isEqualTo(200);
    assertThat(get("/api/v1/workflows/later").status()).isEqualTo(404);
  }

  @Test
  void noServerStartsWhereARestoreWasCutShort() throws Exception {
    prepared();
    Path backup = elsewhere.resolve("backup");
    ServerBackup.make(home, backup);
    server.close();
    Files.writeString(home.resolve("restoring"), "now");

    assertThatThrownBy(this::start).hasMessageContaining("was cut short");

    ServerRestore.from(backup, home, true);
    start();
    assertThat(get("/api/v1/workflows/adds").status()).isEqualTo(200);
  }
}
