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

/** Where a run stands between two events. At most one activation is under way at a time. */
public sealed interface Phase {
  /** Nothing happened yet. */
  record New() implements Phase {}

  /** An activation is next, and nothing durable says that it began: its effect has not. */
  record Ready(Task task) implements Phase {}

  /** It is durable that the activation began; its effect may have happened or not. */
  record Running(Task task) implements Phase {}

  /** The newest try failed; another follows at a moment. */
  record Retrying(Task task, Instant due) implements Phase {}

  /**
   * The outputs are stored and leave the node later.
   *
   * @param due when they leave by themselves; never where empty
   * @param callable whether someone outside may end the wait
   */
  record Waiting(
      Task task, Optional<Instant> due, boolean callable, Map<String, ItemListRef> outputs)
      implements Phase {
    public Waiting {
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
  }

  /** The activation called other runs and begins again when they have ended. */
  record Calling(Task task, List<Long> runs) implements Phase {
    public Calling {
      runs = List.copyOf(runs);
    }
  }

  /** Nothing more will happen. */
  record Ended(RunStatus status, Optional<RunError> error) implements Phase {}
}
