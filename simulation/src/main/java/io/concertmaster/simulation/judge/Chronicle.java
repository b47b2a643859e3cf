package io.concertmaster.simulation.judge;

import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.simulation.disk.Storage;
import io.concertmaster.simulation.model.Move;
import io.concertmaster.simulation.story.Behaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the journal tells of one run, read line by line; a line that cannot stand where it stands is
 * a broken promise.
 */
final class Chronicle {
  private static final Set<String> ENDS = Set.of("cancelled", "timed-out");

  /** What goes before them is time in which the run lay cut short. */
  private static final Set<String> GAPS = Set.of("resumed", "decided");

  /** So late a run may be ended: others go first, and the disk may be full. */
  private static final Duration LATE = Duration.ofSeconds(5);

  /** No limit. */
  private static final Duration MOST = Duration.ofDays(365);

  /** A step under way, as its lines so far tell it. */
  private static final class Step {
    private String open = "";
    private String began = "";
    private String mode = "";
    private String excuse = "";
    private Map<String, Long> kept = Map.of();
    private long until = Long.MAX_VALUE;
    private long failed;
    private boolean callable;
    private boolean cameBack;
    private @Nullable Object written;

    /**
     * Whether it works, or pauses before a new try. One whose calls have ended comes back whether a
     * lane is free or not.
     */
    boolean takesLane() {
      return !cameBack && (open.equals("work") || (open.isEmpty() && !excuse.isEmpty()));
    }
  }

  private final long run;
  private final Optional<Workflow> newer;
  private Workflow workflow;
  private Optional<Move> move = Optional.empty();
  private final List<String> steps = new ArrayList<>();
  private final Map<String, Step> under = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> sent = new LinkedHashMap<>();
  private final Map<String, UncertainDecision> decisions = new HashMap<>();
  private final Set<String> answered = new HashSet<>();
  private final Map<String, Integer> counted = new HashMap<>();
  private final Map<String, Integer> begun = new HashMap<>();
  private final Set<String> overdue = new HashSet<>();
  private final boolean timely;
  private JsonObject cause = JsonObject.empty();
  private String end = "";
  private long worked;
  private long workedSince = -1;

  /**
   * Reads a run.
   *
   * @param workflow the definition that was given when it began
   * @param newer the one to which it may be moved
   * @param timely whether moments say something: nobody set the clock
   */
  Chronicle(
      long run,
      Workflow workflow,
      Optional<Workflow> newer,
      boolean timely,
      List<Storage.Line> lines) {
    this.timely = timely;
    this.run = run;
    this.workflow = workflow;
    this.newer = newer;
    long seq = 0;
    for (Storage.Line line : lines) {
      if (line.seq() != seq++) {
        throw broken(line, "comes where number " + (seq - 1) + " must stand");
      }
      if (!end.isEmpty() && !line.kind().equals("logged") && !line.kind().equals("last-step")) {
        throw broken(line, "follows the end of the run: " + end);
      }
      time(line);
      take(line, Lines.body(line));
      count(line);
    }
  }

  /**
   * How long the run has worked until a line: only while a step does its work, and not over a gap
   * in which it lay cut short. So it is at most what the engine counts.
   */
  private void time(Storage.Line line) {
    if (workedSince >= 0 && !GAPS.contains(line.kind())) {
      worked += Math.max(0, line.at() - workedSince);
    }
    workedSince = -1;
    Duration limit = workflow.settings().timeout().orElse(MOST);
    if (timely && worked > limit.plus(LATE).toMillis() && !ENDS.contains(line.kind())) {
      throw broken(
          line, "stands in a run that has worked for " + worked + " ms, and may for " + limit);
    }
  }

  /** From now on time counts where a step works. */
  private void count(Storage.Line line) {
    if (under.values().stream().anyMatch(each -> each.open.equals("work"))) {
      workedSince = line.at();
    }
  }

  /** The steps in the order in which they first began. */
  List<String> steps() {
    return steps;
  }

  /** What each step that is done sent: how many items by which output. */
  Map<String, Map<String, Long>> sent() {
    return sent;
  }

  /** What was said in the end of a try, by step and try. */
  Map<String, UncertainDecision> decisions() {
    return decisions;
  }

  /** The tries that took longer than their node may. */
  Set<String> overdue() {
    return overdue;
  }

  /** Whether someone outside ended a wait, and gave something that now leaves the node. */
  boolean isAnswered(String step) {
    return answered.contains(step);
  }

  /** How many activations of a node did their own work to the end. */
  Map<String, Integer> counted() {
    return counted;
  }

  /** Whether and when the run was moved to a newer definition. */
  Optional<Move> move() {
    return move;
  }

  /** Why the run began. */
  JsonObject cause() {
    return cause;
  }

  /** How it was ended from outside of its course; empty where it was not. */
  String end() {
    return end;
  }

  private void take(Storage.Line line, JsonObject body) {
    String name = line.node() + "/" + Lines.whole(body, "run");
    Step step = under.getOrDefault(name, new Step());
    switch (line.kind()) {
      case "run-started" ->
          cause = body.get("cause") instanceof JsonObject json ? json : JsonObject.empty();
      case "began" -> begin(line, body, name, step);
      case "done" -> {
        close(line, step);
        under.remove(name);
        sent.put(name, outputs(body));
        if (step.mode.equals("run")) {
          counted.merge(line.node(), 1, Integer::sum);
        }
      }
      case "waits" -> {
        close(line, step);
        step.open = "wait";
        step.kept = outputs(body);
        step.written = body.get("outputs");
        step.until =
            body.get("until") instanceof String moment
                ? Instant.parse(moment).toEpochMilli()
                : Long.MAX_VALUE;
        step.callable = Boolean.TRUE.equals(body.get("callable"));
        counted.merge(line.node(), 1, Integer::sum);
      }
      case "called" -> {
        close(line, step);
        step.open = "call";
      }
      case "failed" -> {
        close(line, step);
        step.failed = line.at();
        if (body.get("error") instanceof JsonObject error
            && String.valueOf(error.get("message"))
                .startsWith("“" + line.node() + "” took longer than")) {
          overdue.add(step.began);
        }
        step.excuse = "failed";
      }
      case "woke" -> wake(line, name, step);
      case "answered" -> {
        if (!step.open.equals("wait") || !step.callable) {
          throw broken(line, "answers what does not wait");
        }
        under.remove(name);
        if (!Objects.equals(body.get("outputs"), step.written)) {
          answered.add(name);
        }
        sent.put(name, outputs(body));
      }
      case "resumed" -> goOn();
      case "decided" -> decide(line, body, step);
      case "upgraded" -> move(line);
      case "last-step" -> {
        if (lanes() == 1) {
          throw broken(line, "stands in a run whose branches run one after the other");
        }
        if (!sent.containsKey(name)) {
          throw broken(line, "names a step that is not done");
        }
      }
      default -> {
        if (ENDS.contains(line.kind())) {
          end = line.kind();
        }
      }
    }
  }

  /** The run goes by a newer definition from here on. */
  private void move(Storage.Line line) {
    if (newer.isEmpty() || move.isPresent()) {
      throw broken(line, "moves the run to a definition that nobody gave");
    }
    if (under.isEmpty() || under.values().stream().anyMatch(each -> !each.open.equals("wait"))) {
      throw broken(line, "moves a run that does not wait: " + under.keySet());
    }
    for (String node : begun.keySet()) {
      NodeDefinition there = newer.get().nodes().get(node);
      if (there == null || !there.type().equals(node(node).type())) {
        throw broken(line, "moves the run to where “" + node + "”, which has run, is not the same");
      }
    }
    move = Optional.of(new Move(newer.get(), Set.copyOf(steps), Set.copyOf(sent.keySet())));
    workflow = newer.get();
  }

  /** The run goes on after it was cut short: what worked may begin again. */
  private void goOn() {
    under.forEach((name, step) -> {
      if (step.excuse.isEmpty() && step.open.equals("work")) {
        String node = name.substring(0, name.indexOf('/'));
        if (policy(node, step) == OnUncertain.FAIL) {
          decisions.put(step.began, UncertainDecision.FAIL);
          step.excuse = "given up";
        } else {
          step.excuse = "resumed";
        }
      }
    });
  }

  /** What its workflow wants of a step that is cut short now. */
  private OnUncertain policy(String node, Step step) {
    return isUnsafe(node) && step.mode.equals("run") ? node(node).onUncertain() : OnUncertain.RETRY;
  }

  private void decide(Storage.Line line, JsonObject body, Step step) {
    UncertainDecision said = UncertainDecision.valueOf(String.valueOf(body.get("decision")));
    if (!step.open.equals("work")) {
      throw broken(line, "decides about what is not uncertain");
    }
    if (policy(line.node(), step) != OnUncertain.ASK) {
      throw broken(line, "is somebody's answer, and the workflow says what is to be done");
    }
    if (said == UncertainDecision.RETRY) {
      step.excuse = "decided";
    } else {
      decisions.put(step.began, said);
      step.excuse = "given up";
    }
    goOn();
  }

  private void begin(Storage.Line line, JsonObject body, String name, Step step) {
    int attempt = Lines.whole(body, "attempt");
    String now = name + "/" + attempt;
    OnUncertain policy = policy(line.node(), step);
    step.mode = String.valueOf(body.get("mode"));
    if (sent.containsKey(name)) {
      throw broken(line, "begins again and was done");
    }
    if (!under.containsKey(name)) {
      first(line, name, attempt);
      under.put(name, step);
    } else if (now.equals(step.began)) {
      boolean known =
          switch (step.excuse) {
            case "decided", "called" -> true;
            case "resumed" -> policy != OnUncertain.ASK;
            case "given up", "failed" -> !step.mode.equals("run");
            default -> false;
          };
      if (!known) {
        throw broken(line, "begins again as the same try, and nothing says why: " + step.excuse);
      }
    } else if (!step.excuse.equals("retry") || attempt != attempt(step.began) + 1) {
      throw broken(line, "is another try, and the one before did not fail: " + step.excuse);
    }
    step.began = now;
    step.open = "work";
    step.excuse = "";
  }

  /** A step begins for the first time. */
  private void first(Storage.Line line, String name, int attempt) {
    if (attempt != 1) {
      throw broken(line, "is the first try and has number " + attempt);
    }
    int lanes = lanes();
    if (lanes == 1 ? !under.isEmpty() : working() >= lanes) {
      throw broken(line, "begins while as much as may be is under way: " + under.keySet());
    }
    if (under.keySet().stream().anyMatch(each -> each.startsWith(line.node() + "/"))) {
      throw broken(line, "begins while its node works");
    }
    int count = begun.merge(line.node(), 1, Integer::sum) - 1;
    if (!name.equals(line.node() + "/" + count)) {
      throw broken(line, "is not the next activation of its node");
    }
    steps.add(name);
  }

  private int lanes() {
    return workflow.settings().executionOrder() == ExecutionOrder.V1
        ? workflow.settings().parallelBranches()
        : 1;
  }

  private long working() {
    return under.values().stream().filter(Step::takesLane).count();
  }

  private static int attempt(String began) {
    return Integer.parseInt(began.substring(began.lastIndexOf('/') + 1));
  }

  private NodeDefinition node(String id) {
    return Objects.requireNonNull(workflow.nodes().get(id));
  }

  private boolean isUnsafe(String id) {
    return node(id).parameters().get("settings") instanceof JsonObject settings
        && Behaviour.of(settings).effect() == Effect.UNSAFE;
  }

  /** How long the run rests before the next try. */
  private long pause(Storage.Line line, Step step) {
    int next = attempt(step.began) + 1;
    return node(line.node()).retry().map(retry -> retry.pauseBefore(next).toMillis()).orElse(0L);
  }

  private void close(Storage.Line line, Step step) {
    if (!step.open.equals("work")) {
      throw broken(line, "ends what is not under way: " + step.open);
    }
    step.open = "";
  }

  private void wake(Storage.Line line, String name, Step step) {
    if (step.open.equals("wait")) {
      if (timely && line.at() < step.until) {
        throw broken(line, "comes before the end of the wait");
      }
      sent.put(name, step.kept);
      under.remove(name);
    } else if (step.open.equals("call")) {
      step.open = "";
      step.excuse = "called";
      step.cameBack = true;
    } else if (step.excuse.equals("failed")) {
      if (timely && line.at() < step.failed + pause(line, step)) {
        throw broken(line, "comes before the end of the pause");
      }
      step.excuse = "retry";
    } else {
      throw broken(line, "wakes what does not sleep");
    }
  }

  private static Map<String, Long> outputs(JsonObject body) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    if (body.get("outputs") instanceof JsonObject outputs) {
      outputs.forEach((output, list) -> {
        if (list instanceof JsonObject named && named.get("size") instanceof Long size) {
          sizes.put(output, size);
        }
      });
    }
    return sizes;
  }

  private Broken broken(Storage.Line line, String what) {
    return new Broken("line " + line.seq() + " of run " + run + " " + what + ": " + line);
  }
}
