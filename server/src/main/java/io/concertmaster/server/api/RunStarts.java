package io.concertmaster.server.api;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunView;
import io.concertmaster.hosted.hook.HookKeys;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.Sha256;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.http.Input;
import io.concertmaster.server.library.Kept;
import io.concertmaster.server.library.Library;
import io.concertmaster.server.project.Project;
import io.concertmaster.server.store.RequestKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts runs for clients: new ones, the same one for the same key, and old ones again. */
final class RunStarts {
  /** The most items with which a run is started again. */
  private static final int AGAIN = 10_000;

  private static final long LONGEST_SECONDS = Duration.ofDays(365).toSeconds();

  private final Library library;
  private final RequestKeys keys;
  private final InstantSource clock;

  RunStarts(Library library, RequestKeys keys, InstantSource clock) {
    this.library = library;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A run.
   *
   * @param before whether it was begun by an earlier request with the same key
   */
  record Started(RunId run, boolean before) {}

  /**
   * Starts what the body of a request says.
   *
   * @param key of the client; the same key and body give the same run, whatever has become of the
   *     workflow since
   * @throws HttpProblem 410 where that run is not kept any more
   */
  Started start(Project project, Call call, Optional<String> key)
      throws HttpProblem, EngineException {
    if (key.isPresent()) {
      Optional<RunId> before = before(project, call, key.get());
      if (before.isPresent()) {
        return new Started(before.get(), true);
      }
    }
    RunRequest request = request(project, call);
    return key.isEmpty()
        ? new Started(project.engine().start(request), false)
        : once(project, call, key.get(), request);
  }

  private RunRequest request(Project project, Call call) throws HttpProblem {
    Input input = call.input();
    String id = input.text("workflow");
    Kept kept = library.version(project, id, input.maybeText("version").orElse("live"));
    RunRequest request =
        new RunRequest(
            kept.workflow(),
            folder(project, kept),
            items(input.list("input")),
            start(kept.workflow(), input.maybeText("start")),
            Optional.empty(),
            input.maybeNumber("timeout", 1, LONGEST_SECONDS).map(Duration::ofSeconds),
            RunMode.WEBHOOK);
    input.noOthers();
    return request;
  }

  /** The run that an earlier request with a key began; empty where none did, or it is not known. */
  private Optional<RunId> before(Project project, Call call, String key)
      throws HttpProblem, EngineException {
    if (HookKeys.isUnfit(key)) {
      throw HttpProblem.badRequest(
          "an Idempotency-Key has 1 to " + HookKeys.LONGEST + " characters");
    }
    Optional<RequestKeys.Known> known =
        keys.find(project.id(), call.caller().name(), key, clock.instant());
    if (known.isEmpty() || known.get().run().isEmpty()) {
      return Optional.empty();
    }
    if (!known.get().hash().equals(Sha256.hex(call.text()))) {
      throw reused();
    }
    RunId run = new RunId(known.get().run().getAsLong());
    if (project.engine().run(run).isEmpty()) {
      throw new HttpProblem(
          410,
          "not-kept",
          "run "
              + run
              + " was begun with this Idempotency-Key and is not kept any more: take a new key to"
              + " run it again");
    }
    return Optional.of(run);
  }

  private Started once(Project project, Call call, String key, RunRequest request)
      throws HttpProblem, EngineException {
    String account = call.caller().name();
    String hash = Sha256.hex(call.text());
    RequestKeys.Claim claim = keys.claim(project.id(), account, key, hash, clock.instant());
    if (claim == RequestKeys.Claim.OTHER) {
      throw reused();
    }
    RunId run = project.engine().startOnce(request, "api:" + account + ":" + key);
    keys.begun(project.id(), account, key, run.number());
    return new Started(run, claim == RequestKeys.Claim.BEGUN);
  }

  private static HttpProblem reused() {
    return HttpProblem.conflict(
        "key-reused", "this Idempotency-Key came with another body before: take a new one");
  }

  /** Starts a run that has ended once more, with what it was given. */
  RunId again(Project project, RunView run, boolean live) throws HttpProblem, EngineException {
    if (!run.status().ended()) {
      throw HttpProblem.conflict("not-ended", "run " + run.id() + " has not ended");
    }
    String id = run.workflow().id();
    Workflow workflow = live ? library.version(project, id, "live").workflow() : run.workflow();
    String path = library.find(project, id).map(each -> each.newest().path()).orElse(id);
    Optional<NodeView> first = run.nodes().values().stream().findFirst();
    return project
        .engine()
        .start(
            new RunRequest(
                workflow,
                project.folder().of(path),
                first.isPresent() ? given(project.engine(), first.get()) : List.of(),
                first.map(NodeView::node).filter(workflow.nodes()::containsKey),
                Optional.empty(),
                ownTimeout(run),
                RunMode.WEBHOOK));
  }

  /** The limit that a run was given when it was started; that of its workflow is no such one. */
  private static Optional<Duration> ownTimeout(RunView run) {
    return run.timeout().equals(run.workflow().settings().timeout())
        ? Optional.empty()
        : run.timeout();
  }

  private static List<Item> given(Engine engine, NodeView first)
      throws HttpProblem, EngineException {
    List<ItemListRef> inputs = first.activations().getFirst().inputs();
    if (inputs.isEmpty()) {
      return List.of();
    }
    ItemListRef list = inputs.getFirst();
    if (list.size() > AGAIN) {
      throw HttpProblem.conflict(
          "too-many-items",
          "the run was given more than " + AGAIN + " items: start it anew with its input");
    }
    return engine.items(list, 0, AGAIN).items();
  }

  private static Path folder(Project project, Kept kept) {
    return project.folder().of(kept.version().path());
  }

  private static Optional<String> start(Workflow workflow, Optional<String> named)
      throws HttpProblem {
    if (named.isEmpty()) {
      return named;
    }
    String id =
        workflow.nodes().containsKey(named.get())
            ? named.get()
            : workflow
                .idOfName(named.get())
                .orElseThrow(() ->
                    HttpProblem.badRequest("the workflow has no node of the name in “start”"));
    return Optional.of(id);
  }

  /** Items as clients send them: objects, bare or as {@code {"json": {…}}}. */
  static List<Item> items(JsonArray list) throws HttpProblem {
    List<Item> items = new ArrayList<>(list.size());
    for (Object each : list) {
      if (!(each instanceof JsonObject object)) {
        throw HttpProblem.badRequest("item " + items.size() + " is no object");
      }
      items.add(
          object.get("json") instanceof JsonObject json && object.size() == 1
              ? Item.of(json)
              : Item.of(object));
    }
    return items;
  }
}
