package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a run stands between two events. */
public sealed interface Phase {
  /** Nothing happened yet. */
  record New() implements Phase {}

  /** One activation is under way, and no other one. */
  sealed interface Active extends Phase {
    /** The activation. */
    Task task();

    /** Whether the run works, or pauses before a new try: it does not wait for others. */
    default boolean works() {
      return this instanceof Ready || this instanceof Running || this instanceof Retrying;
    }
  }

  /** An activation is next, and nothing durable says that it began: its effect has not. */
  record Ready(Task task) implements Active {}

  /** It is durable that the activation began; its effect may have happened or not. */
  record Running(Task task) implements Active {}

  /** The newest try failed; another follows at a moment. */
  record Retrying(Task task, Instant due) implements Active {}

  /**
   * The outputs are stored and leave the node later.
   *
   * @param due when they leave by themselves; never where empty
   * @param callable whether someone outside may end the wait
   */
  record Waiting(
      Task task, Optional<Instant> due, boolean callable, Map<String, ItemListRef> outputs)
      implements Active {
    public Waiting {
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
  }

  /** The activation called other runs and begins again when they have ended. */
  record Calling(Task task, List<Long> runs) implements Active {
    public Calling {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Branches work at the same time.
   *
   * @param line what is under way and what is to come
   */
  record Lanes(Line line) implements Phase {}

  /**
   * Nothing more will happen.
   *
   * @param last the activation that would have been the last one of a run that succeeded, had
   *     branches that worked at the same time run one after the other; empty where they did
   */
  record Ended(RunStatus status, Optional<RunError> error, Optional<Place.Past> last)
      implements Phase {
    /** The end of a run whose branches ran one after the other. */
    public Ended(RunStatus status, Optional<RunError> error) {
      this(status, error, Optional.empty());
    }
  }
}
