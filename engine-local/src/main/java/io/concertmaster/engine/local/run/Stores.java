package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.Blobs;
import io.concertmaster.engine.local.items.FileStore;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.machine.Threads;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.script.ScriptHost;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The two files of a store, open for writing.
 *
 * @param threads for those who work on the store
 * @param scratch the folder for working data
 * @param room on their disk
 */
public record Stores(Threads threads, Journal journal, Blobs blobs, Path scratch, Room room)
    implements AutoCloseable {
  /** Threads that begin runs for triggers: so many beginnings share a sync of the disk. */
  private static final int TRIGGERS = 8;

  /**
   * Opens both, or makes them.
   *
   * @param items the file of the items
   * @param journal the file of the journal
   * @param scratch the folder for working data
   * @param giveUpReserve called when the disk is full, to make the room that writing needs
   * @throws StoreException when one cannot be opened; then neither is, and it can be tried again
   */
  public static Stores open(
      Machine machine, Path items, Path journal, Path scratch, Room room, Runnable giveUpReserve) {
    Blobs blobs = Blobs.open(machine, items, giveUpReserve);
    try {
      Journal opened = Journal.open(machine, journal, giveUpReserve);
      return new Stores(machine.threads(), opened, blobs, scratch, room);
    } catch (StoreException e) {
      blobs.close();
      throw e;
    }
  }

  /**
   * The runs of the store.
   *
   * @param scripts runs scripts
   */
  public Runs runs(NodeCatalog catalog, InstantSource clock, Policy policy, ScriptHost scripts) {
    Services services =
        new Services(
            journal,
            new ItemStore(blobs),
            new FileStore(blobs),
            journal.reader().names(),
            scratch,
            room,
            clock,
            new Alarm(clock, threads.timer("engine alarm")),
            new Watchers(threads.pool("engine events", 1)),
            policy,
            Budget.ofHeap(policy.threads()),
            new AheadOfDisk(),
            scripts,
            threads.pool("engine triggers", TRIGGERS),
            threads);
    Workers workers =
        new Workers(
            threads.pool("engine worker", policy.threads()),
            threads.pool("engine follow-up", 1),
            room);
    return new Runs(services, catalog, new PastRuns(journal.reader()), workers);
  }

  @Override
  public void close() {
    blobs.close();
    journal.close();
  }
}
