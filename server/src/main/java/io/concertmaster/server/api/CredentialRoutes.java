package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.flag;
import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.map;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;
import static io.concertmaster.server.http.Schema.time;

import io.concertmaster.node.CredentialType;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.document.Paths;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.http.Input;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.Schema.Member;
import io.concertmaster.server.project.Projects;
import io.concertmaster.server.secret.Credentials;
import io.concertmaster.server.store.CredentialRows.Sealed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Credentials: they can be set and taken away; nothing reads their values back. */
final class CredentialRoutes {
  private static final int SMALL = 100_000;
  private static final String ALL = "/api/v1/credentials";
  private static final String TYPES = "/api/v1/credential-types";

  private final Projects projects;
  private final Credentials credentials;
  private final Map<String, CredentialType> types;

  CredentialRoutes(Projects projects, Credentials credentials, NodeCatalog catalog) {
    this.types = catalog.credentialTypes();
    this.projects = projects;
    this.credentials = credentials;
  }

  List<Route> routes() {
    JsonObject credential =
        object(
            Member.of("name", text("By which workflows name it")),
            Member.of("type", text("What kind it is")),
            Member.of("fields", list(text("Name of a value that is set"))),
            Member.of("updated", time("When it was set")),
            Member.of("author", text("By whom")));
    JsonObject type =
        object(
            Member.of("name", text("By which credentials name it")),
            Member.of("label", text("Its name for people")),
            Member.of("help", text("What it is; may be empty")),
            Member.of(
                "fields",
                list(
                    object(
                        Member.of("name", text("The key in the values")),
                        Member.of("label", text("Its name for people")),
                        Member.of("required", flag("Whether it must have a value")),
                        Member.of("secret", flag("Whether it is never shown again"))))));
    return List.of(
        Route.get(
                TYPES,
                Rules.CREDENTIALS,
                "listCredentialTypes",
                "Which types nodes of this server take, and their fields")
            .answers(200, object(Member.of("types", list(type))))
            .by(this::types),
        Route.get(
                ALL,
                Rules.CREDENTIALS,
                "listCredentials",
                "Which credentials there are, without values")
            .answers(200, object(Member.of("credentials", list(credential))))
            .by(this::all),
        Route.put(
                ALL + "/{credential}",
                Rules.CREDENTIALS,
                "putCredential",
                "Sets a credential; its values are never told again")
            .takes(
                SMALL,
                object(
                    Member.of("type", text("What kind it is")),
                    Member.of("values", map("Values by field", text("A value")))))
            .by(this::put),
        Route.delete(
                ALL + "/{credential}",
                Rules.CREDENTIALS,
                "deleteCredential",
                "Takes a credential away")
            .by(this::delete));
  }

  private Answer types(Call call) throws HttpProblem {
    projects.get(call.project());
    return Answer.ok(JsonText.list("types", List.copyOf(types.values()), CredentialRoutes::json));
  }

  private static JsonObject json(CredentialType type) {
    return JsonObject.of("name", type.name(), "label", type.label())
        .with("help", type.help())
        .with(
            "fields",
            JsonArray.copyOf(
                type.fields().stream()
                    .map(field ->
                        JsonObject.of("name", field.name(), "label", field.label())
                            .with("required", field.required())
                            .with("secret", field.secret()))
                    .toList()));
  }

  private Answer all(Call call) throws HttpProblem {
    projects.get(call.project());
    return Answer.ok(
        JsonText.list("credentials", credentials.all(call.project()), CredentialRoutes::json));
  }

  private Answer put(Call call) throws HttpProblem {
    projects.get(call.project());
    String name = Paths.id(call.value("credential"), "the name of a credential");
    Input input = call.input();
    String type = input.text("type");
    JsonObject values = input.object("values");
    input.noOthers();
    if (values.isEmpty() || !values.values().stream().allMatch(String.class::isInstance)) {
      throw HttpProblem.badRequest("“values” has at least one field, and all are texts");
    }
    if (type.isBlank() || type.length() > 100) {
      throw HttpProblem.badRequest("“type” has 1 to 100 characters");
    }
    CredentialType known = types.get(type); // another one may be for a node that is not here yet
    Optional<String> complaint = known == null ? Optional.empty() : known.complaint(values);
    if (complaint.isPresent()) {
      throw HttpProblem.badRequest("“values”: " + complaint.get());
    }
    credentials.put(call.project(), name, type, values, call.caller().name());
    return Answer.nothing();
  }

  private Answer delete(Call call) throws HttpProblem {
    projects.get(call.project());
    if (!credentials.delete(call.project(), call.value("credential"))) {
      throw HttpProblem.notFound("there is no such credential in this project");
    }
    return Answer.nothing();
  }

  private static JsonObject json(Sealed credential) {
    return JsonObject.of("name", credential.name(), "type", credential.type())
        .with("fields", Json.parse(credential.fields()))
        .with("updated", credential.updated())
        .with("author", credential.author());
  }
}
