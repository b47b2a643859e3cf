package io.concertmaster.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A workflow whose triggers listen.
 *
 * @param id the workflow's id
 * @param name its name
 * @param definition SHA-256 of the definition to which it is pinned, in hexadecimal
 * @param folder where relative paths of the settings start
 * @param since when it was made active, or was given this definition
 * @param running how many runs that its triggers began go on
 * @param waiting how many are due and wait for others to end
 */
public record ActiveWorkflow(
    String id,
    String name,
    String definition,
    Path folder,
    Instant since,
    int running,
    int waiting,
    List<ActiveTrigger> triggers) {
  public ActiveWorkflow {
    triggers = List.copyOf(triggers);
  }
}
