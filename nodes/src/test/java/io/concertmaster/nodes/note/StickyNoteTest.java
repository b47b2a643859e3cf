package io.concertmaster.nodes.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeResult;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import org.junit.jupiter.api.Test;

class StickyNoteTest {
  @Test
  void a_note_has_no_ports_and_does_nothing() throws Exception {
    Outcome outcome = NodeRun.of(new StickyNote()).with("text", "# Orders").run();

    assertThat(new StickyNote().descriptor().isNote()).isTrue();
    assertThat(outcome.outputs()).isEmpty();
    assertThat(outcome.result()).contains(NodeResult.done());
  }
}
