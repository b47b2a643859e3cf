package io.concertmaster.n8n.write;

import io.concertmaster.n8n.read.Ports;
import io.concertmaster.node.data.JsonObject;

/**
 * A node as n8n has it.
 *
 * @param block its block in the file
 * @param ports our ports in n8n's order
 * @param fate what became of its type and settings
 */
record WrittenNode(JsonObject block, Ports ports, Fate fate) {
  /** What became of a node's type and settings. */
  enum Fate {
    /** They are those of the file from which it was read. */
    UNCHANGED,
    /** They are written anew. */
    ANEW,
    /** n8n has no such node: another holds its place. */
    LOST
  }

  boolean unchanged() {
    return fate == Fate.UNCHANGED;
  }
}
