package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.Blobs;
import io.concertmaster.engine.local.items.FileStore;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.script.ScriptHost;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The two files of a store, open for writing.
 *
 * @param scratch the folder for working data
 * @param room on their disk
 */
public record Stores(Journal journal, Blobs blobs, Path scratch, Room room)
    implements AutoCloseable {
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
            new Alarm(clock),
            new Watchers(),
            policy,
            Budget.ofHeap(policy.threads()),
            scripts);
    return new Runs(services, catalog, new PastRuns(journal.reader()));
  }

  @Override
  public void close() {
    blobs.close();
    journal.close();
  }
}
