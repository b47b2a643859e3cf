package io.concertmaster.n8n.write;

import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.Provenance;
import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.read.NodeMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** From which nodes of an n8n file the nodes of a workflow were read. */
final class Origins {
  private final Map<String, String> idByName = new HashMap<>();
  private final Map<String, String> renamed = new HashMap<>();

  Origins(Workflow workflow) {
    workflow
        .nodes()
        .forEach((id, node) -> {
          if (Provenance.isKept(node.unknown())) {
            String was = new ForeignNode(Provenance.block(node.unknown())).name();
            if (idByName.putIfAbsent(was, id) == null && !was.equals(node.name())) {
              renamed.put(was, node.name());
            }
          }
        });
  }

  /** The id of the node that had a name in the file; empty where it is there no more. */
  Optional<String> idOf(String name) {
    return Optional.ofNullable(idByName.get(name));
  }

  /** A node of the file, its expressions with the names that nodes have now. */
  ForeignNode speaking(ForeignNode node) {
    return NodeMapper.speaking(node, renamed);
  }
}
