package io.concertmaster.model;

import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What holds for a whole workflow.
 *
 * @param timezone in which dates are read and written; the machine's where empty
 * @param timeout the longest that a run may take, waiting apart; no limit where empty
 * @param unknown keys that this version does not know, kept for writing
 */
public record Settings(Optional<ZoneId> timezone, Optional<Duration> timeout, JsonObject unknown) {
  /** Nothing set. */
  public static final Settings DEFAULT =
      new Settings(Optional.empty(), Optional.empty(), JsonObject.empty());
}
