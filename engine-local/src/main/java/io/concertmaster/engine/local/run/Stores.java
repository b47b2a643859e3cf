package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.Blobs;
import io.concertmaster.engine.local.items.FileStore;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.Permission;
import io.concertmaster.script.ScriptHost;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The two files of a store, open for writing.
 *
 * @param scratch the folder for working data
 */
public record Stores(Journal journal, Blobs blobs, Path scratch) implements AutoCloseable {
  /**
   * The runs of the store.
   *
   * @param threads how many activations work at the same time
   * @param maxActivations how many one run may have
   * @param allowed what nodes may do that a person must allow
   * @param environment the variables that expressions may read
   * @param scripts runs scripts
   */
  public Runs runs(
      NodeCatalog catalog,
      InstantSource clock,
      int threads,
      long maxActivations,
      Set<Permission> allowed,
      Function<String, Optional<String>> environment,
      ScriptHost scripts) {
    Services services =
        new Services(
            journal,
            new ItemStore(blobs),
            new FileStore(blobs),
            journal.reader().storeId(),
            scratch,
            clock,
            new Alarm(clock),
            new Watchers(),
            environment,
            allowed,
            scripts);
    return new Runs(services, catalog, new PastRuns(journal.reader()), threads, maxActivations);
  }

  @Override
  public void close() {
    blobs.close();
    journal.close();
  }
}
