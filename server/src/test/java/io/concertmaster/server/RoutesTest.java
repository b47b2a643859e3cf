package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.access.Caller;
import io.concertmaster.server.access.Policy;
import io.concertmaster.server.access.Role;
import io.concertmaster.server.access.Scope;
import io.concertmaster.server.http.Method;
import io.concertmaster.server.http.Route;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every route, tried by everybody: the policy in the table is what the socket does. */
class RoutesTest extends ServerFixture {
  private static final String PASSWORD = "correct horse battery";

  /** Somebody who tries, and what the policies should make of them. */
  private record Visitor(String name, Optional<String> token, Caller caller) {}

  private void project(String id) throws Exception {
    assertThat(put("/api/v1/projects/" + id, JsonObject.of("name", id)).status()).isEqualTo(200);
  }

  private Visitor visitor(String name, Map<String, Role> roles, Set<Scope> scopes, String project)
      throws Exception {
    JsonObject.Builder given = JsonObject.builder();
    roles.forEach((where, role) -> given.put(where, role.id()));
    JsonObject account =
        JsonObject.of("name", name, "password", PASSWORD).with("roles", given.build());
    assertThat(post("/api/v1/users", account).status()).isEqualTo(201);
    Reply login =
        call(null, "POST", "/api/v1/login", JsonObject.of("name", name, "password", PASSWORD));
    assertThat(login.status()).isEqualTo(200);
    JsonObject wanted =
        JsonObject.of(
            "name", "test", "scopes", JsonArray.copyOf(scopes.stream().map(Scope::id).toList()));
    Reply token =
        call(
            (String) login.json().get("token"),
            "POST",
            "/api/v1/tokens",
            project.isEmpty() ? wanted : wanted.with("project", project));
    assertThat(token.status()).as("%s", token.json()).isEqualTo(201);
    String secret = (String) token.json().get("secret");
    Optional<String> only = project.isEmpty() ? Optional.empty() : Optional.of(project);
    return new Visitor(name, Optional.of(secret), new Caller(name, "x", roles, scopes, only));
  }

  private List<Visitor> visitors() throws Exception {
    Set<Scope> all = EnumSet.allOf(Scope.class);
    List<Visitor> visitors = new ArrayList<>();
    for (Role role : Role.values()) {
      visitors.add(visitor(role.id() + "-here", Map.of("default", role), all, ""));
      visitors.add(visitor(role.id() + "-all", Map.of("*", role), all, ""));
    }
    visitors.add(visitor("admin-elsewhere", Map.of("other", Role.ADMIN), all, ""));
    visitors.add(visitor("admin-for-other", Map.of("*", Role.ADMIN), all, "other"));
    for (Scope scope : Scope.values()) {
      visitors.add(visitor("only-" + scope.id(), Map.of("*", Role.ADMIN), EnumSet.of(scope), ""));
    }
    visitors.add(visitor("nothing", Map.of(), all, ""));
    visitors.add(new Visitor("no token", Optional.empty(), Caller.NOBODY));
    return visitors;
  }

  @Test
  void theTableSaysWhoMayAndTheSocketDoesIt() throws Exception {
    project("other");
    List<Visitor> visitors = visitors();
    SoftAssertions softly = new SoftAssertions();
    int tried = 0;
    List<Route> routes = server.routes().routes().stream().filter(route -> !route.page()).toList();
    for (Route route : routes) {
      if (route.id().equals("signOut")) {
        continue; // it ends the visitor's token; tried below
      }
      for (Visitor visitor : visitors) {
        String path = route.path().replaceAll("\\{[a-z]+}", "none-such");
        Reply reply = call(visitor.token().orElse(null), route.method().name(), path, null);
        boolean refused = reply.status() == 401 || reply.status() == 403;
        boolean may = visitor.caller().may(route.policy(), "default");
        softly
            .assertThat(refused)
            .as("%s %s by %s: %s", route.method(), route.path(), visitor.name(), reply.status())
            .isEqualTo(!may);
        softly.assertThat(reply.status()).as(route.id()).isLessThan(500);
        tried++;
      }
    }
    softly.assertAll();
    assertThat(tried).isEqualTo((routes.size() - 1) * visitors.size());
    Visitor last = visitors.getFirst();
    assertThat(call(last.token().get(), "POST", "/api/v1/logout", null).status()).isEqualTo(204);
    assertThat(call(last.token().get(), "GET", "/api/v1/me", null).status()).isEqualTo(401);
  }

  /** Pages are for sessions, and a session is good for looking and answering only. */
  private Visitor browsing(String name, Map<String, Role> roles) throws Exception {
    JsonObject.Builder given = JsonObject.builder();
    roles.forEach((where, role) -> given.put(where, role.id()));
    JsonObject account =
        JsonObject.of("name", name, "password", PASSWORD).with("roles", given.build());
    assertThat(post("/api/v1/users", account).status()).isEqualTo(201);
    Browser browser = new Browser(client, server.port());
    assertThat(browser.signIn(name, PASSWORD)).isEqualTo("/inbox");
    Set<Scope> scopes = EnumSet.of(Scope.READ, Scope.RUN);
    return new Visitor(
        name,
        Optional.ofNullable(browser.cookies.get("cm_session")),
        new Caller(name, "session", roles, scopes, Optional.empty()));
  }

  @Test
  void pagesAreForSessionsAsTheTableSays() throws Exception {
    project("other");
    List<Visitor> visitors = new ArrayList<>();
    for (Role role : Role.values()) {
      visitors.add(browsing(role.id(), Map.of("default", role)));
    }
    visitors.add(browsing("admin-all", Map.of("*", Role.ADMIN)));
    visitors.add(browsing("admin-elsewhere", Map.of("other", Role.ADMIN)));
    visitors.add(browsing("nothing", Map.of()));
    visitors.add(new Visitor("no session", Optional.empty(), Caller.NOBODY));
    visitors.add(new Visitor("forged", Optional.of("cs_" + "A".repeat(43)), Caller.NOBODY));
    visitors.add(new Visitor("a token", Optional.of(owner), Caller.NOBODY));
    SoftAssertions softly = new SoftAssertions();
    List<Route> pages = server.routes().routes().stream().filter(Route::page).toList();
    assertThat(pages.stream().map(Route::path)).contains("/inbox", "/inbox/tasks/{project}/{run}");
    for (Route route : pages) {
      for (Visitor visitor : visitors) {
        String path =
            route
                .path()
                .replace("{project}", "default")
                .replace("{run}", "7")
                .replace("{file}", "0");
        Browser browser = new Browser(client, server.port());
        visitor.token().ifPresent(each -> browser.cookies.put("cm_session", each));
        boolean post = route.method() == Method.POST;
        var reply = post ? browser.post(path, Map.of("a", "b")) : browser.get(path);
        boolean asked = Browser.way(reply).startsWith("/inbox/signin?to=");
        boolean unconfirmed =
            route.id().startsWith("sign"); // 403 by who may, without the page's text
        boolean refused = reply.statusCode() == 401 || asked || reply.statusCode() == 403;
        boolean may = visitor.caller().may(route.policy(), "default");
        softly
            .assertThat(refused)
            .as("%s %s by %s: %s", route.method(), path, visitor.name(), reply.statusCode())
            .isEqualTo(!may || unconfirmed);
        softly.assertThat(reply.statusCode()).as(route.id()).isLessThan(500);
      }
      // What lets into the API lets into no page.
      boolean open = route.policy() instanceof Policy.Open;
      String path =
          route.path().replace("{project}", "default").replace("{run}", "7").replace("{file}", "0");
      Reply reply = call(owner, route.method().name(), path, null);
      softly.assertThat(reply.status() == 401 || reply.status() == 303).isEqualTo(!open);
    }
    // And what lets into pages lets into nothing else.
    String session = visitors.get(3).token().orElseThrow();
    softly.assertThat(call(session, "GET", "/api/v1/me", null).status()).isEqualTo(401);
    var cookie = request(null, "/api/v1/me").header("Cookie", "cm_session=" + session).build();
    softly.assertThat(send(cookie).status()).isEqualTo(401);
    softly.assertAll();
  }

  @Test
  void onlyAFewRoutesAreOpenAndTheySayWhy() {
    List<String> open =
        server.routes().routes().stream()
            .filter(route -> route.policy() instanceof Policy.Open)
            .map(Route::path)
            .toList();
    assertThat(open)
        .containsExactlyInAnyOrder(
            "/health",
            "/api/v1/openapi.json",
            "/api/v1/login",
            "/inbox/signin", // to look at
            "/inbox/signin"); // and to be sent
  }

  @Test
  void forgedTokensAreNone() throws Exception {
    Map<String, String> forged = new HashMap<>();
    forged.put("empty", "");
    forged.put("a word", "token");
    forged.put("well made", "cm_" + "A".repeat(43));
    forged.put("cut", owner.substring(0, owner.length() - 1));
    forged.put("longer", owner + "A");
    forged.put("other case", owner.toUpperCase(Locale.ROOT));
    forged.put("huge", "cm_" + "A".repeat(5_000));
    for (Map.Entry<String, String> each : forged.entrySet()) {
      Reply reply = call(each.getValue(), "GET", "/api/v1/me", null);
      assertThat(reply.status()).as(each.getKey()).isEqualTo(401);
      assertThat(reply.response().headers().firstValue("www-authenticate")).contains("Bearer");
    }
    var basic = request(null, "/api/v1/me").header("Authorization", "Basic " + owner).build();
    assertThat(send(basic).status()).isEqualTo(401);
    var twice = request(owner, "/api/v1/me").header("Authorization", "Bearer " + owner).build();
    assertThat(send(twice).status()).isEqualTo(400);
  }

  @Test
  void everyAnswerIsGuardedAndProblemsAreDocuments() throws Exception {
    for (String path : List.of("/health", "/nothing", "/api/v1/me", "/api//v1/me")) {
      Reply reply = call(null, "GET", path, null);
      var headers = reply.response().headers();
      assertThat(headers.firstValue("x-content-type-options")).as(path).contains("nosniff");
      assertThat(headers.firstValue("content-security-policy").orElse("")).contains("'none'");
      assertThat(headers.firstValue("server")).isEmpty();
      if (reply.status() >= 400) {
        assertThat(headers.firstValue("content-type")).contains("application/problem+json");
        assertThat(reply.json().get("status")).isEqualTo((long) reply.status());
        assertThat(reply.json().keySet())
            .containsAll(Arrays.asList("type", "title", "status", "detail"));
      }
    }
    var head = client.send(request(null, "/health").HEAD().build(), BodyHandlers.ofString());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    Reply events = call(owner, "HEAD", "/api/v1/runs/1/events", null);
    assertThat(events.status()).isEqualTo(405);
    assertThat(events.response().headers().firstValue("allow")).contains("GET");
    Reply method = call(owner, "DELETE", "/api/v1/runs", null);
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.response().headers().firstValue("allow")).contains("GET, HEAD, POST");
    assertThat(method.json().get("detail")).isEqualTo("what is taken here: GET, HEAD, POST");
  }
}
