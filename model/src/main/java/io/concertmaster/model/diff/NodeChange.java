package io.concertmaster.model.diff;

import java.util.List;

/** A node that differs. A node is the same node in both versions when it has the same id. */
public sealed interface NodeChange {
  /** Its id. */
  String id();

  /** What it is called in the newer version; in the older where it is gone. */
  String name();

  /** It is new. */
  record Added(String id, String name, String type) implements NodeChange {}

  /** It is gone. */
  record Removed(String id, String name, String type) implements NodeChange {}

  /**
   * It is set differently.
   *
   * @param changes at least one
   */
  record Changed(String id, String name, List<ValueChange> changes) implements NodeChange {
    public Changed {
      changes = List.copyOf(changes);
    }
  }
}
