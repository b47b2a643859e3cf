package io.concertmaster.n8n;

import io.concertmaster.node.data.JsonObject;

/**
 * The blocks of an n8n file from which a workflow was read. The workflow keeps them among its
 * unknown keys, so that what nobody changed is written back as it was.
 */
public final class Provenance {
  /** The key under which they are kept. */
  public static final String KEY = "n8n";

  private Provenance() {}

  /** What a node keeps: its whole block. */
  public static JsonObject ofNode(JsonObject block) {
    return JsonObject.of(KEY, block);
  }

  /** What a workflow keeps: its file without the nodes and without pinned data. */
  public static JsonObject ofWorkflow(JsonObject file) {
    return JsonObject.of(KEY, file.without("nodes").without("pinData"));
  }

  /** The block that is kept among unknown keys; empty where there is none. */
  public static JsonObject block(JsonObject unknown) {
    return unknown.get(KEY) instanceof JsonObject block ? block : JsonObject.empty();
  }
}
