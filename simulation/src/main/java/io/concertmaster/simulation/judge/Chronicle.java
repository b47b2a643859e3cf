package io.concertmaster.simulation.judge;

import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.simulation.disk.Storage;
import io.concertmaster.simulation.story.Behaviour;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the journal tells of one run, read line by line; a line that cannot stand where it stands is
 * a broken promise.
 */
final class Chronicle {
  private static final Set<String> ENDS = Set.of("cancelled", "timed-out");

  private final long run;
  private final Workflow workflow;
  private final List<String> steps = new ArrayList<>();
  private final Map<String, Map<String, Long>> sent = new LinkedHashMap<>();
  private final Map<String, UncertainDecision> decisions = new HashMap<>();
  private final Set<String> answered = new HashSet<>();
  private final Map<String, Integer> counted = new HashMap<>();
  private final Set<String> overdue = new HashSet<>();
  private final boolean timely;
  private JsonObject cause = JsonObject.empty();
  private String end = "";
  private String open = "";
  private String began = "";
  private String mode = "";
  private String excuse = "";
  private Map<String, Long> kept = Map.of();
  private long until = Long.MAX_VALUE;
  private long failed;
  private boolean callable;
  private @Nullable Object written;

  /**
   * Reads a run.
   *
   * @param workflow the definition that was given when it began
   * @param timely whether moments say something: nobody set the clock
   */
  Chronicle(long run, Workflow workflow, boolean timely, List<Storage.Line> lines) {
    this.timely = timely;
    this.run = run;
    this.workflow = workflow;
    long seq = 0;
    for (Storage.Line line : lines) {
      if (line.seq() != seq++) {
        throw broken(line, "comes where number " + (seq - 1) + " must stand");
      }
      if (!end.isEmpty() && !line.kind().equals("logged")) {
        throw broken(line, "follows the end of the run: " + end);
      }
      take(line, Lines.body(line));
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

  /** Why the run began. */
  JsonObject cause() {
    return cause;
  }

  /** How it was ended from outside of its course; empty where it was not. */
  String end() {
    return end;
  }

  private void take(Storage.Line line, JsonObject body) {
    String step = line.node() + "/" + Lines.whole(body, "run");
    switch (line.kind()) {
      case "run-started" ->
          cause = body.get("cause") instanceof JsonObject json ? json : JsonObject.empty();
      case "began" -> begin(line, body, step);
      case "done" -> {
        close(line, step);
        sent.put(step, outputs(body));
        if (mode.equals("run")) {
          counted.merge(line.node(), 1, Integer::sum);
        }
      }
      case "waits" -> {
        close(line, step);
        open = "wait of " + step;
        kept = outputs(body);
        written = body.get("outputs");
        until =
            body.get("until") instanceof String moment
                ? Instant.parse(moment).toEpochMilli()
                : Long.MAX_VALUE;
        callable = Boolean.TRUE.equals(body.get("callable"));
        counted.merge(line.node(), 1, Integer::sum);
      }
      case "called" -> {
        close(line, step);
        open = "call of " + step;
      }
      case "failed" -> {
        close(line, step);
        failed = line.at();
        if (body.get("error") instanceof JsonObject error
            && String.valueOf(error.get("message"))
                .startsWith("“" + line.node() + "” took longer than")) {
          overdue.add(began);
        }
        excuse = "failed " + step + "/" + Lines.whole(body, "attempt");
      }
      case "woke" -> wake(line, step);
      case "answered" -> {
        if (!open.equals("wait of " + step) || !callable) {
          throw broken(line, "answers what does not wait");
        }
        open = "";
        if (!Objects.equals(body.get("outputs"), written)) {
          answered.add(step);
        }
        sent.put(step, outputs(body));
      }
      case "resumed" -> {
        excuse = excuse.isEmpty() ? "resumed" : excuse;
      }
      case "decided" -> {
        UncertainDecision said = UncertainDecision.valueOf(String.valueOf(body.get("decision")));
        if (!open.equals("work of " + began)) {
          throw broken(line, "decides about what is not uncertain");
        }
        if (said == UncertainDecision.RETRY) {
          excuse = "decided";
        } else {
          decisions.put(began, said);
          excuse = "given up";
        }
      }
      default -> {
        if (ENDS.contains(line.kind())) {
          end = line.kind();
        }
      }
    }
  }

  private void begin(Storage.Line line, JsonObject body, String step) {
    int attempt = Lines.whole(body, "attempt");
    String now = step + "/" + attempt;
    boolean again = sent.containsKey(step) || steps.contains(step);
    String oldMode = mode;
    mode = String.valueOf(body.get("mode"));
    if (!again) {
      if (attempt != 1) {
        throw broken(line, "is the first try and has number " + attempt);
      }
      if (!open.isEmpty()) {
        throw broken(line, "begins while something else is open: " + open);
      }
      if (!step.endsWith("/" + count(line.node()))) {
        throw broken(line, "is not the next activation of its node");
      }
      steps.add(step);
    } else if (sent.containsKey(step)) {
      throw broken(line, "begins again and was done");
    } else if (now.equals(began)) {
      boolean known =
          excuse.equals("decided")
              || excuse.equals("given up")
              || excuse.equals("called")
              || (excuse.equals("resumed") && !(isUnsafe(line.node()) && oldMode.equals("run")))
              || (excuse.startsWith("failed") && !mode.equals("run"));
      if (!known) {
        throw broken(line, "begins again as the same try, and nothing says why: " + excuse);
      }
    } else if (!excuse.equals("retry of " + step + "/" + (attempt - 1))) {
      throw broken(line, "is another try, and the one before did not fail: " + excuse);
    }
    began = now;
    open = "work of " + now;
    excuse = "";
  }

  private NodeDefinition node(String id) {
    return Objects.requireNonNull(workflow.nodes().get(id));
  }

  private boolean isUnsafe(String id) {
    return node(id).parameters().get("settings") instanceof JsonObject settings
        && Behaviour.of(settings).effect() == Effect.UNSAFE;
  }

  /** How long the run rests before the next try. */
  private long pause(String id) {
    int next = Integer.parseInt(began.substring(began.lastIndexOf('/') + 1)) + 1;
    return node(id).retry().map(retry -> retry.pauseBefore(next).toMillis()).orElse(0L);
  }

  private long count(String node) {
    return steps.stream().filter(each -> each.startsWith(node + "/")).count();
  }

  private void close(Storage.Line line, String step) {
    if (!open.equals("work of " + began) || !began.startsWith(step + "/")) {
      throw broken(line, "ends what is not under way: " + open);
    }
    open = "";
  }

  private void wake(Storage.Line line, String step) {
    if (open.equals("wait of " + step)) {
      if (timely && line.at() < until) {
        throw broken(line, "comes before the end of the wait");
      }
      sent.put(step, kept);
      open = "";
    } else if (open.equals("call of " + step)) {
      open = "";
      excuse = "called";
    } else if (excuse.startsWith("failed " + step + "/")) {
      if (timely && line.at() < failed + pause(line.node())) {
        throw broken(line, "comes before the end of the pause");
      }
      excuse = "retry of " + began;
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
