package io.concertmaster.conformance;

import io.concertmaster.conformance.Verdict.Outcome;
import io.concertmaster.engine.EngineException;
import io.concertmaster.model.expression.EvalLine;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.model.io.FolderTree;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.HostSettings;
import io.concertmaster.script.ScriptHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges all cases of a folder: {@code dev/conformance FOLDER [WORD]}. With a word, only cases
 * whose name has it in it. Exit code 1 when a case fails that the recorded program passes itself.
 */
public final class Conformance {
  private final Path folder;
  private final String word;
  private final List<Verdict> verdicts = new ArrayList<>();

  private Conformance(Path folder, String word) {
    this.folder = folder;
    this.word = word.toLowerCase(Locale.ROOT);
  }

  /** Judges and prints. */
  public static void main(String[] args) throws Exception {
    if (args.length < 1 || !Files.isDirectory(Path.of(args[0]))) {
      System.err.println(
          "usage: dev/conformance FOLDER [WORD]; the folder holds cases/, strict/ …");
      System.exit(2);
    }
    List<Verdict> verdicts = judge(Path.of(args[0]), args.length > 1 ? args[1] : "");
    Table.print(verdicts, System.out);
    boolean failed =
        verdicts.stream().anyMatch(each -> each.outcome() == Outcome.FAIL && each.binding());
    System.exit(failed ? 1 : 0);
  }

  /** All verdicts on a folder's cases whose name has a word in it. */
  static List<Verdict> judge(Path folder, String word)
      throws IOException, EngineException, InterruptedException {
    return new Conformance(folder, word).all();
  }

  private List<Verdict> all() throws IOException, EngineException, InterruptedException {
    Path work = Files.createTempDirectory("conformance");
    try (CaseEngine engine = new CaseEngine(work.resolve("home"))) {
      CaseList list = new CaseList(folder);
      for (String suite : List.of("cases", "cases-1.109")) {
        for (WorkflowCase one : wanted(list.of(suite))) {
          Path materials = Files.createTempDirectory(work, "case");
          JsonObject content = CaseMaterials.prepare(one, materials);
          verdicts.add(PinnedJudge.judge(one, content, engine.run(content, materials)));
        }
      }
      for (WorkflowCase one : wanted(list.of("strict"))) {
        strict(engine, one, work);
      }
      order(engine, work);
      expressions();
    } finally {
      FolderTree.delete(work);
    }
    return verdicts;
  }

  private List<WorkflowCase> wanted(List<WorkflowCase> cases) {
    return cases.stream().filter(one -> one.key().toLowerCase(Locale.ROOT).contains(word)).toList();
  }

  private void strict(CaseEngine engine, WorkflowCase one, Path work)
      throws IOException, EngineException, InterruptedException {
    JsonObject recording = one.content();
    Path source = folder.resolve("cases").resolve(one.key());
    if (!Files.isRegularFile(source)) {
      verdicts.add(StrictJudge.skipped(one, "there is no workflow " + source));
      return;
    }
    if (recording.containsKey("error") && !(recording.get("error") instanceof JsonObject)) {
      String why = "the recording itself broke off: " + recording.get("error");
      verdicts.add(StrictJudge.skipped(one, why));
      return;
    }
    WorkflowCase played =
        new WorkflowCase(one.suite(), one.node(), one.name(), source, one.oraclePass());
    Path materials = Files.createTempDirectory(work, "case");
    JsonObject content = CaseMaterials.prepare(played, materials);
    verdicts.addAll(StrictJudge.judge(one, recording, engine.run(content, materials)));
  }

  private void order(CaseEngine engine, Path work)
      throws IOException, EngineException, InterruptedException {
    Path file = folder.resolve("engine-order.json");
    if (!Files.isRegularFile(file) || !"engine-order".contains(word)) {
      return;
    }
    for (Object each : Json.parse(Files.readString(file)) instanceof JsonArray l ? l : List.of()) {
      if (each instanceof JsonObject recording
          && recording.get("workflow") instanceof JsonObject workflow) {
        JsonObject settings = JsonObject.of("executionOrder", recording.get("engine"));
        verdicts.add(
            OrderJudge.judge(recording, engine.run(workflow.with("settings", settings), work)));
      }
    }
  }

  private void expressions() throws IOException {
    Path file = folder.resolve("expressions.json");
    if (Files.isRegularFile(file) && "expressions".contains(word)) {
      Object recordings = Json.parse(Files.readString(file));
      try (ScriptHost scripts = new ScriptHost(HostSettings.DEFAULT)) {
        ExpressionEvaluator evaluator = ExpressionEvaluator.with(scripts);
        verdicts.addAll(
            new ExpressionJudge(line -> EvalLine.evaluate(line, evaluator)).all(recordings));
      }
    }
  }
}
