package io.concertmaster.model.edit;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;

/**
 * A change to a workflow, as a value. Everything that changes a definition is one: gestures, the
 * inspector, paste, import and undo itself.
 *
 * <p>Design note. The inverse is not written for each kind of edit but computed: it is the {@link
 * Difference} that leads from what the edit made back to what was there. So it is right for every
 * edit by construction, the order of nodes and connections included, and as small as the part that
 * changed.
 */
public sealed interface Edit extends Change<Workflow>
    permits AddNode,
        Batch,
        Connect,
        Difference,
        Disconnect,
        MoveNodes,
        Paste,
        PinData,
        RemoveNodes,
        RenameNode,
        ReplaceWorkflow,
        SetNodeSettings,
        SetParameters,
        SetSettings,
        SetWorkflowName {
  /**
   * The workflow after the change. An edit that changes nothing gives an equal workflow.
   *
   * @throws IllegalArgumentException when the change does not fit: a node that is not there, an id
   *     that is taken
   */
  @Override
  Workflow apply(Workflow before);

  /** What leads back: {@code inverse(w).apply(apply(w))} equals {@code w}, orders included. */
  default Edit inverse(Workflow before) {
    return Difference.between(apply(before), before, label());
  }

  /** The node of an id, which must be there. */
  static NodeDefinition node(Workflow workflow, String id) {
    return workflow
        .node(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no node “" + id + "”"));
  }
}
