package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Address;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People, their passwords and tokens; the owner of the machine; the log of what was done. */
class AccountsTest extends ServerFixture {
  private static final String PASSWORD = "correct horse battery";

  private Reply signIn(String name, String password) throws Exception {
    return call(null, "POST", "/api/v1/login", JsonObject.of("name", name, "password", password));
  }

  private void add(String name, JsonObject roles) throws Exception {
    Reply added =
        post(
            "/api/v1/users",
            JsonObject.of("name", name, "password", PASSWORD).with("roles", roles));
    assertThat(added.status()).as("%s", added.json()).isEqualTo(201);
  }

  @Test
  void withoutAnAccountItListensOnThisMachineOnly() {
    server.close();
    assertThatThrownBy(() ->
            ConcertMasterServer.start(
                new ServerOptions(
                    home, new Address("0.0.0.0", 0, Optional.empty()), Optional.empty())))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("no account yet")
        .hasMessageContaining("--bind");
  }

  @Test
  void anAddressOfAnotherMachineIsCalledThat() throws Exception {
    add("anna", JsonObject.of("*", "admin"));
    server.close();
    Address elsewhere = new Address("203.0.113.9", 0, Optional.empty()); // for examples only

    assertThatThrownBy(() -> start(new ServerOptions(home, elsewhere, Optional.empty(), QUICK)))
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith("203.0.113.9 is no address of this machine");
  }

  @Test
  void withAnAccountItListensElsewhereToo() throws Exception {
    add("anna", JsonObject.of("*", "admin"));
    server.close();
    server =
        ConcertMasterServer.start(
            new ServerOptions(
                home, new Address("0.0.0.0", 0, Optional.empty()), Optional.empty(), QUICK));
    assertThat(get("/health").status()).isEqualTo(200);
  }

  @Test
  void theOwnersTokenCanBeReadByTheOwnerOnlyAndStaysTheSame() throws Exception {
    assertThat(Files.getPosixFilePermissions(server.tokenFile()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    String before = owner;
    restart();
    assertThat(owner).isEqualTo(before);
    server.close();
    Files.setPosixFilePermissions(
        home.resolve("server.token"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(this::start)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aSecondServerOfTheSameHomeIsRefused() {
    assertThatThrownBy(() ->
            ConcertMasterServer.start(
                new ServerOptions(
                    home, new Address("127.0.0.1", 0, Optional.empty()), Optional.empty())))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("another server");
  }

  @Test
  void somebodySignsInAndOutAndChangesTheirPassword() throws Exception {
    add("anna", JsonObject.of("default", "editor"));
    String token = (String) signIn("anna", PASSWORD).json().get("token");
    assertThat(call(token, "GET", "/api/v1/me", null).json().get("roles"))
        .isEqualTo(JsonObject.of("default", "editor"));
    Reply changed =
        call(
            token,
            "PUT",
            "/api/v1/me/password",
            JsonObject.of("old", PASSWORD, "password", "another good password"));
    assertThat(changed.status()).isEqualTo(204);
    assertThat(call(token, "GET", "/api/v1/me", null).status()).isEqualTo(401);
    assertThat(signIn("anna", PASSWORD).status()).isEqualTo(401);
    assertThat(signIn("anna", "another good password").status()).isEqualTo(200);
  }

  @Test
  void whoTriesPasswordsIsSlowedDownAndLearnsNothing() throws Exception {
    add("anna", JsonObject.empty());
    String nobody = signIn("nosuchperson", PASSWORD).json().get("detail").toString();
    assertThat(signIn("anna", "wrong password!").json().get("detail")).isEqualTo(nobody);
    int throttled = 0;
    for (int i = 0; i < 30; i++) {
      Reply tried = signIn("anna", "wrong password " + i);
      if (tried.status() == 429) {
        throttled++;
        assertThat(tried.response().headers().firstValue("retry-after")).isPresent();
      }
    }
    assertThat(throttled).isGreaterThan(20);
    assertThat(signIn("anna", PASSWORD).status()).isEqualTo(429);
  }

  @Test
  void shortPasswordsAndTakenNamesAreRefused() throws Exception {
    JsonObject person = JsonObject.of("name", "anna", "password", "short");
    assertThat(post("/api/v1/users", person).status()).isEqualTo(422);
    add("anna", JsonObject.empty());
    assertThat(post("/api/v1/users", person.with("password", PASSWORD)).status()).isEqualTo(409);
    assertThat(post("/api/v1/users", person.with("name", "../x")).status()).isEqualTo(400);
    assertThat(
            post(
                    "/api/v1/users",
                    person.with("name", "b").with("roles", JsonObject.of("*", "emperor")))
                .status())
        .isEqualTo(400);
  }

  @Test
  void aTokenIsGoodForItsScopesAndUntilItIsTakenBack() throws Exception {
    add("anna", JsonObject.of("*", "admin"));
    String session = (String) signIn("anna", PASSWORD).json().get("token");
    Reply made =
        call(
            session,
            "POST",
            "/api/v1/tokens",
            JsonObject.of("name", "robot", "scopes", JsonArray.of("read")).with("days", 1));
    String secret = (String) made.json().get("secret");
    assertThat(secret).startsWith("cm_").hasSize(46);
    assertThat(call(secret, "GET", "/api/v1/workflows", null).status()).isEqualTo(200);
    Reply more =
        call(
            secret,
            "POST",
            "/api/v1/tokens",
            JsonObject.of("name", "more", "scopes", JsonArray.of("deploy")));
    assertThat(more.status()).as("a token makes none that reaches further").isEqualTo(403);
    Reply listed = call(session, "GET", "/api/v1/tokens", null);
    assertThat(listed.response().body()).contains("lastUsed").doesNotContain(secret);
    String id = (String) ((JsonObject) made.json().get("token")).get("id");
    assertThat(call(session, "DELETE", "/api/v1/tokens/" + id, null).status()).isEqualTo(204);
    assertThat(call(secret, "GET", "/api/v1/workflows", null).status()).isEqualTo(401);
  }

  /** What a token for a day made for years would make a day of no meaning. */
  @Test
  void aTokenThatIsMadeByATokenEndsWithIt() throws Exception {
    add("anna", JsonObject.of("*", "admin"));
    String session = (String) signIn("anna", PASSWORD).json().get("token");
    Reply first = made(session, "robot", "read", JsonObject.of("days", 1));
    assertThat(first.status()).isEqualTo(201);
    String robot = (String) first.json().get("secret");
    JsonObject token = (JsonObject) first.json().get("token");

    assertThat(made(robot, "longer", "read", JsonObject.of("days", 2)).status()).isEqualTo(403);
    Reply second = made(robot, "next", "read", JsonObject.empty());
    assertThat(second.status()).isEqualTo(201);
    assertThat(((JsonObject) second.json().get("token")).get("expires"))
        .isEqualTo(token.get("expires"));
    String next = (String) second.json().get("secret");
    String third = (String) made(next, "third", "read", JsonObject.empty()).json().get("secret");
    assertThat(call(third, "GET", "/api/v1/me", null).status()).isEqualTo(200);

    // Signing out ends none that was made by who had signed in; taking one back ends its own.
    assertThat(call(session, "POST", "/api/v1/logout", null).status()).isEqualTo(204);
    assertThat(call(robot, "GET", "/api/v1/me", null).status()).isEqualTo(200);
    assertThat(call(owner, "DELETE", "/api/v1/tokens/" + token.get("id"), null).status())
        .isEqualTo(204);
    for (String each : List.of(robot, next, third)) {
      assertThat(call(each, "GET", "/api/v1/me", null).status()).isEqualTo(401);
    }
  }

  @Test
  void aTokenTakesBackNoneThatMayDoMore() throws Exception {
    add("anna", JsonObject.of("*", "admin"));
    String session = (String) signIn("anna", PASSWORD).json().get("token");
    Reply strong = made(session, "deploys", "deploy", JsonObject.empty());
    Reply alike = made(session, "alike", "read", JsonObject.of("project", "default"));
    String weak =
        (String)
            made(session, "reads", "read", JsonObject.of("project", "default"))
                .json()
                .get("secret");

    assertThat(call(weak, "DELETE", path(strong), null).status()).isEqualTo(403);
    assertThat(
            call(weak, "DELETE", path(made(session, "all", "read", JsonObject.empty())), null)
                .status())
        .as("for all projects")
        .isEqualTo(403);
    assertThat(call(weak, "DELETE", path(alike), null).status()).isEqualTo(204);
    assertThat(call(weak, "DELETE", "/api/v1/tokens/none", null).status()).isEqualTo(404);
    assertThat(call((String) strong.json().get("secret"), "GET", "/api/v1/me", null).status())
        .isEqualTo(200);
  }

  private Reply made(String by, String name, String scope, JsonObject more) throws Exception {
    JsonObject wanted = JsonObject.of("name", name, "scopes", JsonArray.of(scope)).withAll(more);
    return call(by, "POST", "/api/v1/tokens", wanted);
  }

  private static String path(Reply made) {
    return "/api/v1/tokens/" + ((JsonObject) made.json().get("token")).get("id");
  }

  @Test
  void rolesThatAreTakenAwayAreGoneAtOnce() throws Exception {
    add("anna", JsonObject.of("default", "editor"));
    String token = (String) signIn("anna", PASSWORD).json().get("token");
    assertThat(call(token, "GET", "/api/v1/workflows", null).status()).isEqualTo(200);
    assertThat(put("/api/v1/users/anna/roles", JsonObject.empty()).status()).isEqualTo(200);
    assertThat(call(token, "GET", "/api/v1/workflows", null).status()).isEqualTo(403);
    assertThat(call(owner, "DELETE", "/api/v1/users/anna", null).status()).isEqualTo(204);
    assertThat(call(token, "GET", "/api/v1/me", null).status()).isEqualTo(401);
  }

  @Test
  void whatWasDoneAndRefusedStandsInTheLogWithoutSecrets() throws Exception {
    add("anna", JsonObject.of("default", "viewer"));
    String token = (String) signIn("anna", PASSWORD).json().get("token");
    call(token, "PUT", "/api/v1/workflows/x", JsonObject.empty());
    signIn("anna", "wrong password!");
    String log = "";
    for (int i = 0;
        i < 100 && !log.contains("signIn\",\"path\":\"/api/v1/login\",\"status\":401");
        i++) {
      Thread.sleep(10);
      log = get("/api/v1/audit").response().body();
    }
    assertThat(log)
        .contains("\"who\":\"local\"", "addUser")
        .contains("\"who\":\"anna\"", "putWorkflow", "\"status\":403")
        .contains("\"status\":401")
        .doesNotContain(PASSWORD, token, owner);
  }

  @Test
  void whoSignsInStandsInTheLog() throws Exception {
    add("anna", JsonObject.of("default", "viewer"));
    assertThat(signIn("anna", PASSWORD).status()).isEqualTo(200);
    assertThat(signIn("nobody-here", PASSWORD).status()).isEqualTo(401);
    List<JsonObject> tries = List.of();
    for (int i = 0; i < 200 && tries.size() < 2; i++) {
      Thread.sleep(10);
      JsonArray entries = (JsonArray) get("/api/v1/audit").json().get("lines");
      tries =
          entries.stream()
              .map(JsonObject.class::cast)
              .filter(each -> "signIn".equals(each.get("what")))
              .toList();
    }
    assertThat(tries)
        .extracting(each -> each.get("status") + " " + each.get("who"))
        .containsExactlyInAnyOrder("200 anna", "401 nobody");
  }

  @Test
  void nobodyHasARoleOrATokenForAProjectThatIsNotThere() throws Exception {
    JsonObject ghost = JsonObject.of("ghost", "editor");
    JsonObject anna = JsonObject.of("name", "anna", "password", PASSWORD).with("roles", ghost);
    Reply refused = post("/api/v1/users", anna);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("detail"))
        .isEqualTo(
            "there is no project “ghost” to have a role in: make it with PUT"
                + " /api/v1/projects/ghost");
    assertThat(get("/api/v1/users/anna").status()).isEqualTo(404);

    add("anna", JsonObject.of("default", "editor"));
    put("/api/v1/projects/sales", JsonObject.of("name", "Sales"));
    assertThat(put("/api/v1/users/anna/roles", ghost).status()).isEqualTo(400);
    JsonObject sign = JsonObject.of("name", "anna", "password", PASSWORD);
    String token = (String) call(null, "POST", "/api/v1/login", sign).json().get("token");
    JsonObject wanted = JsonObject.of("name", "robot", "scopes", JsonArray.of("read"));
    for (String project : List.of("ghost", "sales")) {
      Reply none = call(token, "POST", "/api/v1/tokens", wanted.with("project", project));
      assertThat(none.status()).isEqualTo(400);
      assertThat(none.json().get("detail"))
          .isEqualTo("there is no project “" + project + "” in which you have a role");
    }
    assertThat(call(token, "POST", "/api/v1/tokens", wanted.with("project", "default")).status())
        .isEqualTo(201);
  }

  @Test
  void rolesThatAreNoneAreToldAsTheRequestHasThem() throws Exception {
    add("anna", JsonObject.of("default", "viewer"));
    String roles = "/api/v1/users/anna/roles";
    Reply wrapped = put(roles, JsonObject.of("roles", JsonObject.of("default", "editor")));
    assertThat(wrapped.status()).isEqualTo(400);
    assertThat(wrapped.json().get("detail"))
        .isEqualTo(
            "the body is an object of roles by project, such as {\"default\": \"editor\"}: the value"
                + " of “roles” is no role");
    assertThat(put(roles, JsonObject.of("default", "king")).json().get("detail"))
        .isEqualTo(
            "the role in “default” is none: a role is “viewer”, “runner”, “editor” or “admin”");
    assertThat(put(roles, JsonObject.of("default", "editor")).status()).isEqualTo(200);
  }

  @Test
  void neitherPasswordsNorTokensNorCredentialsStandInAnyFile() throws Exception {
    add("anna", JsonObject.of("default", "editor"));
    String token = (String) signIn("anna", PASSWORD).json().get("token");
    String canary = "canary-8c1f0a7e5d";
    Reply put =
        put(
            "/api/v1/credentials/mail",
            JsonObject.of("type", "smtp", "values", JsonObject.of("password", canary)));
    assertThat(put.status()).isEqualTo(204);
    Reply listed = get("/api/v1/credentials");
    assertThat(listed.response().body())
        .contains("\"fields\":[\"password\"]")
        .doesNotContain(canary);
    assertThat(call(owner, "GET", "/api/v1/credentials/mail", null).status()).isEqualTo(405);
    server.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes).as("%s", file).doesNotContain(PASSWORD, token, canary);
      }
    }
    start();
  }
}
