package io.concertmaster.hosted.hook;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.Intake;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunId;
import io.concertmaster.hosted.door.Door;
import io.concertmaster.node.Listening;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Begins the runs of calls, and answers the callers. */
public final class Hooks {
  /** How long a caller waits for an answer of the workflow. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** No node has an output of this name: who answers by it is refused. */
  private static final String NO_OUTPUT = "(none)";

  private static final String KEY = "idempotency-key";

  private final Engine engine;
  private final Door door;
  private final RunOutcomes outcomes;
  private final HookReplies replies;
  private final Secret secret = new Secret();
  private final Function<String, Optional<JsonObject>> credentials;
  private final HookKeys keys;
  private final InstantSource clock;
  private volatile Index index = new Index(List.of(), List.of());

  private record Hook(Opening opening, Listening.Call call, PathPattern pattern) {}

  private record Index(List<Opening> openings, List<Hook> hooks) {}

  /**
   * A call that was let in.
   *
   * @param call without its secret
   * @param mark what is the same when the call is sent again; empty where nothing is
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody changes the bytes
  private record Admission(HookCall call, byte[] body, String mark) {}

  private record Found(Hook hook, JsonObject params) {}

  /**
   * The webhooks of an engine's active workflows.
   *
   * @param credentials by name; none where nobody keeps any
   * @param keys with which calls came
   */
  public Hooks(
      Engine engine,
      RunOutcomes outcomes,
      Function<String, Optional<JsonObject>> credentials,
      HookKeys keys,
      InstantSource clock) {
    this(engine, Door.of(engine), outcomes, credentials, keys, clock);
  }

  /**
   * The webhooks behind a door.
   *
   * @param engine in which the runs go on
   * @param credentials by name; none where nobody keeps any
   * @param keys with which calls came
   */
  public Hooks(
      Engine engine,
      Door door,
      RunOutcomes outcomes,
      Function<String, Optional<JsonObject>> credentials,
      HookKeys keys,
      InstantSource clock) {
    this.keys = keys;
    this.engine = engine;
    this.door = door;
    this.outcomes = outcomes;
    this.credentials = credentials;
    this.clock = clock;
    this.replies = new HookReplies(engine);
  }

  @SuppressWarnings("ReferenceEquality") // the engine gives the same list while nothing changes
  private List<Hook> hooks() throws EngineException {
    List<Opening> now = door.openings();
    Index known = index;
    if (known.openings() != now) {
      List<Hook> hooks = new ArrayList<>();
      for (Opening opening : now) {
        if (opening.listening() instanceof Listening.Call call) {
          hooks.add(new Hook(opening, call, PathPattern.of(call.path())));
        }
      }
      hooks.sort(Comparator.comparingInt((Hook each) -> each.pattern().fixed()).reversed());
      known = new Index(now, hooks);
      index = known;
    }
    return known.hooks();
  }

  /** Whether some webhook listens at a path, by whatever method; so much of a body is read then. */
  public boolean listens(List<String> path) throws EngineException {
    return hooks().stream().anyMatch(each -> each.pattern().values(path).isPresent());
  }

  /**
   * Serves a call.
   *
   * @param body is read when it is known that the caller may call
   * @throws HookBody.NotTakenException when its body cannot be read
   */
  public HookAnswer answer(HookCall call, HookBody body)
      throws InterruptedException, HookBody.NotTakenException {
    try {
      return answered(call, body);
    } catch (EngineException e) {
      return switch (e.reason()) {
        case BUSY ->
            HookAnswer.problem(429, "Too many runs", String.valueOf(e.getMessage()))
                .with("Retry-After", "1");
        case NOT_ACTIVE -> HookAnswer.problem(404, "Not found", "nothing listens here");
        case STORE_FULL, CLOSED ->
            HookAnswer.problem(503, String.valueOf(e.getMessage())).with("Retry-After", "5");
        default -> HookAnswer.problem(500, "The run could not begin", "the server's log tells why");
      };
    }
  }

  /**
   * Ends the wait of a run by a call.
   *
   * @param link the run's number, a point, and the token of the wait
   * @param body is read when the run waits for this call
   * @throws HookBody.NotTakenException when its body cannot be read
   */
  public HookAnswer resume(String link, HookCall call, HookBody body)
      throws InterruptedException, HookBody.NotTakenException {
    int point = link.indexOf('.');
    if (point < 1 || !link.substring(0, point).matches("[1-9]\\d{0,17}")) {
      return HookAnswer.problem(404, "Not found", "no run waits here");
    }
    RunId run = new RunId(Long.parseLong(link.substring(0, point)));
    String token = link.substring(point + 1);
    boolean awaited = false;
    try (Intake intake = engine.intake()) {
      awaited = awaits(run, token);
      if (!awaited) {
        engine.resume(run, token, NO_OUTPUT, List.of()); // says which of the reasons it is
      }
      Optional<HookAnswer> judged = judged(run, token, link);
      if (judged.isPresent()) {
        return judged.get();
      }
      if (call.isPacked()) {
        return packed();
      }
      byte[] bytes = body.bytes();
      HookContent content = new HookContent(bytes, body.parts(bytes));
      Item item = HookItem.of(call, content, JsonObject.empty(), JsonObject.empty(), intake);
      engine.resume(run, token, List.of(item.pairedTo(0, 0)));
      return HookAnswer.json(200, JsonObject.of("message", "The run goes on"));
    } catch (HookItem.Unreadable e) {
      return HookAnswer.problem(400, "Cannot be read", String.valueOf(e.getMessage()));
    } catch (EngineException e) {
      if (awaited && e.reason() == EngineException.Reason.NOT_WAITING) {
        return later(); // another branch of the run was cut short, and it has not gone on yet
      }
      return switch (e.reason()) {
        case WAIT_OVER ->
            HookAnswer.problem(410, "Over", "the wait is over: it was answered before");
        case NOT_WAITING, NO_SUCH_RUN -> HookAnswer.problem(404, "Not found", "no run waits here");
        default -> later();
      };
    }
  }

  private static HookAnswer packed() {
    return HookAnswer.problem(415, "the body is not unpacked here: send it as it is");
  }

  private static HookAnswer later() {
    return HookAnswer.problem(503, "try again a little later");
  }

  private boolean awaits(RunId run, String token) throws EngineException {
    return engine.run(run).filter(view -> view.awaits(token)).isPresent();
  }

  /**
   * What a caller is told whose call would end the wait of a task or of a form's page: their
   * answers are judged, and a call alone says nothing of a decision. Empty for other waits.
   */
  private Optional<HookAnswer> judged(RunId run, String token, String link) throws EngineException {
    return engine.run(run).stream()
        .flatMap(view ->
            view.answerTokens().entrySet().stream()
                .filter(wait -> wait.getValue().equals(token))
                .flatMap(wait -> Optional.ofNullable(view.told().get(wait.getKey())).stream()))
        .findFirst()
        .flatMap(told ->
            switch (String.valueOf(told.get("kind"))) {
              case "task" -> Optional.of(onItsPage("Task", link, "answerTask"));
              case "page" -> Optional.of(onItsPage("Form page", link, "answerRun"));
              default -> Optional.empty();
            });
  }

  private static HookAnswer onItsPage(String what, String link, String operation) {
    return HookAnswer.problem(
        409,
        what,
        "a person answers this on its page, /ask/" + link + ", or a program by " + operation);
  }

  private HookAnswer answered(HookCall call, HookBody body)
      throws EngineException, InterruptedException, HookBody.NotTakenException {
    SortedSet<String> methods = new TreeSet<>();
    Optional<Found> found = find(call, methods);
    if (found.isEmpty()) {
      return methods.isEmpty()
          ? HookAnswer.problem(404, "Not found", "nothing listens here")
          : refusedMethod(call, methods);
    }
    Hook hook = found.get().hook();
    JsonObject settings = hook.call().settings();
    String kind = String.valueOf(settings.getOrDefault("authentication", "none"));
    Optional<Admission> admission = admitted(kind, hook.opening(), call, body);
    if (admission.isEmpty()) {
      return refusedCaller(kind);
    }
    if (call.header(KEY).filter(HookKeys::isUnfit).isPresent()) {
      return HookAnswer.problem(
          400, "Not a key", "an Idempotency-Key has 1 to " + HookKeys.LONGEST + " characters");
    }
    if (call.isPacked() && !Boolean.TRUE.equals(settings.get("rawBody"))) {
      return packed();
    }
    RunId run;
    String mark = admission.get().mark();
    String key = key(hook.opening(), call, mark);
    try (Intake intake = engine.intake()) {
      byte[] bytes = admission.get().body();
      HookContent content = new HookContent(bytes, body.parts(bytes));
      Item item =
          HookItem.of(admission.get().call(), content, found.get().params(), settings, intake);
      if (call.header(KEY).isPresent() && !key.isEmpty() && !keys.claim(key, content.hash(call))) {
        return HookAnswer.problem(
            409, "Key reused", "this Idempotency-Key came with other data before: take a new one");
      }
      if (!mark.isEmpty() && !keys.claim(signed(hook.opening(), mark), key)) {
        return refusedCaller(kind); // the signature was for the run of another key
      }
      run = door.call(hook.opening(), List.of(item), key);
    } catch (HookItem.Unreadable e) {
      return HookAnswer.problem(400, "Cannot be read", String.valueOf(e.getMessage()));
    }
    return replied(run, settings, !key.isEmpty());
  }

  private static HookAnswer refusedCaller(String kind) {
    HookAnswer refused =
        HookAnswer.problem(401, "Not allowed", "the call does not bring what is asked for");
    return switch (kind) {
      case "basicAuth" ->
          refused.with("WWW-Authenticate", "Basic realm=\"webhook\", charset=\"UTF-8\"");
      case "bearerAuth", "jwtAuth" -> refused.with("WWW-Authenticate", "Bearer realm=\"webhook\"");
      default -> refused; // no scheme that HTTP has a name for
    };
  }

  private Optional<Found> find(HookCall call, SortedSet<String> methods) throws EngineException {
    for (Hook each : hooks()) {
      Optional<JsonObject> params = each.pattern().values(call.path());
      if (params.isPresent()) {
        if (each.call().methods().contains(call.method())) {
          return Optional.of(new Found(each, params.get()));
        }
        methods.addAll(each.call().methods());
      }
    }
    return Optional.empty();
  }

  private static HookAnswer refusedMethod(HookCall call, SortedSet<String> methods) {
    String allowed = String.join(", ", methods);
    return (call.method().equals("OPTIONS")
            ? HookAnswer.empty(204)
            : HookAnswer.problem(405, "Method not allowed", "what is taken here: " + allowed))
        .with("Allow", allowed);
  }

  /** Lets a caller in by the call's head, reads the body, and judges that too. */
  private Optional<Admission> admitted(String kind, Opening opening, HookCall call, HookBody body)
      throws HookBody.NotTakenException {
    if (kind.equals("none")) {
      return Optional.of(new Admission(call, body.bytes(), ""));
    }
    List<JsonObject> fitting =
        opening.credentials().values().stream()
            .flatMap(name -> credentials.apply(name).stream())
            .filter(each -> Secret.fits(kind, each, call, clock.instant()))
            .toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = body.bytes();
    for (JsonObject each : fitting) {
      if (secret.fitsBody(kind, each, call, bytes, clock.instant())) {
        HookCall kept = Secret.withoutSecret(kind, each, call);
        return Optional.of(new Admission(kept, bytes, Secret.mark(kind, each, call)));
      }
    }
    return Optional.empty();
  }

  /** What names a call among all; empty where each call is one of its own. */
  private static String key(Opening opening, HookCall call, String mark) {
    return call.header(KEY)
        .map(each -> "hook" + own(opening) + each)
        .orElse(mark.isEmpty() ? "" : signed(opening, mark));
  }

  /** What names a signature among all. */
  private static String signed(Opening opening, String mark) {
    return "signed" + own(opening) + mark;
  }

  private static String own(Opening opening) {
    return "/" + opening.workflowId() + "/" + opening.node() + "/";
  }

  /**
   * The answer to a call.
   *
   * @param repeated whether the call may be one that was sent before, so that its run may have
   *     ended long ago
   */
  private HookAnswer replied(RunId run, JsonObject settings, boolean repeated)
      throws EngineException, InterruptedException {
    String respond = String.valueOf(settings.getOrDefault("respond", "onReceived"));
    if (respond.equals("onReceived")) {
      return replies.atOnce(settings);
    }
    boolean byEnd = respond.equals("lastNode");
    CompletableFuture<RunOutcomes.Outcome> heard = outcomes.of(run, byEnd);
    try {
      RunOutcomes.Outcome now = heard.getNow(RunOutcomes.Outcome.NOTHING_YET);
      if (repeated && !now.answers(byEnd)) {
        Optional<RunOutcomes.Outcome> recorded = outcomes.recorded(run);
        if (recorded.isEmpty()) {
          return HookAnswer.problem(
              410,
              "No answer any more",
              "the call was answered before, and its run is not kept any more; send it with"
                  + " another Idempotency-Key to run it again");
        }
        now = recorded.get();
      }
      RunOutcomes.Outcome outcome =
          now.answers(byEnd) || now.ended().isPresent()
              ? now
              : heard.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!outcome.answers(byEnd) && outcome.ended().isEmpty()) {
        return HookAnswer.problem(
                503,
                ProblemTitle.of(503),
                "the server stops; the run goes on when it is there again")
            .with("Retry-After", "5");
      }
      return byEnd ? replies.ofEnd(run, settings, outcome) : replies.ofNode(run, outcome);
    } catch (TimeoutException e) {
      return HookAnswer.problem(
          504, "No answer in time", "the run goes on; nobody waits for its answer any more");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      outcomes.forget(run, heard);
    }
  }
}
