package io.concertmaster.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expressions of nodes that came from another program, and of those that were made here. */
class ForeignNodesTest {
  private static List<String> check(String kept) throws Exception {
    Workflow workflow =
        WorkflowFiles.parse(
            """
            {"format": 1, "id": "w", "name": "W", "nodes": {
              "start": {"type": "trigger.manual", "version": 1, "name": "Start"},
              "stale": {"type": "test.kinds", "version": 1, "name": "Stale", %s
                "parameters": {"text": "={{ $('Gone').item.json.x }}"}},
              "broken": {"type": "test.kinds", "version": 1, "name": "Broken", %s
                "parameters": {"text": "={{ 1 + }}", "colour": 1}}},
             "connections": ["start -> stale", "stale -> broken"]}
            """
                .formatted(kept, kept));
    assertThat(workflow.nodes().values()).extracting(NodeDefinition::name).contains("Stale");
    return new Checker(TestNodes.CATALOG)
        .check(workflow).stream()
            .map(each -> each.severity() + " " + each.code() + " " + each.nodeId().orElse(""))
            .toList();
  }

  @Test
  void whatWasMadeHereIsAnErrorBeforeTheRun() throws Exception {
    assertThat(check(""))
        .containsExactly(
            "ERROR UNKNOWN_NAME stale",
            "ERROR BAD_EXPRESSION broken",
            "ERROR UNKNOWN_PARAMETER broken");
  }

  @Test
  void whatCameFromAnotherProgramIsAWarningSoThatTheRunGoesUpToIt() throws Exception {
    assertThat(check("\"n8n\": {\"name\": \"x\"},"))
        .containsExactlyInAnyOrder(
            "WARNING UNKNOWN_NAME stale",
            "WARNING BAD_EXPRESSION broken",
            "ERROR UNKNOWN_PARAMETER broken");
  }
}
