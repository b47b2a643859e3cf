package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.flag;
import static io.concertmaster.server.http.Schema.integer;
import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.named;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;
import static io.concertmaster.server.http.Schema.time;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.document.Definitions;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.Schema;
import io.concertmaster.server.http.Schema.Member;
import io.concertmaster.server.library.Bundle;
import io.concertmaster.server.library.Deployments;
import io.concertmaster.server.library.Library;
import io.concertmaster.server.library.Preview;
import io.concertmaster.server.project.Projects;
import io.concertmaster.server.store.DeploymentRows;
import io.concertmaster.server.store.DeploymentRows.Deployment;
import io.concertmaster.server.store.Document;
import io.concertmaster.server.store.Kind;
import java.util.List;

/** Deployments of bundles, and forms, which come with them. */
final class DeploymentRoutes {
  private static final String DEPLOYMENTS = "/api/v1/deployments";
  private static final int BUNDLE = 16 << 20;
  private static final int LISTED = 1_000;

  private final Projects projects;
  private final Deployments deployments;
  private final Library library;
  private final Definitions definitions;

  DeploymentRoutes(
      Projects projects, Deployments deployments, Library library, Definitions definitions) {
    this.projects = projects;
    this.deployments = deployments;
    this.library = library;
    this.definitions = definitions;
  }

  List<Route> routes() {
    JsonObject deployment =
        object(
            Member.of("deployment", integer("Its number")),
            Member.of("at", time("When")),
            Member.of("author", text("By whom")),
            Member.maybe("rolledBack", time("When it was taken back")),
            Member.of("documents", list(named("DeployedDocument"))));
    return List.of(
        Route.post(
                DEPLOYMENTS + "/preview",
                Rules.LOOK,
                "previewDeployment",
                "What a bundle would change here, and what would be wrong with it")
            .takes(BUNDLE, named("Bundle"))
            .answers(
                200,
                object(
                    Member.of("deployable", flag("Whether nothing keeps it from being deployed")),
                    Member.of("documents", list(named("DocumentChange")))))
            .notAudited()
            .by(this::preview),
        Route.post(DEPLOYMENTS, Rules.CHANGE, "deploy", "Makes a bundle live, all of it or nothing")
            .takes(BUNDLE, named("Bundle"))
            .answers(201, object(Member.of("deployment", integer("Its number"))))
            .by(this::deploy),
        Route.get(
                DEPLOYMENTS, Rules.LOOK, "listDeployments", "The newest deployments, newest first")
            .query("limit", "how many, 100 by default, 1000 at most")
            .query("before", "only those before this one: “next” of the page before")
            .answers(
                200,
                object(
                    Member.of("deployments", list(deployment)),
                    Member.maybe(
                        "next", integer("Where the list goes on; missing where it has ended"))))
            .by(this::newest),
        Route.post(
                DEPLOYMENTS + "/{deployment}/rollback",
                Rules.CHANGE,
                "rollBackDeployment",
                "Goes back to what was live before a deployment")
            .by(this::rollBack),
        Route.get("/api/v1/forms", Rules.LOOK, "listForms", "The forms of a project")
            .answers(200, object(Member.of("forms", list(named("Workflow")))))
            .by(this::forms),
        Route.get("/api/v1/forms/{form}", Rules.LOOK, "getForm", "A form as it is live")
            .answers(200, Schema.anyObject("A form as its file says it"))
            .by(this::form),
        Route.delete(
                "/api/v1/forms/{form}",
                Rules.CHANGE,
                "deleteForm",
                "Takes a form away that no live workflow asks by; what was answered stays with the"
                    + " runs")
            .by(this::deleteForm));
  }

  private Answer preview(Call call) throws HttpProblem {
    Bundle bundle = Bundle.of(call.input(), definitions);
    Preview preview = deployments.preview(projects.get(call.project()), bundle);
    return Answer.ok(
        JsonText.list("documents", preview.parts(), DeploymentRoutes::json)
            .with("deployable", !preview.hasErrors()));
  }

  private static JsonObject json(Preview.Part part) {
    JsonObject json =
        JsonObject.of("kind", part.draft().kind().id(), "id", part.draft().id())
            .with("name", part.draft().name())
            .with("path", part.draft().path())
            .with("change", JsonText.word(part.change()));
    json = JsonText.maybe(json, "live", part.live()).with("active", part.active());
    if (part.difference().isPresent()) {
      json = json.with("difference", WorkflowJson.of(part.difference().get()));
    }
    if (part.formDifference().isPresent()) {
      json = json.with("formDifference", WorkflowJson.of(part.formDifference().get()));
    }
    return json.with("problems", WorkflowJson.of(part.problems()))
        .with("missingCredentials", JsonArray.copyOf(part.missing()));
  }

  private Answer deploy(Call call) throws Exception {
    Bundle bundle = Bundle.of(call.input(), definitions);
    long number = deployments.deploy(projects.get(call.project()), bundle, call.caller().name());
    return Answer.created(JsonObject.of("deployment", number), DEPLOYMENTS + "/" + number);
  }

  private Answer newest(Call call) throws HttpProblem {
    int limit = (int) call.number("limit", 1, LISTED).orElse(100);
    long before = call.number("before", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
    DeploymentRows.Page page = deployments.newest(projects.get(call.project()), before, limit);
    JsonObject json = JsonText.list("deployments", page.deployments(), DeploymentRoutes::json);
    return Answer.ok(page.next().isPresent() ? json.with("next", page.next().getAsLong()) : json);
  }

  private static JsonObject json(Deployment deployment) {
    JsonObject json =
        JsonObject.of("deployment", deployment.number(), "at", deployment.at())
            .with("author", deployment.author());
    return JsonText.maybe(json, "rolledBack", deployment.rolledBack())
        .with(
            "documents",
            JsonArray.copyOf(deployment.parts().stream().map(DeploymentRoutes::json).toList()));
  }

  private static JsonObject json(DeploymentRows.Part part) {
    JsonObject json =
        JsonObject.of("kind", part.kind().id(), "id", part.id())
            .with("name", part.name())
            .with("version", part.version());
    if (part.deleted()) {
      json = json.with("deleted", true);
    }
    return part.before().isEmpty()
        ? json
        : json.with("before", part.before().getAsLong())
            .with("activeBefore", part.activeBefore())
            .with("activeAfterwards", part.activeAfterwards());
  }

  private Answer rollBack(Call call) throws Exception {
    String number = call.value("deployment");
    if (!number.matches("[1-9][0-9]{0,15}")) {
      throw HttpProblem.notFound("there is no such deployment");
    }
    deployments.rollBack(projects.get(call.project()), Long.parseLong(number));
    return Answer.nothing();
  }

  private Answer forms(Call call) throws HttpProblem {
    List<Document> forms = library.all(projects.get(call.project()), Kind.FORM);
    return Answer.ok(JsonText.list("forms", forms, WorkflowJson::of));
  }

  private Answer form(Call call) throws HttpProblem {
    return Answer.ok(
        Json.parseObject(library.liveForm(projects.get(call.project()), call.value("form"))));
  }

  private Answer deleteForm(Call call) throws Exception {
    library.deleteForm(projects.get(call.project()), call.value("form"));
    return Answer.nothing();
  }
}
