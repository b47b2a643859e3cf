package io.concertmaster.simulation.bug;

import java.util.List;

/** The planted bugs. Whoever changes a line that one of them names plants it anew. */
public final class Bugs {
  private static final String PLANNER = "plan/Planner.java";
  private static final String MOVES = "plan/Moves.java";
  private static final String LANES = "plan/Lanes.java";
  private static final String FLOW = "plan/Flow.java";
  private static final String LIVE_RUN = "run/LiveRun.java";
  private static final String RUNS = "run/Runs.java";
  private static final String AFTERMATH = "run/Aftermath.java";
  private static final String CONTEXT = "run/ActivationContext.java";

  private Bugs() {}

  /** All of them. */
  public static final List<Bug> ALL =
      List.of(
          // What is durable
          Bug.of(
              "acknowledged-before-commit",
              "sqlite/GroupWriter.java",
              "open.execute(\"COMMIT\");",
              "group.forEach(each -> each.done().complete(null)); open.execute(\"COMMIT\");"),
          Bug.of(
              "last-event-of-a-batch-dropped",
              "journal/RunLog.java",
              "journal.append(run, recorded,",
              "journal.append(run, recorded.subList(0, Math.max(1, recorded.size() - 1)),"),
          Bug.of(
              "list-named-before-it-is-stored",
              "items/ListWriter.java",
              "await(written); return new",
              "return new"),
          Bug.of(
                  "static-data-apart-from-its-step",
                  LIVE_RUN,
                  "RunState before = state;",
                  "Journal.await(log.append(services.now(), Optional.empty(), after.kept(event),"
                      + " List.of())); RunState before = state;")
              .from(140),
          Bug.of(
                  "lost-event-leaves-a-gap",
                  "journal/RunLog.java",
                  "return noted(List.of(recorded), journal.upgrade("
                      + "run, recorded, hash, text, this::check));",
                  "return journal.upgrade(run, recorded, hash, text, this::check);")
              .and("run/Asides.java", "otherwise.accept(LetGo.because(e));", "")
              .from(1950),
          Bug.of(
              "cancel-not-recorded", RUNS, "run.take(new Event.Cancelled());", "run.letGo(true);"),
          Bug.of(
                  "batch-cut-short-is-committed",
                  "sqlite/GroupWriter.java",
                  "broken.execute(\"ROLLBACK\");",
                  "broken.execute(\"COMMIT\");")
              .from(190),
          // What is done again
          Bug.of(
              "key-of-the-try",
              CONTEXT,
              "task().node() + \"/\" + task().runIndex();",
              "task().node() + \"/\" + task().runIndex() + \"/\" + task().attempt();"),
          Bug.of(
              "newest-event-not-read",
              "run/PinnedPlans.java",
              "RunState.NEW; for (Recorded each : events) {",
              "RunState.NEW; for (Recorded each :"
                  + " events.subList(0, Math.max(1, events.size() - 1))) {"),
          Bug.of(
              "uncertain-taken-for-safe",
              MOVES,
              "node.effect() == Effect.UNSAFE",
              "node.effect() == null"),
          Bug.of(
              "policy-to-fail-tries-again",
              MOVES,
              "case FAIL -> decided(task, UncertainDecision.FAIL);",
              "case FAIL -> ready(task);"),
          Bug.of(
              "policy-to-try-again-asks",
              MOVES,
              "case RETRY -> ready(task); case FAIL -> decided(task, UncertainDecision.FAIL);",
              "case RETRY -> null; case FAIL -> decided(task, UncertainDecision.FAIL);"),
          Bug.of(
              "done-items-forgotten",
              MOVES,
              "on(new Phase.Running(task.at(e.watermark())))",
              "on(new Phase.Running(task))"),
          Bug.of("run-in-two-hands", "run/NewRuns.java", "keeper.hold(run); try", "try")
              .and(RUNS, "run.goOn(); return run.id();", "goOn(run); return run.id();")
              .from(1150),
          Bug.of(
              "called-anew-by-each-process",
              "run/CalledRuns.java",
              "earlier.note();",
              "earlier.note(); key += services.watchers().hashCode();"),
          Bug.of("called-run-goes-on-for-nobody", LIVE_RUN, "keeper.dismissCallsOf(id());", ""),
          Bug.of(
                  "called-run-left-by-a-crash-goes-on",
                  RUNS,
                  "called.left().forEach(awaited::dismiss);",
                  "")
              .from(3290),
          // What comes next
          Bug.of(
              "first-comes-last",
              FLOW,
              ": state.ready().push(task)",
              ": state.ready().append(task)"),
          Bug.of(
              "merge-does-not-wait",
              FLOW,
              ".noneMatch(each -> each.equals(Input.NONE))",
              ".anyMatch(each -> !each.equals(Input.NONE))"),
          Bug.of(
              "run-index-used-twice",
              PLANNER,
              "fed.begun().getOrDefault(task.node(), 0)",
              "Math.max(0, fed.begun().getOrDefault(task.node(), 0) - 1)"),
          Bug.of(
              "third-branch-lost",
              FLOW,
              "(list.size() > 0 || counts(from, wire))",
              "((list.size() > 0 && wire.position() != 2) || counts(from, wire))"),
          Bug.of(
                  "items-of-another-activation",
                  CONTEXT,
                  "Input input = position < inputs.size() ? inputs.get(position) : Input.NONE;",
                  "Input said = position < inputs.size() ? inputs.get(position) : Input.NONE;"
                      + " Input input = said.origin().flatMap(from -> run.past().newestDone(from.node())"
                      + ".map(entry -> entry.outputs().get(from.output())))"
                      + ".map(list -> new Input(list, said.origin())).orElse(said);")
              .from(1),
          Bug.of(
              "one-try-too-many",
              MOVES,
              "task.attempt() < retry.get().tries()",
              "task.attempt() <= retry.get().tries()"),
          Bug.of(
              "kept-list-replaced",
              "plan/Memory.java",
              "if (kept.replaces()) {",
              "if (kept.replaces() || list.size() > 1) {"),
          Bug.of(
              "old-definition-used",
              RUNS,
              "past.definition(row)",
              "past.definition(services.journal().reader().newest(1_000).stream()"
                  + ".filter(each -> each.workflowId().equals(row.workflowId()))"
                  + ".reduce((newer, older) -> older).orElse(row))"),
          Bug.of(
              "moved-to-whatever-is-given",
              "plan/Upgrade.java",
              "return named.stream()",
              "named.clear(); return named.stream()"),
          Bug.of(
                  "moved-run-read-by-its-newest-definition",
                  "run/PinnedPlans.java",
                  "plans.getFirst().planner()",
                  "newest.planner()")
              .from(215),
          Bug.of(
              "move-forgotten-by-a-restart",
              "journal/Journal.java",
              "pin.setLong(3, run);",
              "pin.setLong(3, -run);"),
          // Time
          Bug.of(
              "wait-ends-twice",
              PLANNER,
              "next(flow.deliver(state, active.task(), outputs));",
              "next(flow.deliver(active instanceof Phase.Waiting ? flow.deliver(state,"
                  + " active.task(), outputs) : state, active.task(), outputs));"),
          Bug.of(
              "wait-ends-early",
              "run/RunTimes.java",
              "ifPresent(due -> wakeAt(due,",
              "ifPresent(due -> wakeAt(due.minusSeconds(2),"),
          Bug.of(
                  "answer-ends-a-later-wait",
                  "run/Tokens.java",
                  "name(wait).equals(name)",
                  "name(wait).lane() == name.lane()")
              .from(105),
          Bug.of(
                  "run-time-limit-never-fires",
                  LIVE_RUN,
                  "times.limit(state, () -> take(new Event.TimedOut()));",
                  "")
              .from(775),
          Bug.of(
              "timer-lost-by-a-restart",
              "run/RunTimes.java",
              "case Phase.Waiting wait -> wake(wait, run::woke);",
              "case Phase.Waiting wait -> {}"),
          Bug.of(
              "pause-before-a-try-forgotten",
              MOVES,
              "at.plus(retry.get().pauseBefore(task.attempt() + 1))",
              "at"),
          // Branches at the same time
          Bug.of(
              "branch-overtakes-what-can-reach-it",
              LANES,
              "free > 0 && !isHeldUp(task.node())",
              "free > 0"),
          Bug.of(
                  "list-gathered-before-its-turn",
                  LANES,
                  "case Place.Arriving list when isHeldUp(list.node()) ->",
                  "case Place.Arriving list when graph.lanes() < 0 ->")
              .from(500),
          Bug.of(
              "one-branch-goes-on-after-a-crash",
              LANES,
              "on.command().ifPresent(commands::add);",
              "if (commands.isEmpty()) { on.command().ifPresent(commands::add); }"),
          Bug.of(
                  "answer-ends-the-wait-of-another-branch",
                  "run/Tokens.java",
                  "name(wait).equals(name)",
                  "name(wait).number() == name.number()")
              .from(2650),
          Bug.of(
                  "last-step-is-the-one-that-ended-last",
                  "run/Taken.java",
                  ".ifPresent(last -> events.add(",
                  ".filter(last -> false).ifPresent(last -> events.add(")
              .from(1),
          // Other runs
          Bug.of(
                  "error-workflow-lost-by-a-crash",
                  AFTERMATH,
                  "resumes || row.resumed() || history.resumed(), owes(next)",
                  "resumes || row.resumed() || history.resumed(), false")
              .from(30),
          Bug.of(
              "end-of-a-called-run-told-to-nobody",
              "run/AwaitedRuns.java",
              "run.past().cause().caller().ifPresent(caller -> look(new RunId(caller.run())));",
              "run.past().cause();"),
          Bug.of(
              "run-by-hand-leaves-something",
              AFTERMATH,
              "|| history.cause().mode() == RunMode.MANUAL) {",
              ") {"));

  /** No bug at all, planted as the others are: nothing may be found with it. */
  public static final Bug NONE =
      Bug.of(
          "none",
          "sqlite/GroupWriter.java",
          "open.execute(\"COMMIT\");",
          "open.execute(\"COMMIT\");");

  /**
   * The bug of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Bug named(String name) {
    return ALL.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no bug is called " + name));
  }
}
