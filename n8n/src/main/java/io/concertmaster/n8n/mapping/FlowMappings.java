package io.concertmaster.n8n.mapping;

import java.util.List;

/** The mappings of n8n's flow nodes. */
final class FlowMappings {
  private FlowMappings() {}

  static List<NodeMapping> all() {
    return List.of(
        new SetMapping(),
        ConditionsMapping.ofIf(),
        ConditionsMapping.ofFilter(),
        new SwitchMapping(),
        new MergeMapping(),
        new CompareMapping(),
        new NoOperationMapping(),
        new LoopMapping(),
        new WaitMapping(),
        new FormPageMapping(),
        new MarkRunMapping(),
        new RunWorkflowMapping(),
        new StopMapping(),
        new SampleMapping(),
        new DebugMapping(),
        new StickyNoteMapping());
  }
}
