package io.concertmaster.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.server.access.Caller;
import io.concertmaster.server.access.Role;
import io.concertmaster.server.access.Scope;
import io.concertmaster.server.store.ServerStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a session lasts, and what ends it. */
class SessionsTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path home;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private ServerStore store;
  private Accounts accounts;

  @BeforeEach
  void begin() throws Exception {
    open();
    accounts.add("anna", PASSWORD, Map.of("sales", Role.EDITOR));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String who(String secret) {
    String name = accounts.visitor(secret).name();
    accounts.sessions().end("cs_none"); // waits until what was noted before is written
    return name;
  }

  @Test
  void whoIsSignedInMayLookAndAnswerAndNothingElse() {
    Caller caller = accounts.visitor(accounts.sessions().begin("anna"));

    assertThat(caller.name()).isEqualTo("anna");
    assertThat(caller.roleIn("sales")).contains(Role.EDITOR);
    assertThat(caller.roleIn("default")).isEmpty();
    assertThat(caller.scopes()).isEqualTo(EnumSet.of(Scope.READ, Scope.RUN));
  }

  @Test
  void aSessionThatIsNotUsedForHalfAnHourIsOver() {
    String secret = accounts.sessions().begin("anna");
    now = now.plus(Duration.ofMinutes(29));
    assertThat(who(secret)).isEqualTo("anna");
    now = now.plus(Duration.ofMinutes(29));
    assertThat(who(secret)).isEqualTo("anna");
    now = now.plus(Duration.ofMinutes(30));
    assertThat(who(secret)).isEqualTo("nobody");
    now = now.minus(Duration.ofMinutes(1)); // the control: a minute earlier it was not
    assertThat(who(secret)).isEqualTo("anna");
  }

  @Test
  void howeverMuchItIsUsedItIsOverAfterHalfADay() {
    String secret = accounts.sessions().begin("anna");
    for (int i = 1; i < 12 * 3; i++) {
      now = now.plus(Duration.ofMinutes(20));
      assertThat(who(secret)).as("after %s times 20 minutes", i).isEqualTo("anna");
    }
    now = now.plus(Duration.ofMinutes(20));
    assertThat(who(secret)).isEqualTo("nobody");
  }

  @Test
  void itOutlivesTheServerButNotItsEnd() throws Exception {
    String secret = accounts.sessions().begin("anna");
    store.close();
    open();
    assertThat(who(secret)).isEqualTo("anna");
    accounts.sessions().end(secret);
    assertThat(who(secret)).isEqualTo("nobody");
  }

  private void open() throws Exception {
    store = ServerStore.open(home);
    accounts = new Accounts(store, LocalToken.of(home), () -> now, 256);
  }

  @Test
  void anotherPasswordALostRoleOrNoAccountEndIt() throws Exception {
    String first = accounts.sessions().begin("anna");
    accounts.setPassword("anna", PASSWORD + " two");
    assertThat(who(first)).isEqualTo("nobody");

    String second = accounts.sessions().begin("anna");
    accounts.setRoles("anna", Map.of("sales", Role.ADMIN, "default", Role.VIEWER));
    assertThat(who(second)).as("more is no loss").isEqualTo("anna");
    assertThat(accounts.visitor(second).roleIn("default")).contains(Role.VIEWER);
    accounts.setRoles("anna", Map.of("sales", Role.RUNNER, "default", Role.VIEWER));
    assertThat(who(second)).as("less is").isEqualTo("nobody");

    String third = accounts.sessions().begin("anna");
    accounts.setRoles("anna", Map.of("sales", Role.RUNNER));
    assertThat(who(third)).as("one is gone").isEqualTo("nobody");

    String fourth = accounts.sessions().begin("anna");
    accounts.delete("anna");
    assertThat(who(fourth)).isEqualTo("nobody");
  }

  @Test
  void whatIsNoSessionIsNobodys() throws Exception {
    String secret = accounts.sessions().begin("anna");
    String token =
        accounts
            .issue(
                "anna",
                "t",
                EnumSet.allOf(Scope.class),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())
            .secret();
    for (String each :
        List.of(
            "",
            "cs_",
            "cs_" + "A".repeat(43),
            "cs_" + "A".repeat(5_000),
            secret.substring(0, secret.length() - 1),
            secret + "A",
            secret.toUpperCase(Locale.ROOT),
            secret.substring(3),
            "cm_" + secret.substring(3),
            Secrets.hash(secret),
            Sessions.confirmation(secret),
            token,
            Files.readString(LocalToken.file(home)).strip())) {
      assertThat(who(each)).as(each).isEqualTo("nobody");
    }
    assertThat(who(secret)).isEqualTo("anna");
  }

  @Test
  void theStoreKnowsItsHashOnly() throws Exception {
    String secret = accounts.sessions().begin("anna");
    store.close();
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(home)) {
      for (Path each : files.filter(file -> file.toString().contains("server.db")).toList()) {
        all.append(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(all.toString()).contains(Secrets.hash(secret)).doesNotContain(secret.substring(3));
    open();
  }
}
