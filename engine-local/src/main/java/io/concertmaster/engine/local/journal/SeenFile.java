package io.concertmaster.engine.local.journal;

import java.util.Optional;

/**
 * What a trigger knows of a file.
 *
 * @param path below the folder, with slashes between
 * @param stamp how the file was; empty where it is gone
 */
public record SeenFile(String path, Optional<Stamp> stamp) {
  /**
   * By what a change of a file is told.
   *
   * @param size in bytes
   * @param modified nanoseconds since 1970
   */
  public record Stamp(long size, long modified) {}

  static long checksum(String workflow, String node, String path, Stamp stamp) {
    return RowSum.of(workflow, node, path, stamp.size(), stamp.modified());
  }
}
