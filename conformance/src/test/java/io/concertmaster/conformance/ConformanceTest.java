package io.concertmaster.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.conformance.Verdict.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases are found and judged: those made here, and recorded ones where they are at hand. */
class ConformanceTest {
  private static final String WORKFLOW =
      """
      {"nodes": [
        {"name": "Start", "type": "n8n-nodes-base.manualTrigger", "position": [0, 0]},
        {"name": "Data", "type": "n8n-nodes-testing.testData", "position": [200, 0],
         "parameters": {"data": "[{\\"a\\": 1}, {\\"json\\": {\\"a\\": 2}}]"}},
        {"name": "End", "type": "n8n-nodes-base.noOp", "position": [400, 0]}],
       "connections": {
        "Start": {"main": [[{"node": "Data", "type": "main", "index": 0}]]},
        "Data": {"main": [[{"node": "End", "type": "main", "index": 0}]]}},
       "pinData": {"End": [{"json": {"a": 1}}, {"json": {"a": %s}}]}}
      """;

  @TempDir Path folder;

  @Test
  void aCaseWhoseNodesSendWhatIsPinnedPasses() throws Exception {
    write("cases/Pass/one.json", WORKFLOW.formatted("2"));
    Verdict verdict = Conformance.judge(folder, "").getFirst();
    assertThat(verdict.details()).isEmpty();
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
    assertThat(verdict.group()).isEqualTo("Pass");
  }

  @Test
  void aCaseWhoseNodesSendSomethingElseFailsAndSaysWhere() throws Exception {
    write("cases/Fail/one.json", WORKFLOW.formatted("3"));
    write("cases.csv", "case,oracle_pass\nFail/one.json,True\n");
    Verdict verdict = Conformance.judge(folder, "").getFirst();
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(verdict.binding()).isTrue();
    assertThat(verdict.details()).containsExactly("“End” [1].a is 2, expected 3");
  }

  @Test
  void aRecordingIsHeldToOrderOutputsAndLineage() throws Exception {
    write("cases/Strict/one.json", WORKFLOW.formatted("2"));
    write(
        "strict/Strict/one.json",
        """
        {"order": ["Start", "Data", "End"], "runs": {
          "End": [{"status": "success", "outputs": {"main": [[
            {"json": {"a": 1}, "pairedItem": {"item": 0}},
            {"json": {"a": 2}, "pairedItem": {"item": 0}}]]}}]}}
        """);
    List<Verdict> strict =
        Conformance.judge(folder, "").stream()
            .filter(each -> each.suite().equals("strict"))
            .toList();
    assertThat(strict).hasSize(2);
    assertThat(strict.get(0).outcome()).isEqualTo(Outcome.PASS);
    assertThat(strict.get(1).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(strict.get(1).details())
        .containsExactly("run 0 output 0[1].paired[0].item is 1, expected 0");
  }

  @Test
  void recordedCasesPass() throws Exception {
    Path recorded =
        Path.of(System.getProperty("concertmaster.shared", "shared")).resolve("conformance/n8n");
    assumeTrue(Files.isDirectory(recorded), "skipped: there are no recorded cases at " + recorded);
    List<Verdict> verdicts = Conformance.judge(recorded, "");
    assertThat(
            verdicts.stream()
                .filter(each -> each.binding() && each.outcome() == Outcome.FAIL)
                .map(each -> each.suite() + " " + each.group() + " " + each.name()))
        .isEmpty();
    assertThat(share(verdicts, "strict")).isGreaterThan(0.95);
    assertThat(passed(verdicts, "expressions")).isGreaterThanOrEqualTo(535);
  }

  private static long passed(List<Verdict> verdicts, String suite) {
    return verdicts.stream()
        .filter(each -> each.suite().equals(suite) && each.outcome() == Outcome.PASS)
        .count();
  }

  private static double share(List<Verdict> verdicts, String suite) {
    long judged =
        verdicts.stream()
            .filter(each -> each.suite().equals(suite) && each.outcome() != Outcome.SKIP)
            .count();
    return (double) passed(verdicts, suite) / Math.max(1, judged);
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
