package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Cause;
import io.concertmaster.engine.local.plan.Entry;
import io.concertmaster.engine.local.plan.Input;
import io.concertmaster.engine.local.plan.Memory;
import io.concertmaster.engine.local.plan.RunHistory;
import io.concertmaster.node.RunData;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** What happened so far in a run that goes on, for the threads that work in it. */
final class HistoryView implements Lookback.History {
  private static final Memory NOTHING = new Memory();

  private final ReentrantLock lock;
  private final RunHistory history;
  private final Services services;
  private final String workflow;

  /**
   * A view.
   *
   * @param lock of the run
   * @param workflow id of the definition
   */
  HistoryView(ReentrantLock lock, RunHistory history, Services services, String workflow) {
    this.lock = lock;
    this.history = history;
    this.services = services;
    this.workflow = workflow;
  }

  private <T> T read(Function<RunHistory, T> part) {
    lock.lock();
    try {
      return part.apply(history);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Entry> newestDone(String node) {
    return read(past -> past.newestDone(node));
  }

  @Override
  public Optional<Entry> entry(String node, int runIndex) {
    return read(past -> past.entry(node, runIndex));
  }

  @Override
  public int runs(String node) {
    return read(past -> past.nodes().getOrDefault(node, List.of()).size());
  }

  @Override
  public Optional<Input> kept(String node, int number) {
    return read(past ->
        past.memory(node).filter(memory -> number < memory.size()).map(all -> all.part(number)));
  }

  Cause cause() {
    return read(RunHistory::cause);
  }

  /** The step about which a person must decide first, should the run have been cut short. */
  Optional<Entry> firstUncertain() {
    return read(RunHistory::firstUncertain);
  }

  /** The tokens of its waits. */
  Tokens tokens() {
    return read(Tokens::of);
  }

  Map<String, String> customData() {
    return read(RunHistory::customData);
  }

  /** What a node keeps. */
  JsonObject values(String node) {
    return read(past -> past.memory(node).map(Memory::values).orElse(JsonObject.empty()));
  }

  /** What the workflow keeps from run to run: as this run left it, else as the store has it. */
  JsonObject staticData(String owner) {
    return read(past -> past.staticData(owner))
        .orElseGet(() -> services.journal().reader().staticData(workflow, owner));
  }

  /** A node's memory, for an activation of it. */
  ActivationMemory.Before memory(String node) {
    return new ActivationMemory.Before() {
      @Override
      public JsonObject values() {
        return HistoryView.this.values(node);
      }

      @Override
      public int size() {
        return read(past -> past.memory(node).orElse(NOTHING).size());
      }

      @Override
      public List<Integer> list(String name) {
        return read(past -> past.memory(node).orElse(NOTHING).list(name));
      }

      @Override
      public Input part(int number) {
        return read(past -> past.memory(node).orElse(NOTHING).part(number));
      }
    };
  }

  /** What outlives the run and marks it, for an activation of a node. */
  ActivationData.Before data(String node) {
    return new ActivationData.Before() {
      @Override
      public JsonObject staticData(RunData.Owner owner) {
        return HistoryView.this.staticData(owner == RunData.Owner.NODE ? node : "");
      }

      @Override
      public Map<String, String> customData() {
        return HistoryView.this.customData();
      }
    };
  }
}
