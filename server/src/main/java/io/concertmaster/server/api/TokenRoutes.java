package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.integer;
import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;
import static io.concertmaster.server.http.Schema.time;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.access.Caller;
import io.concertmaster.server.access.Scope;
import io.concertmaster.server.account.Accounts;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.http.Input;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.Schema;
import io.concertmaster.server.http.Schema.Member;
import io.concertmaster.server.project.Projects;
import io.concertmaster.server.store.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** API tokens: for programs, with fewer rights than the person behind them, for a time. */
final class TokenRoutes {
  private static final int SMALL = 10_000;
  private static final long LONGEST_DAYS = 3_650;
  private static final long DAYS = 90;

  private final Accounts accounts;
  private final Projects projects;
  private final InstantSource clock;

  TokenRoutes(Accounts accounts, Projects projects, InstantSource clock) {
    this.accounts = accounts;
    this.projects = projects;
    this.clock = clock;
  }

  List<Route> routes() {
    JsonObject scopes =
        list(Schema.choice("A scope", Arrays.stream(Scope.values()).map(Scope::id).toList()));
    JsonObject token =
        object(
            Member.of("id", text("Names it")),
            Member.of("name", text("What it is for")),
            Member.of("account", text("Whose it is")),
            Member.of("scopes", scopes),
            Member.maybe("project", text("The only project for which it is good")),
            Member.of("created", time("Since when")),
            Member.maybe("expires", time("Until when")),
            Member.maybe("lastUsed", time("When it was used last, to the minute")));
    return List.of(
        Route.get(
                "/api/v1/tokens",
                Rules.KNOWN,
                "listTokens",
                "One's own tokens; for administrators all")
            .answers(200, object(Member.of("tokens", list(token))))
            .by(this::all),
        Route.post(
                "/api/v1/tokens",
                Rules.KNOWN,
                "createToken",
                "Makes a token, which is told this once")
            .takes(
                SMALL,
                object(
                    Member.of("name", text("What it is for")),
                    Member.of("scopes", scopes),
                    Member.maybe("project", text("The only project for which it shall be good")),
                    Member.maybe("days", integer("How long it shall be good; 90 by default"))))
            .answers(
                201,
                object(Member.of("secret", text("The token: cm_…")), Member.of("token", token)))
            .by(this::create),
        Route.delete("/api/v1/tokens/{token}", Rules.KNOWN, "revokeToken", "Takes a token back")
            .by(this::revoke));
  }

  /** Whose tokens a caller may see and take back; everybody's where empty. */
  private static Optional<String> reach(Caller caller) {
    return caller.may(Rules.ADMINISTER, Caller.ALL) ? Optional.empty() : Optional.of(caller.name());
  }

  private Answer all(Call call) {
    return Answer.ok(
        JsonText.list("tokens", accounts.tokens(reach(call.caller())), TokenRoutes::json));
  }

  private Answer create(Call call) throws HttpProblem {
    Caller caller = call.caller();
    if (accounts.find(caller.name()).isEmpty()) {
      throw HttpProblem.conflict(
          "no-account",
          "a token belongs to an account: make one with POST /api/v1/users and sign in");
    }
    Input input = call.input();
    String name = input.text("name");
    Set<Scope> scopes = scopes(input.list("scopes"), caller);
    Optional<String> project = input.maybeText("project");
    Optional<Long> days = input.maybeNumber("days", 1, LONGEST_DAYS);
    input.noOthers();
    if (name.isBlank() || name.length() > 200) {
      throw HttpProblem.badRequest("a token's name has 1 to 200 characters");
    }
    if (caller.project().isPresent() && !caller.project().equals(project)) {
      throw new HttpProblem(
          403, "not-allowed", "the token that is used is good for one project only");
    }
    if (project.isPresent() && !isIn(project.get(), caller)) {
      throw HttpProblem.badRequest(
          "there is no project “" + project.get() + "” in which you have a role");
    }
    Accounts.Issued issued =
        accounts.issue(
            caller.name(),
            name,
            scopes,
            project,
            Optional.of(end(caller, days)),
            Optional.of(caller.token()));
    return Answer.created(
        JsonObject.of("secret", issued.secret(), "token", json(issued.token())),
        "/api/v1/tokens/" + issued.token().id());
  }

  /**
   * Until when a new token is good. One that was made by a token does not outlast it: else who has
   * a token for a day would have one for ever.
   */
  private Instant end(Caller caller, Optional<Long> days) throws HttpProblem {
    Instant wanted = clock.instant().plus(Duration.ofDays(days.orElse(DAYS)));
    Optional<Instant> end =
        own(caller)
            .filter(each -> each.id().equals(caller.token()))
            .filter(each -> each.madeBy().isPresent())
            .findFirst()
            .flatMap(Token::expires)
            .filter(wanted::isAfter);
    if (end.isPresent() && days.isPresent()) {
      throw new HttpProblem(
          403,
          "not-allowed",
          "the token that is used ends before that, on " + end.get() + ": sign in to make others");
    }
    return end.orElse(wanted);
  }

  private Stream<Token> own(Caller caller) {
    return accounts.tokens(Optional.of(caller.name())).stream();
  }

  /** Of a project in which somebody has no role they are not told whether there is one. */
  private boolean isIn(String project, Caller caller) {
    return caller.roleIn(project).isPresent() && projects.find(project).isPresent();
  }

  private static Set<Scope> scopes(JsonArray words, Caller caller) throws HttpProblem {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (Object each : words) {
      Scope scope = each instanceof String word ? Scope.of(word).orElse(null) : null;
      if (scope == null) {
        throw HttpProblem.badRequest(
            "a scope is one of " + Arrays.stream(Scope.values()).map(Scope::id).toList());
      }
      if (!caller.scopes().contains(scope)) {
        throw new HttpProblem(
            403,
            "not-allowed",
            "the token that is used is not good for “" + scope.id() + "” itself");
      }
      scopes.add(scope);
    }
    if (scopes.isEmpty()) {
      throw HttpProblem.badRequest("a token has at least one scope");
    }
    return scopes;
  }

  private Answer revoke(Call call) throws HttpProblem {
    String id = call.value("token");
    Optional<String> reach = reach(call.caller());
    if (reach.isPresent()
        && own(call.caller())
            .anyMatch(each -> each.id().equals(id) && !covers(call.caller(), each))) {
      throw new HttpProblem(
          403, "not-allowed", "that token may do more than the one that is used: sign in");
    }
    if (!accounts.revoke(id, reach)) {
      throw HttpProblem.notFound("there is no such token");
    }
    return Answer.nothing();
  }

  /** Whether a caller may do all that somebody may with another token of the same account. */
  private static boolean covers(Caller caller, Token token) {
    return caller.scopes().containsAll(token.scopes())
        && (caller.project().isEmpty() || caller.project().equals(token.project()));
  }

  private static JsonObject json(Token token) {
    JsonObject json =
        JsonObject.of("id", token.id(), "name", token.name())
            .with("account", token.account())
            .with(
                "scopes",
                JsonArray.copyOf(token.scopes().stream().map(Scope::id).sorted().toList()));
    json = JsonText.maybe(json, "project", token.project()).with("created", token.created());
    json = JsonText.maybe(json, "expires", token.expires());
    return JsonText.maybe(json, "lastUsed", token.lastUsed());
  }
}
