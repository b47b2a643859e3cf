package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NumberedEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunPage;
import io.concertmaster.engine.RunQuery;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.journal.JournalReader;
import io.concertmaster.engine.local.journal.Recorded;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.RunHistory;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Runs as the journal tells them, whoever wrote it. */
public final class PastRuns {
  /** So many rows a page looks through at most, where few are of the kind that is asked for. */
  private static final int LOOKED = 20_000;

  private static final int CHUNK = 500;

  private final JournalReader journal;
  private final ParsedDefinitions parsed = new ParsedDefinitions();

  /** Whether definitions ask for branches at the same time, by hash: many runs share one. */
  private final Map<String, Boolean> lanes = new ConcurrentHashMap<>();

  /** The runs of a journal. */
  public PastRuns(JournalReader journal) {
    this.journal = journal;
  }

  /**
   * How a run stands.
   *
   * @param elsewhere whether another process has the runs in its hands
   * @param reason why this engine let go of it
   * @throws EngineException when its definition cannot be read
   * @throws StoreException when the store cannot be read or the run is damaged
   */
  public Optional<RunView> view(RunId id, boolean elsewhere, Optional<String> reason)
      throws EngineException {
    Optional<RunRow> row = journal.run(id.number());
    if (row.isEmpty()) {
      return Optional.empty();
    }
    RunHistory history = history(row.get());
    RunSummary summary =
        Views.summary(
            row.get(), elsewhere, history.firstUncertain().isPresent(), reason.or(history::parked));
    return Optional.of(
        Views.stored(
            row.get(),
            summary,
            parsed.of(row.get().definition(), () -> definition(row.get())),
            history));
  }

  /**
   * What happened in a run after a number; see {@link io.concertmaster.engine.Engine#events}.
   *
   * @throws EngineException when there is no such run
   */
  public List<NumberedEvent> told(RunId id, long after) throws EngineException {
    RunRow row = row(id); // before its events: an end that is seen is seen after all of them
    return PastEvents.of(row, events(row), after);
  }

  /** A page of a list of runs; see {@link io.concertmaster.engine.Engine#runs(RunQuery)}. */
  public RunPage page(RunQuery query, Function<RunRow, RunSummary> summary) {
    List<RunSummary> found = new ArrayList<>();
    long before = query.before().map(RunId::number).orElse(Long.MAX_VALUE);
    int looked = 0;
    while (found.size() < query.limit() && looked < LOOKED) {
      int chunk = query.isUnfiltered() ? query.limit() : CHUNK;
      List<RunRow> rows = journal.before(before, chunk);
      for (RunRow row : rows) {
        before = row.id();
        RunSummary run = summary.apply(row);
        if (query.takes(run)) {
          found.add(run);
        }
        if (found.size() == query.limit()) {
          return new RunPage(found, Optional.of(new RunId(before)));
        }
      }
      if (rows.size() < chunk) {
        return new RunPage(found, Optional.empty());
      }
      looked += rows.size();
    }
    return new RunPage(found, Optional.of(new RunId(before)));
  }

  /** A run in one line. */
  public RunSummary summary(RunRow row, boolean elsewhere, Optional<String> reason) {
    if (row.status() != RunStatus.RUNNING || elsewhere) {
      return Views.summary(row, elsewhere, false, Optional.empty());
    }
    try {
      boolean uncertain =
          journal
                  .newest(row.id(), false)
                  .filter(newest -> newest.event() instanceof Event.Began began && began.unsafe())
                  .isPresent()
              || (hasLanes(row) && history(row).firstUncertain().isPresent());
      return Views.summary(row, false, uncertain, reason.or(() -> parked(row)));
    } catch (StoreException damage) {
      damage.throwUnlessDamaged();
      return Views.summary(row, false, false, Optional.ofNullable(damage.getMessage()));
    }
  }

  /** Why a run was let go; empty where nobody wrote that down. */
  private Optional<String> parked(RunRow row) {
    return journal
        .newest(row.id(), true)
        .flatMap(newest ->
            newest.event() instanceof Event.Parked e ? Optional.of(e.reason()) : Optional.empty());
  }

  /** Whether several steps of a run may have been under way when it was cut short. */
  private boolean hasLanes(RunRow row) {
    return lanes.computeIfAbsent(row.definition(), hash -> hasLanes(journal.definition(hash)));
  }

  private static boolean hasLanes(String definition) {
    try {
      return Definition.parse(definition).settings().parallelBranches() > 1;
    } catch (EngineException unreadable) {
      return false;
    }
  }

  /** What the last node of a run sent by its first output that sent something. */
  ItemListRef lastSent(RunRow row) {
    return history(row)
        .current()
        .flatMap(last -> last.outputs().values().stream().findFirst())
        .orElse(new ItemListRef("", 0));
  }

  /** What the token of an answer to a run says. */
  Tokens.Fit fit(RunId id, String token) throws EngineException {
    Tokens.Fit fit = Tokens.of(history(row(id))).fit(token);
    boolean over = fit == Tokens.Fit.FITS && row(id).status().ended();
    return over ? Tokens.Fit.LATE : fit; // another branch ended the run
  }

  private RunHistory history(RunRow row) {
    RunHistory history = new RunHistory();
    for (Recorded each : events(row)) {
      history.apply(each.event(), each.at());
    }
    return history;
  }

  /** The rows of runs that have not ended, oldest first. */
  public List<RunRow> unfinished() {
    return journal.unfinished();
  }

  /**
   * A run that is in nobody's hands, in one line. It may have ended since its row was read: it is
   * let go only when its end is durable.
   */
  RunSummary released(RunRow row, Optional<String> reason) {
    return summary(row.status().ended() ? row : now(row), false, reason);
  }

  private RunRow now(RunRow row) {
    try {
      return journal.run(row.id()).orElse(row);
    } catch (StoreException damage) {
      damage.throwUnlessDamaged();
      return row; // as lists have it: its error says that it is damaged
    }
  }

  RunRow row(RunId id) throws EngineException {
    return journal.run(id.number()).orElseThrow(() -> unknown(id));
  }

  String definition(RunRow row) {
    return journal.definition(row.definition());
  }

  List<Recorded> events(RunRow row) {
    return LostEvents.read(journal, row.id());
  }

  /** The same from the table, where the index has lost some. */
  List<Recorded> eventsOfTable(RunRow row) {
    return journal.eventsOfTable(row.id(), 0);
  }

  static EngineException unknown(RunId id) {
    return new EngineException(Reason.NO_SUCH_RUN, "there is no run " + id + " in this store");
  }
}
