package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.map;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;
import static io.concertmaster.server.http.Schema.time;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.access.Caller;
import io.concertmaster.server.access.Policy;
import io.concertmaster.server.access.Role;
import io.concertmaster.server.access.Scope;
import io.concertmaster.server.account.Accounts;
import io.concertmaster.server.document.Paths;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.http.Input;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.Schema;
import io.concertmaster.server.http.Schema.Member;
import io.concertmaster.server.project.Projects;
import io.concertmaster.server.store.Account;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Signing in, and the people who may. */
final class AccountRoutes {
  private static final int SMALL = 10_000;
  private static final String USERS = "/api/v1/users";
  private static final String ONE = USERS + "/{user}";
  private static final String ROLES = "such as {\"default\": \"editor\"}";

  private final Accounts accounts;
  private final Projects projects;

  AccountRoutes(Accounts accounts, Projects projects) {
    this.accounts = accounts;
    this.projects = projects;
  }

  List<Route> routes() {
    JsonObject roles =
        map(
            "Roles by project; “*” stands for all",
            Schema.choice("A role", Arrays.stream(Role.values()).map(Role::id).toList()));
    JsonObject user =
        object(
            Member.of("name", text("Their name")),
            Member.of("created", time("Since when they are known")),
            Member.of("roles", roles));
    return List.of(
        Route.post(
                "/api/v1/login",
                new Policy.Open("who signs in has no token yet; tries are slowed down"),
                "signIn",
                "Gives a token for 12 hours to somebody who knows their password")
            .takes(
                SMALL,
                object(Member.of("name", text("Name")), Member.of("password", text("Password"))))
            .answers(
                200,
                object(
                    Member.of("token", text("To be sent as bearer token")),
                    Member.of("expires", time("Until when"))))
            .by(this::signIn),
        Route.post("/api/v1/logout", Rules.KNOWN, "signOut", "Takes back the token that is used")
            .by(this::signOut),
        Route.get("/api/v1/me", Rules.KNOWN, "whoAmI", "Who the token says one is")
            .answers(
                200,
                object(
                    Member.of("name", text("Name")),
                    Member.of("roles", roles),
                    Member.of("scopes", list(text("A scope"))),
                    Member.maybe("project", text("The only project for which the token is good"))))
            .by(AccountRoutes::me),
        Route.put(
                "/api/v1/me/password",
                Rules.KNOWN,
                "changePassword",
                "Changes one's own password; all one's tokens end")
            .takes(
                SMALL,
                object(
                    Member.of("old", text("The password now")),
                    Member.of("password", text("The new one"))))
            .by(this::changePassword),
        Route.get(USERS, Rules.ADMINISTER, "listUsers", "Who may sign in")
            .answers(200, object(Member.of("users", list(user))))
            .by(call -> Answer.ok(JsonText.list("users", accounts.all(), AccountRoutes::json))),
        Route.post(
                USERS,
                Rules.ADMINISTER,
                "addUser",
                "Lets somebody sign in; the first one can be added from this machine only")
            .takes(
                SMALL,
                object(
                    Member.of("name", text("Name")),
                    Member.of("password", text("12 to 200 characters")),
                    Member.of("roles", roles)))
            .answers(201, user)
            .by(this::add),
        Route.get(ONE, Rules.ADMINISTER, "getUser", "One of them")
            .answers(200, user)
            .by(call -> Answer.ok(json(found(call)))),
        Route.put(
                ONE + "/roles",
                Rules.ADMINISTER,
                "setRoles",
                "Gives somebody these roles and no others")
            .takes(SMALL, roles)
            .answers(200, user)
            .by(this::setRoles),
        Route.put(
                ONE + "/password",
                Rules.ADMINISTER,
                "setPassword",
                "Gives somebody another password; their tokens end")
            .takes(SMALL, object(Member.of("password", text("12 to 200 characters"))))
            .by(this::setPassword),
        Route.delete(
                ONE,
                Rules.ADMINISTER,
                "deleteUser",
                "Takes somebody's account away; their tokens end")
            .by(this::delete));
  }

  private Answer signIn(Call call) throws Exception {
    Input input = call.input();
    String name = input.text("name");
    String password = input.text("password");
    input.noOthers();
    if (accounts.find(name).isPresent()) {
      call.isBy(name); // what is no name may be a password in the wrong field: it is not noted
    }
    Accounts.Issued issued = accounts.signIn(name, password, call.address());
    return Answer.ok(
        JsonObject.of("token", issued.secret())
            .with("expires", issued.token().expires().orElseThrow()));
  }

  private Answer signOut(Call call) {
    accounts.revoke(call.caller().token(), Optional.of(call.caller().name()));
    return Answer.nothing();
  }

  private static Answer me(Call call) {
    Caller caller = call.caller();
    JsonObject json =
        JsonObject.of("name", caller.name(), "roles", roles(caller.roles()))
            .with(
                "scopes",
                JsonArray.copyOf(caller.scopes().stream().map(Scope::id).sorted().toList()));
    return Answer.ok(JsonText.maybe(json, "project", caller.project()));
  }

  private Answer changePassword(Call call) throws Exception {
    Input input = call.input();
    String old = input.text("old");
    String password = input.text("password");
    input.noOthers();
    accounts.check(call.caller().name(), old, call.address());
    accounts.setPassword(call.caller().name(), password);
    return Answer.nothing();
  }

  private Answer add(Call call) throws Exception {
    if (accounts.isEmpty() && !call.loopback()) {
      throw new HttpProblem(
          403, "not-allowed", "the first account can be made from the server's own machine only");
    }
    Input input = call.input();
    String name = Paths.id(input.text("name"), "a name");
    String password = input.text("password");
    Map<String, Role> roles = roles(input.object("roles"), "“roles” is");
    input.noOthers();
    accounts.add(name, password, roles);
    Account account = accounts.find(name).orElseThrow();
    return Answer.created(json(account), USERS + "/" + name);
  }

  private Account found(Call call) throws HttpProblem {
    return accounts
        .find(call.value("user"))
        .orElseThrow(() -> HttpProblem.notFound("nobody of that name may sign in"));
  }

  private Answer setRoles(Call call) throws HttpProblem {
    Account account = found(call);
    if (!(call.body() instanceof JsonObject object)) {
      throw HttpProblem.badRequest("the body must be an object of roles by project, " + ROLES);
    }
    accounts.setRoles(account.name(), roles(object, "the body is"));
    return Answer.ok(json(found(call)));
  }

  private Answer setPassword(Call call) throws Exception {
    Account account = found(call);
    Input input = call.input();
    String password = input.text("password");
    input.noOthers();
    accounts.setPassword(account.name(), password);
    return Answer.nothing();
  }

  private Answer delete(Call call) throws HttpProblem {
    accounts.delete(found(call).name());
    return Answer.nothing();
  }

  /**
   * Roles by project.
   *
   * @param where they stand, for messages: “the body is”
   */
  private Map<String, Role> roles(JsonObject object, String where) throws HttpProblem {
    Map<String, Role> roles = new HashMap<>();
    for (Map.Entry<String, @Nullable Object> each : object.entrySet()) {
      String project = each.getKey();
      String name = project.equals(Caller.ALL) ? project : Paths.id(project, "the id of a project");
      if (!(each.getValue() instanceof String word)) {
        throw HttpProblem.badRequest(
            where
                + " an object of roles by project, "
                + ROLES
                + ": the value of “"
                + name
                + "” is no role");
      }
      if (!name.equals(Caller.ALL) && projects.find(name).isEmpty()) {
        throw HttpProblem.badRequest(
            "there is no project “"
                + name
                + "” to have a role in: make it with PUT /api/v1/projects/"
                + name);
      }
      roles.put(
          name,
          Role.of(word)
              .orElseThrow(() ->
                  HttpProblem.badRequest(
                      "the role in “"
                          + name
                          + "” is none: a role is “viewer”, “runner”, “editor” or “admin”")));
    }
    return roles;
  }

  private static JsonObject roles(Map<String, Role> roles) {
    JsonObject.Builder json = JsonObject.builder();
    new TreeMap<>(roles).forEach((project, role) -> json.put(project, role.id()));
    return json.build();
  }

  private static JsonObject json(Account account) {
    return JsonObject.of("name", account.name(), "created", account.created())
        .with("roles", roles(account.roles()));
  }
}
