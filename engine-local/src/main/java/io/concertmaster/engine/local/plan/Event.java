package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.UncertainDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened in a run: one line of its journal. The state of a run is the fold over these. */
public sealed interface Event {
  /**
   * The run exists.
   *
   * @param start id of the node at which it begins
   * @param input the items for that node
   * @param until id of the node after which to stop; everything runs where empty
   * @param folder where relative paths of the settings start
   * @param timeout the longest the run may take, waiting apart
   * @param maxActivations how many activations the run may have: the guard against endless loops
   * @param blank a list of one empty item; only where the order v0 may need it
   * @param cause why it began
   */
  record RunStarted(
      String start,
      ItemListRef input,
      Optional<String> until,
      String folder,
      Optional<Duration> timeout,
      long maxActivations,
      Optional<ItemListRef> blank,
      Cause cause)
      implements Event {}

  /**
   * A try of an activation begins; durable before its effect.
   *
   * @param lane which of the branches that may work at the same time it belongs to; 0 where they
   *     run one after the other
   * @param unsafe whether a person must say, should it be cut short, if its effect happened
   */
  record Began(
      String node,
      int runIndex,
      int attempt,
      int lane,
      Mode mode,
      boolean unsafe,
      List<Input> inputs)
      implements Event {
    public Began {
      inputs = List.copyOf(inputs);
    }
  }

  /** An activation under way has come so far: a crash does not take it back behind that. */
  record Progress(String node, int runIndex, Watermark watermark) implements Event {}

  /**
   * An activation is done; durable before a successor begins.
   *
   * @param outputs lists by output id; an output that sent nothing may be missing
   * @param error a failure that the node's policy went over
   * @param traces what it leaves behind besides
   */
  record Done(
      String node,
      int runIndex,
      Map<String, ItemListRef> outputs,
      Optional<RunError> error,
      Traces traces)
      implements Event {
    public Done {
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
  }

  /**
   * An activation called other runs and has not ended: it begins again when they have.
   *
   * @param runs their numbers
   * @param traces what it leaves to that beginning
   */
  record Called(String node, int runIndex, List<Long> runs, Traces traces) implements Event {
    public Called {
      runs = List.copyOf(runs);
    }
  }

  /**
   * An activation's outputs are stored and leave it later.
   *
   * @param until when they leave by themselves; never where empty
   * @param callable whether someone outside may end the wait
   * @param traces what it leaves behind besides
   */
  record Waits(
      String node,
      int runIndex,
      Map<String, ItemListRef> outputs,
      Optional<Instant> until,
      boolean callable,
      Traces traces)
      implements Event {
    public Waits {
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
  }

  /** A try of an activation failed. */
  record Failed(String node, int runIndex, int attempt, RunError error) implements Event {}

  /** What an activation waited for is there: a moment, or the end of the runs that it called. */
  record Woke(String node, int runIndex) implements Event {}

  /**
   * Someone outside ended a wait.
   *
   * @param outputs what leaves the node
   */
  record Answered(String node, int runIndex, Map<String, ItemListRef> outputs) implements Event {
    public Answered {
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
  }

  /** A run that was cut short goes on. */
  record Resumed() implements Event {}

  /** A person said what to do about an unsafe activation that was cut short. */
  record Decided(String node, int runIndex, UncertainDecision decision) implements Event {}

  /**
   * The engine let go of the run: it was closed, or the store could not take more. Changes nothing
   * in the plan; it tells people why.
   */
  record Parked(String reason) implements Event {}

  /** A node wrote a line. */
  record Logged(String node, String line) implements Event {}

  /** A person ended the run. */
  record Cancelled() implements Event {}

  /**
   * The run that waits goes on with another definition: the one to which its row is pinned now, or
   * which the next event of this kind names.
   *
   * @param node the node that waits
   * @param before the text of the definition by which the run went until here, so that the events
   *     before this one are understood whatever becomes of the store's definitions
   */
  record Upgraded(String node, String before) implements Event {}

  /**
   * Stands behind the end of a run that succeeded and whose branches worked at the same time: the
   * activation that is its last one, whichever branch was faster. Changes nothing in the plan.
   */
  record LastStep(String node, int runIndex) implements Event {}

  /** The run took longer than it may. */
  record TimedOut() implements Event {}
}
