package io.concertmaster.n8n;

import io.concertmaster.model.ForeignBlock;
import io.concertmaster.model.edit.Slug;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of an n8n file from which a workflow was read. The workflow keeps them among its
 * unknown keys, so that what nobody changed is written back as it was.
 */
public final class Provenance {
  /** The key under which a block is kept. */
  public static final String KEY = ForeignBlock.N8N;

  private static final String PINNED = ForeignBlock.N8N_PINNED;
  private static final String CANVAS = ForeignBlock.N8N_CANVAS;

  /** How n8n's ids of nodes begin that were made here. */
  private static final String MADE_HERE = "cm-";

  private Provenance() {}

  /** The id that a node of ours gets in n8n: it comes back with the node. */
  public static String idThere(String nodeId) {
    return MADE_HERE + nodeId;
  }

  /** Our id of a node that went to n8n from here; empty for another's. */
  public static Optional<String> idHere(@Nullable Object idThere) {
    return idThere instanceof String text
            && text.startsWith(MADE_HERE)
            && Slug.isSlug(text.substring(MADE_HERE.length()))
        ? Optional.of(text.substring(MADE_HERE.length()))
        : Optional.empty();
  }

  /** What a node keeps: its whole block. */
  public static JsonObject ofNode(JsonObject block) {
    return JsonObject.of(KEY, block);
  }

  /** What a node keeps whose pinned data holds more than records: the data too. */
  public static JsonObject ofNode(JsonObject block, JsonArray pinned) {
    return JsonObject.of(KEY, block).with(PINNED, pinned);
  }

  /**
   * What a workflow keeps: its file without the nodes and without the data that is pinned on them.
   *
   * @param pinned what is left of the pinned data; empty where the file has none
   * @param canvas how the file's places became ours
   */
  public static JsonObject ofWorkflow(
      JsonObject file, Optional<JsonObject> pinned, JsonObject canvas) {
    JsonObject rest = file.without("nodes").without("pinData");
    JsonObject kept = pinned.map(data -> rest.with("pinData", data)).orElse(rest);
    return JsonObject.of(KEY, kept, CANVAS, canvas);
  }

  /** Whether anything of an n8n file is kept among unknown keys. */
  public static boolean isKept(JsonObject unknown) {
    return ForeignBlock.isKept(unknown);
  }

  /** The block that is kept among unknown keys; empty where there is none. */
  public static JsonObject block(JsonObject unknown) {
    return unknown.get(KEY) instanceof JsonObject block ? block : JsonObject.empty();
  }

  /** The pinned data that is kept as it was. */
  public static Optional<JsonArray> pinned(JsonObject unknown) {
    return unknown.get(PINNED) instanceof JsonArray list ? Optional.of(list) : Optional.empty();
  }

  /** How the places of the file became ours; empty where that is not kept. */
  public static JsonObject canvas(JsonObject unknown) {
    return unknown.get(CANVAS) instanceof JsonObject canvas ? canvas : JsonObject.empty();
  }
}
