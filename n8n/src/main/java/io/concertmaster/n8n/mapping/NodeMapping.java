package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * How one n8n node type becomes one of ours, and back. One mapping serves all versions of the type;
 * where versions differ in what they do, it sets settings of our node that say so. It knows the
 * defaults of n8n's settings, since files leave out what has its default.
 */
public interface NodeMapping {
  /** The n8n types that it maps, such as {@code n8n-nodes-base.set}. */
  List<String> types();

  /**
   * Our node for an n8n node. Expressions stay as they are: a text that begins with {@code =}.
   * Settings that mean nearly the same, or that we do not have, are told to the findings, by their
   * path below {@code parameters}.
   *
   * @return empty where the node's version or operation is not one of ours: it becomes a
   *     placeholder, and a finding should say why
   */
  Optional<Mapped> read(ForeignNode node, Findings findings);

  /**
   * The n8n settings for a node of ours that was changed since it was read, or was never n8n's: as
   * n8n's newest version of the type writes them. A node that was not changed is written with the
   * block from which it was read and never gets here.
   *
   * @param type our node type's id
   * @param parameters our settings
   * @return empty where this mapping does not write nodes of that type
   */
  default Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    return Optional.empty();
  }

  /**
   * An n8n node's own part.
   *
   * @param type n8n's type
   * @param typeVersion its version
   * @param parameters its settings
   * @param inputs ids of our inputs in the order of n8n's
   * @param outputs ids of our outputs in the order of n8n's, the error output apart
   */
  record Written(
      String type,
      double typeVersion,
      JsonObject parameters,
      List<String> inputs,
      List<String> outputs) {
    public Written {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }
}
