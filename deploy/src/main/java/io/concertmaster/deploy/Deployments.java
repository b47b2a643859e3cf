package io.concertmaster.deploy;

import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.model.check.Problem;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be done with a bundle and a server. */
public final class Deployments {
  private static final String PATH = "/api/v1/deployments";
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  /** What a server takes for the id of a workflow. */
  private static final Pattern ID = Pattern.compile("[a-z0-9][A-Za-z0-9_-]{0,63}");

  private final Remote remote;

  public Deployments(Remote remote) {
    this.remote = remote;
  }

  /** What a bundle would change there, and what is wrong with it, there and here. */
  public Preview preview(Bundle bundle) throws DeployException, InterruptedException {
    Preview preview = Preview.of(remote.post(PATH + "/preview", documents(bundle)), bundle);
    for (Part part : bundle.parts()) {
      List<Problem> wrong = new ArrayList<>(part.problems());
      for (Part.Elsewhere each : part.elsewhere()) {
        if (!isLive(each.workflow())) {
          wrong.add(each.missing());
        }
      }
      preview = preview.with(part, wrong);
    }
    return preview;
  }

  private boolean isLive(String workflow) throws DeployException, InterruptedException {
    return ID.matcher(workflow).matches()
        && new RemoteWorkflows(remote)
            .standing(workflow)
            .filter(each -> each.live().isPresent())
            .isPresent();
  }

  private static JsonObject documents(Bundle bundle) {
    return JsonObject.of(
        "documents", JsonArray.copyOf(bundle.parts().stream().map(Part::toJson).toList()));
  }

  /**
   * Makes a bundle live there, where everything is still as a preview showed it.
   *
   * @param activate whether its triggers are to listen
   * @return the number of the deployment
   */
  public long deploy(Bundle bundle, Preview shown, boolean activate)
      throws DeployException, InterruptedException {
    List<JsonObject> expected =
        shown.changes().stream()
            .map(each -> {
              JsonObject one = JsonObject.of("kind", each.kind(), "id", each.id());
              return each.live().isPresent() ? one.with("live", each.live().get()) : one;
            })
            .toList();
    JsonObject answer =
        remote.post(
            PATH,
            documents(bundle)
                .with("expected", JsonArray.copyOf(expected))
                .with("activate", activate));
    return number(answer, "deployment");
  }

  /**
   * A deployment that was made.
   *
   * @param author who deployed
   * @param documents what it brought
   */
  public record Made(long number, String author, List<Brought> documents) {
    public Made {
      documents = List.copyOf(documents);
    }

    /** The version of a workflow that it brought; none where it brought none. */
    public OptionalLong versionOf(String workflow) {
      return documents.stream()
          .filter(each -> each.kind().equals(Part.Kind.WORKFLOW.id()) && each.id().equals(workflow))
          .mapToLong(Brought::version)
          .findFirst();
    }
  }

  /**
   * A document that a deployment brought.
   *
   * @param kind “workflow” or “form”
   * @param name what people call it
   * @param version that became live
   * @param before the version that was live before, and is again when it is rolled back; none where
   *     nothing was
   * @param activeBefore whether the triggers of that listened
   * @param activeAfterwards whether they listen when it is rolled back now
   * @param deleted whether it was deleted since: the server does not roll the deployment back then
   */
  public record Brought(
      String kind,
      String id,
      String name,
      long version,
      OptionalLong before,
      boolean activeBefore,
      boolean activeAfterwards,
      boolean deleted) {
    /** What is live when it is rolled back, such as {@code version 3, active}. */
    public String afterwards() {
      if (deleted) {
        return "nothing, since it was deleted";
      }
      if (before.isEmpty()) {
        return "nothing";
      }
      String listens = activeAfterwards ? ", active" : ", not active";
      return "version " + before.getAsLong() + (kind.equals(Part.Kind.FORM.id()) ? "" : listens);
    }
  }

  /**
   * The newest deployment that was not rolled back and is such a one. The list is asked for page by
   * page, until one is found or it has ended.
   */
  public Optional<Made> newest(Predicate<Made> such) throws DeployException, InterruptedException {
    String page = PATH;
    while (true) {
      JsonObject answer = remote.get(page);
      for (JsonObject one : Preview.objects(answer.get("deployments"))) {
        if (!one.containsKey("rolledBack")) {
          Made made = made(one);
          if (such.test(made)) {
            return Optional.of(made);
          }
        }
      }
      if (!answer.containsKey("next")) {
        return Optional.empty();
      }
      page = PATH + "?before=" + number(answer, "next");
    }
  }

  private static Made made(JsonObject json) throws DeployException {
    List<Brought> documents = new ArrayList<>();
    for (JsonObject each : Preview.objects(json.get("documents"))) {
      documents.add(brought(each));
    }
    return new Made(number(json, "deployment"), Preview.text(json, "author"), documents);
  }

  private static Brought brought(JsonObject json) throws DeployException {
    String id = Preview.text(json, "id");
    String name = Preview.text(json, "name");
    return new Brought(
        Preview.text(json, "kind"),
        id,
        name.isEmpty() ? id : name,
        number(json, "version"),
        json.get("before") instanceof Long before ? OptionalLong.of(before) : OptionalLong.empty(),
        Boolean.TRUE.equals(json.get("activeBefore")),
        Boolean.TRUE.equals(json.getOrDefault("activeAfterwards", json.get("activeBefore"))),
        Boolean.TRUE.equals(json.get("deleted")));
  }

  /** Goes back to what was live before a deployment. */
  public void rollBack(long deployment) throws DeployException, InterruptedException {
    remote.post(PATH + "/" + deployment + "/rollback");
  }

  /** A run there, and how it stands. */
  public record Run(long number, String status, String message) {
    /** Whether it ended well, or rests because it waits for something. */
    public boolean isWell() {
      return status.equals("succeeded") || status.equals("waiting");
    }
  }

  /**
   * Makes sure that the token may start runs there, before something is deployed that is to be
   * tried then.
   *
   * @throws DeployException when it may not
   */
  public void mustRun() throws DeployException, InterruptedException {
    JsonObject me = remote.getOfServer("/api/v1/me");
    boolean scope = me.get("scopes") instanceof JsonArray scopes && scopes.contains("run");
    boolean role =
        me.get("roles") instanceof JsonObject roles
            && (runs(roles.get("*")) || runs(roles.get(remote.project())));
    if (!scope || !role) {
      throw new DeployException(
          Reason.NOT_ALLOWED,
          "the token may not start runs on "
              + remote.server()
              + ", so that the smoke run cannot be: give one "
              + (scope ? "of somebody who is a runner there" : "with the scope “run”")
              + ", or leave the smoke run out; nothing was deployed");
    }
  }

  private static boolean runs(@Nullable Object role) {
    return "runner".equals(role) || "editor".equals(role) || "admin".equals(role);
  }

  /**
   * Runs a workflow there once, and waits until the run ends or rests.
   *
   * @param longest how long to wait; a run that takes longer goes on, and its status is told as it
   *     is then
   */
  public Run smoke(String workflow, JsonArray input, Duration longest)
      throws DeployException, InterruptedException {
    long run =
        number(
            remote.post("/api/v1/runs", JsonObject.of("workflow", workflow).with("input", input)),
            "run");
    long end = System.nanoTime() + longest.toNanos();
    JsonObject view = remote.get("/api/v1/runs/" + run);
    while (isUnderWay(view) && System.nanoTime() < end) {
      Thread.sleep(LOOK_AGAIN);
      view = remote.get("/api/v1/runs/" + run);
    }
    String message =
        view.get("error") instanceof JsonObject error && error.get("message") instanceof String text
            ? text
            : "";
    return new Run(run, String.valueOf(view.get("status")), message);
  }

  private static boolean isUnderWay(JsonObject view) {
    return "running".equals(view.get("status"));
  }

  private static long number(JsonObject answer, String name) throws DeployException {
    if (answer.get(name) instanceof Long number) {
      return number;
    }
    throw new DeployException(
        Reason.OTHER_VERSION, "the server answers something else than it should: is it newer?");
  }
}
