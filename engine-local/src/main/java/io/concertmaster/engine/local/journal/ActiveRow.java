package io.concertmaster.engine.local.journal;

import java.time.Instant;

/**
 * An active workflow in the store.
 *
 * @param workflow its id
 * @param definition SHA-256 of the definition to which it is pinned
 * @param folder where relative paths start
 * @param since when it was made active
 */
public record ActiveRow(String workflow, String definition, String folder, Instant since) {
  long checksum() {
    return RowSum.of(workflow, definition, folder, since.toEpochMilli());
  }
}
