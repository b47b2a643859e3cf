package io.concertmaster.n8n.write;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.n8n.mapping.NodeMapping.Written;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;

/** What holds the place of a node for which n8n has none: it does nothing and has a note. */
final class WithoutCounterpart {
  private static final String NO_OPERATION = "n8n-nodes-base.noOp";
  private static final String MANUAL_TRIGGER = "n8n-nodes-base.manualTrigger";

  private WithoutCounterpart() {}

  static Written write(NodeDefinition node, Findings findings) {
    findings.leftOut(
        "type",
        "“"
            + node.type()
            + "” has no counterpart in n8n: a node that does nothing, with a note, holds its place");
    boolean trigger = node.type().startsWith("trigger.");
    return new Written(
        trigger ? MANUAL_TRIGGER : NO_OPERATION,
        1,
        JsonObject.empty(),
        trigger ? List.of() : List.of(Port.MAIN),
        List.of(Port.MAIN));
  }

  /** The note on what stands for a node. */
  static String note(NodeDefinition node) {
    String text = "Was “" + node.type() + "” in ConcertMaster; n8n has no such node.";
    return node.note().isEmpty() ? text : node.note() + "\n\n" + text;
  }
}
