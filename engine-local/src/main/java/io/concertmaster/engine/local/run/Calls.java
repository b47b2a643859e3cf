package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.items.Lineage;
import io.concertmaster.engine.local.items.ListWriter;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Workflows;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.ArrayList;
import java.util.List;

/** The calls of one try of an activation. */
final class Calls implements Workflows {
  /** Those who keep the runs that are called. */
  interface Directory {
    /**
     * The run of a call; it begins now, where the call is new.
     *
     * @param key names the call among all calls of the store
     */
    RunId called(LiveRun caller, Task task, String key, Callee callee, ItemListRef items)
        throws EngineException, InterruptedException;

    /** How a called run stands. */
    Call standing(RunId run) throws EngineException;
  }

  private final LiveRun run;
  private final Services services;
  private final Execution execution;
  private final List<Long> pending = new ArrayList<>();

  Calls(LiveRun run, Services services, Execution execution) {
    this.run = run;
    this.services = services;
    this.execution = execution;
  }

  /** The numbers of the runs of which the node heard that they have not ended. */
  List<Long> pending() {
    return pending;
  }

  @Override
  public Call call(String key, Callee callee, ItemList items)
      throws NodeException, InterruptedException {
    RunId called = called(CallKey.awaited(run.id(), execution.task(), key), callee, items);
    try {
      Call call = run.calls().standing(called);
      if (call instanceof Call.Pending) {
        pending.add(called.number());
      }
      return call;
    } catch (EngineException e) {
      throw new NodeException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public long hand(String key, Callee callee, ItemList items)
      throws NodeException, InterruptedException {
    return called(CallKey.handed(run.id(), execution.task(), key), callee, items).number();
  }

  private RunId called(String key, Callee callee, ItemList items)
      throws NodeException, InterruptedException {
    try {
      return run.calls().called(run, execution.task(), key, callee, stored(items));
    } catch (EngineException e) {
      throw new NodeException(String.valueOf(e.getMessage()), e);
    }
  }

  private ItemListRef stored(ItemList items) throws NodeException, InterruptedException {
    if (items instanceof GuardedList guarded && guarded.source().isPresent()) {
      return guarded.source().get().list();
    }
    ListWriter writer = services.items().write();
    for (Item item : items) {
      execution.check();
      writer.add(item);
    }
    return writer.finish(Lineage.AS_SAID);
  }
}
