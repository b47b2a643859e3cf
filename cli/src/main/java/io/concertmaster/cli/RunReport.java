package io.concertmaster.cli;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** How a run that ended is told: in words, or as JSON with its items; and as an exit code. */
final class RunReport {
  private RunReport() {}

  static int report(
      Engine engine, RunView view, boolean json, boolean all, PrintWriter out, PrintWriter err)
      throws EngineException {
    if (json) {
      RunJson.write(engine, view, all, out);
    } else {
      words(view, out);
    }
    if (view.status() != RunStatus.SUCCEEDED) {
      err.println("concertmaster: " + sentence(view));
      err.flush();
    }
    return exitCode(view.status());
  }

  /** The exit code of a run that stands so. */
  static int exitCode(RunStatus status) {
    return switch (status) {
      case SUCCEEDED, RUNNING, WAITING -> ExitCode.OK;
      case FAILED, UNCERTAIN, INTERRUPTED -> ExitCode.FAILED;
      case CANCELLED, TIMED_OUT -> ExitCode.STOPPED;
    };
  }

  /** A run's nodes as a table, and how it ended. */
  static void words(RunView view, PrintWriter out) {
    Instant now = Instant.now();
    for (NodeView node : view.nodes().values()) {
      String name = view.workflow().nameOf(node.node());
      long items = node.last().outputs().values().stream().mapToLong(list -> list.size()).sum();
      String runs =
          node.activations().size() == 1 ? "" : "  " + node.activations().size() + " times";
      out.printf(
          "  %-32s %-10s %,12d items  %8s%s%n",
          name, RunJson.word(node.state()), items, duration(node.last().took(now)), runs);
    }
    if (view.status() == RunStatus.SUCCEEDED) {
      out.println(sentence(view));
    }
    out.flush();
  }

  /** How a run stands, in one line. */
  static String sentence(RunView view) {
    String run = "run " + view.id();
    String took = duration(view.summary().took(Instant.now()));
    return switch (view.status()) {
      case SUCCEEDED -> run + " succeeded in " + took;
      case FAILED -> run + " failed" + because(view);
      case TIMED_OUT -> run + " took too long and was ended after " + took;
      case CANCELLED -> run + " was cancelled";
      case RUNNING -> run + " is running";
      case WAITING ->
          view.answerToken().isPresent()
              ? run
                  + " waits for an answer"
                  + view.waitingUntil().map(at -> " until " + at).orElse("")
                  + ": give it with 'concertmaster runs resume "
                  + view.id()
                  + (view.answerTokens().size() > 1 ? " --node NODE" : "")
                  + " [--input ITEMS.json]'"
              : run
                  + " waits until "
                  + view.waitingUntil().map(Instant::toString).orElse("something happens");
      case INTERRUPTED ->
          run
              + " was interrupted"
              + because(view)
              + "; go on with 'concertmaster runs resume "
              + view.id()
              + "'";
      case UNCERTAIN ->
          run
              + " needs a decision about "
              + cutShort(view)
              + ": 'concertmaster runs resume "
              + view.id()
              + " --uncertain retry' (do it again), 'skip' (it happened) or 'fail' (count it as"
              + " failed)";
    };
  }

  private static String cutShort(RunView view) {
    return view.nodes().values().stream()
        .filter(node -> node.state() == NodeState.UNCERTAIN)
        .findFirst()
        .map(node ->
            "“"
                + view.workflow().nameOf(node.node())
                + "”, which began at "
                + node.last().started().truncatedTo(ChronoUnit.SECONDS)
                + " and was cut short")
        .orElse("a step that was cut short");
  }

  private static String because(RunView view) {
    Optional<RunError> error = view.summary().error();
    return error
        .map(e ->
            e.node()
                    .flatMap(id -> view.workflow().node(id))
                    .map(node -> " at node “" + node.name() + "”: ")
                    .orElse(": ")
                + e.message())
        .orElse("");
  }

  /** A length of time as people say it. */
  static String duration(Duration took) {
    long millis = Math.max(0, took.toMillis());
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    return millis / 60_000 + " min " + millis / 1_000 % 60 + " s";
  }
}
