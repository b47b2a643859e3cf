package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunView;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a run, node by node: the other fold over its events, for people and for
 * expressions that look back. It needs no definition, so that old runs can be read whatever is
 * installed. Not safe for several threads at once.
 */
public final class RunHistory {
  private static final int LINES = 1_000;

  private final Map<String, List<Entry>> nodes = new LinkedHashMap<>();
  private final Deque<RunView.LogLine> log = new ArrayDeque<>();
  private @Nullable Entry current;
  private final Map<String, Memory> memories = new HashMap<>();
  private final Map<String, JsonObject> staticData = new HashMap<>();
  private final Map<String, String> customData = new LinkedHashMap<>();
  private final Map<String, JsonObject> told = new LinkedHashMap<>();
  private Cause cause = Cause.MANUAL;
  private Optional<Duration> timeout = Optional.empty();
  private ItemListRef given = Input.NONE.list();
  private final Waits waits = new Waits();
  private Optional<String> parked = Optional.empty();
  private boolean resumed;

  /** Takes an event in. */
  public void apply(Event event, Instant at) {
    if (!(event instanceof Event.Logged)) {
      parked = Optional.empty();
    }
    switch (event) {
      case Event.RunStarted e -> {
        cause = e.cause();
        timeout = e.timeout();
        given = e.input();
      }
      case Event.Began e -> begin(e, at);
      case Event.Progress e -> {}
      case Event.Done e -> {
        leave(e.node(), e.traces());
        Entry entry = at(e.node(), e.runIndex());
        Optional<RunError> error = e.error().isPresent() ? e.error() : entry.error();
        replace(
            entry
                .in(NodeState.DONE, Optional.of(at), error)
                .sent(NodeState.DONE, Optional.of(at), e.outputs()));
      }
      case Event.Called e -> {
        leave(e.node(), e.traces());
        replace(
            at(e.node(), e.runIndex()).in(NodeState.WAITING, Optional.empty(), Optional.empty()));
      }
      case Event.Waits e -> {
        leave(e.node(), e.traces());
        Entry entry = at(e.node(), e.runIndex());
        waits.begin(entry, e.until(), e.callable());
        replace(entry.sent(NodeState.WAITING, Optional.empty(), e.outputs()));
      }
      case Event.Failed e ->
          replace(
              at(e.node(), e.runIndex())
                  .in(NodeState.FAILED, Optional.of(at), Optional.of(e.error())));
      case Event.Woke e -> woke(at(e.node(), e.runIndex()), at);
      case Event.Answered e -> {
        waits.end(e.node(), e.runIndex());
        replace(at(e.node(), e.runIndex()).sent(NodeState.DONE, Optional.of(at), e.outputs()));
      }
      case Event.Resumed e -> resumed = true;
      case Event.Decided e -> {
        resumed = true;
        replace(at(e.node(), e.runIndex()).decided());
      }
      case Event.Parked e -> parked = Optional.of(e.reason());
      case Event.Logged e -> log(new RunView.LogLine(at, e.node(), e.line()));
      case Event.Upgraded e ->
          log(new RunView.LogLine(at, e.node(), "goes on with a newer definition of the workflow"));
      case Event.Cancelled e -> cut(at);
      case Event.TimedOut e -> cut(at);
      case Event.LastStep e -> current = at(e.node(), e.runIndex());
    }
  }

  private void begin(Event.Began event, Instant at) {
    List<Entry> entries = nodes.computeIfAbsent(event.node(), node -> new ArrayList<>());
    if (event.runIndex() < entries.size()) {
      replace(entries.get(event.runIndex()).again(event));
    } else {
      Entry entry = Entry.begun(event, at);
      entries.add(entry);
      current = entry;
    }
  }

  private void leave(String node, Traces traces) {
    if (!traces.equals(Traces.NONE)) {
      memories.computeIfAbsent(node, id -> new Memory()).apply(traces);
      traces
          .staticData()
          .forEach(
              (owner, values) -> staticData.put(owner.equals(Traces.NODE) ? node : "", values));
      customData.putAll(traces.customData());
      traces.told().ifPresent(said -> told.put(node, said));
    }
  }

  private void woke(Entry entry, Instant at) {
    boolean waited = waits.end(entry.node(), entry.runIndex());
    if (waited && entry.state() == NodeState.WAITING) {
      replace(entry.in(NodeState.DONE, Optional.of(at), entry.error()));
    }
  }

  /** Whatever is not done never will be. */
  private void cut(Instant at) {
    waits.clear();
    Entry last = current;
    for (List<Entry> entries : nodes.values()) {
      entries.replaceAll(each ->
          each.state() == NodeState.DONE
              ? each
              : each.in(NodeState.CANCELLED, Optional.of(at), each.error()));
    }
    current = last == null ? null : at(last.node(), last.runIndex());
  }

  private Entry at(String node, int runIndex) {
    return entry(node, runIndex)
        .orElseThrow(() -> new IllegalStateException(node + " did not begin in this run"));
  }

  private void replace(Entry entry) {
    List<Entry> entries = nodes.get(entry.node());
    if (entries == null) {
      throw new IllegalStateException(entry.node() + " did not begin in this run");
    }
    entries.set(entry.runIndex(), entry);
    current = entry;
  }

  private void log(RunView.LogLine line) {
    log.addLast(line);
    if (log.size() > LINES) {
      log.removeFirst();
    }
  }

  /** One activation of a node. */
  public Optional<Entry> entry(String node, int runIndex) {
    List<Entry> entries = nodes.getOrDefault(node, List.of());
    return runIndex < entries.size() ? Optional.of(entries.get(runIndex)) : Optional.empty();
  }

  /** The newest activation of a node that is done. */
  public Optional<Entry> newestDone(String node) {
    return nodes.getOrDefault(node, List.of()).reversed().stream()
        .filter(entry -> entry.state() == NodeState.DONE)
        .findFirst();
  }

  /** The activation of which the newest event about an activation spoke. */
  public Optional<Entry> current() {
    return Optional.ofNullable(current);
  }

  /** The activations of each node, in the order in which the nodes first began. */
  public Map<String, List<Entry>> nodes() {
    return nodes;
  }

  /** Why the run began. */
  public Cause cause() {
    return cause;
  }

  /** The longest that it may work; empty for any time. */
  public Optional<Duration> timeout() {
    return timeout;
  }

  /** The items that were given to the run. */
  public ItemListRef given() {
    return given;
  }

  /** What a node keeps; empty where it never kept anything. */
  public Optional<Memory> memory(String node) {
    return Optional.ofNullable(memories.get(node));
  }

  /**
   * What the workflow keeps from run to run, where this run changed it.
   *
   * @param owner id of the node to which it belongs; an empty text for the workflow
   */
  public Optional<JsonObject> staticData(String owner) {
    return Optional.ofNullable(staticData.get(owner));
  }

  /** The run's marks. */
  public Map<String, String> customData() {
    return Map.copyOf(customData);
  }

  /** What nodes said to those outside, the newest of each, by node id. */
  public Map<String, JsonObject> told() {
    return Map.copyOf(told);
  }

  /** What the run waits for. */
  public Waits waits() {
    return waits;
  }

  /**
   * The first activation of which nobody knows if it had its effect, should the run have been cut
   * short now; first of all of the node that began first.
   */
  public Optional<Entry> firstUncertain() {
    return nodes.values().stream().flatMap(List::stream).filter(Entry::uncertain).findFirst();
  }

  /** What nodes wrote, oldest first, the newest 1,000 lines. */
  public List<RunView.LogLine> log() {
    return List.copyOf(log);
  }

  /** Why the engine let go of the run, where that is the newest thing that happened. */
  public Optional<String> parked() {
    return parked;
  }

  /** Whether the run went on after it was cut short. */
  public boolean resumed() {
    return resumed;
  }
}
