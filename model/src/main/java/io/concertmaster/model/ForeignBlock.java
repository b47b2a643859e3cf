package io.concertmaster.model;

import io.concertmaster.node.data.JsonObject;

/**
 * The part of another program's file from which a node or a workflow was read: it is kept among the
 * unknown keys, so that it can be written back.
 */
public final class ForeignBlock {
  /** The key under which a block of n8n's is kept. */
  public static final String N8N = "n8n";

  private ForeignBlock() {}

  /** Whether such a block is kept among unknown keys. */
  public static boolean isKept(JsonObject unknown) {
    return unknown.get(N8N) instanceof JsonObject;
  }
}
