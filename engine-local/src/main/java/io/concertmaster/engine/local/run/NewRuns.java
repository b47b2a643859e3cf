package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.journal.Beginning;
import io.concertmaster.engine.local.journal.Recorded;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.plan.Cause;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.plan.WaitKey;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes runs: checks the definition, chooses the node to begin at, and records the beginning. */
final class NewRuns {
  /** Calls may be nested so deep: a workflow that calls itself without end is stopped. */
  private static final int DEPTH = 50;

  private final Services services;
  private final Definitions definitions;

  NewRuns(Services services, Definitions definitions) {
    this.services = services;
    this.definitions = definitions;
  }

  /**
   * What stands behind a run that another one calls.
   *
   * @param key names the call; no other run of the store has the same
   * @param items what is given to the run
   * @param beginning by a schedule or a folder, where one is the caller
   */
  record Call(String key, ItemListRef items, Cause cause, Optional<Beginning> beginning) {
    Call(String key, ItemListRef items, Cause cause) {
      this(key, items, cause, Optional.empty());
    }
  }

  /** A run by itself; durable on return. */
  LiveRun of(RunRequest request, Keeper keeper) throws EngineException, InterruptedException {
    Cause cause = new Cause(request.mode(), WaitKey.of(Secrets.next()), 0, Optional.empty());
    return of(request, keeper, Optional.empty(), cause, Optional.empty());
  }

  /** The same, and no other run of the store has this key. */
  LiveRun of(RunRequest request, Keeper keeper, String key)
      throws EngineException, InterruptedException {
    Cause cause = new Cause(request.mode(), WaitKey.of(Secrets.next()), 0, Optional.empty());
    return of(request, keeper, Optional.empty(), cause, Optional.of(key));
  }

  /** A run of which a call is the cause; durable on return. */
  LiveRun of(RunRequest request, Keeper keeper, Call call)
      throws EngineException, InterruptedException {
    if (call.cause().depth() > DEPTH) {
      throw new EngineException(
          Reason.INVALID_WORKFLOW,
          "more than "
              + DEPTH
              + " workflows call one another: “"
              + request.workflow().name()
              + "” seems to call itself without end");
    }
    return of(request, keeper, Optional.of(call), call.cause(), Optional.of(call.key()));
  }

  private LiveRun of(
      RunRequest request, Keeper keeper, Optional<Call> call, Cause cause, Optional<String> key)
      throws EngineException, InterruptedException {
    Definition definition = definitions.checked(request.definition());
    try (var _ = services.items().use()) {
      return begun(request, definition, keeper, call, cause, key);
    }
  }

  private LiveRun begun(
      RunRequest request,
      Definition definition,
      Keeper keeper,
      Optional<Call> call,
      Cause cause,
      Optional<String> key)
      throws EngineException, InterruptedException {
    String start = StartNode.of(request, definition);
    ItemListRef input =
        call.isPresent()
            ? call.get().items()
            : services.items().store(given(request, definition, start));
    Instant now = services.now();
    Event event =
        new Event.RunStarted(
            start,
            input,
            request.until(),
            request.folder().toAbsolutePath().toString(),
            request.timeout().or(() -> request.workflow().settings().timeout()),
            services.policy().maxActivations(),
            blank(request.workflow()),
            cause);
    RunRow row =
        new RunRow(
            services.journal().nextRun(),
            definition.hash(),
            definition.workflow().id(),
            definition.workflow().name(),
            now,
            RunStatus.RUNNING,
            Optional.empty(),
            Optional.empty(),
            false);
    List<Recorded> events = List.of(new Recorded(0, now, event));
    RunState folded = PinnedPlans.fold(events, definition, definitions);
    LiveRun run = new LiveRun(services, keeper, row, definition, folded, events);
    keeper.hold(run);
    try {
      services.journal().begin(row, definition.text(), events, key, call.flatMap(Call::beginning));
    } catch (RuntimeException e) {
      run.letGo(true);
      throw e;
    }
    return run;
  }

  /** The items of the request; without any, one empty item for nodes that make no sample. */
  private static List<Item> given(RunRequest request, Definition definition, String start) {
    boolean sample = definition.type(start).makesSample();
    return request.input().isEmpty() && !sample
        ? List.of(Item.of(JsonObject.empty()))
        : request.input();
  }

  private Optional<ItemListRef> blank(Workflow workflow) throws InterruptedException {
    return workflow.settings().executionOrder() == ExecutionOrder.V0
        ? Optional.of(services.items().store(List.of(Item.of(JsonObject.empty()))))
        : Optional.empty();
  }
}
