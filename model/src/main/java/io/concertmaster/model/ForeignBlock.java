package io.concertmaster.model;

import io.concertmaster.node.data.JsonObject;

/**
 * The part of another program's file from which a node or a workflow was read: it is kept among the
 * unknown keys, so that it can be written back.
 */
public final class ForeignBlock {
  /** The key under which a block of n8n's is kept. */
  public static final String N8N = "n8n";

  /**
   * The key under which a node keeps data of n8n's that is pinned on it and is more than records.
   */
  public static final String N8N_PINNED = "n8nPinned";

  /** The key under which a workflow keeps how places of n8n's canvas became ours. */
  public static final String N8N_CANVAS = "n8nCanvas";

  private ForeignBlock() {}

  /** Whether such a block is kept among unknown keys. */
  public static boolean isKept(JsonObject unknown) {
    return unknown.get(N8N) instanceof JsonObject;
  }

  /** The same without what is kept only to be written back. */
  public static JsonObject apart(JsonObject object) {
    return object.without(N8N).without(N8N_PINNED).without(N8N_CANVAS);
  }
}
