package io.concertmaster.cli;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check of a file found.
 *
 * @param severity {@code error} or {@code warning}
 * @param node its id; empty where none is concerned
 * @param name the node's name
 * @param property path of the setting; may be empty
 */
record FileFinding(
    Path file,
    String severity,
    String node,
    String name,
    String property,
    String code,
    String message) {
  /** So many nodes of one finding are named. */
  private static final int NAMED = 3;

  /** A file that cannot be read. */
  static FileFinding of(Path file, WorkflowFileException e) {
    String message = Definitions.withoutPath(file, e);
    return new FileFinding(file, "error", "", "", "", "FILE", message);
  }

  /** A workflow without nodes: a file that is begun, and nothing that could run. */
  static FileFinding empty(Path file) {
    String code = RunJson.word(Code.NO_START);
    return new FileFinding(
        file, "warning", "", "", "", code, "there are no nodes, so nothing can run: add a trigger");
  }

  /** A problem of a form. */
  static FileFinding of(Path file, Problem problem) {
    return new FileFinding(
        file,
        severity(problem),
        "",
        "",
        problem.property(),
        RunJson.word(problem.code()),
        problem.message());
  }

  private static String severity(Problem problem) {
    return problem.isError() ? "error" : "warning";
  }

  /** A problem of a workflow. */
  static FileFinding of(Path file, Workflow workflow, Problem problem) {
    return new FileFinding(
        file,
        severity(problem),
        problem.nodeId().orElse(""),
        problem.nodeId().map(workflow::nameOf).orElse(""),
        problem.property(),
        RunJson.word(problem.code()),
        problem.message());
  }

  /** What the import of an n8n file says is a warning. */
  static FileFinding of(Path file, Workflow workflow, Finding finding) {
    return new FileFinding(
        file,
        "warning",
        workflow.idOfName(finding.node()).orElse(""),
        finding.node(),
        finding.parameter(),
        RunJson.word(finding.kind()),
        finding.message());
  }

  /** Whether it keeps the file from being used. */
  boolean isError() {
    return severity.equals("error");
  }

  JsonObject toJson() {
    return JsonObject.of("file", file.toString(), "severity", severity)
        .with("node", node)
        .with("property", property)
        .with("code", code)
        .with("message", message);
  }

  /** The findings as lines for people: one line for all nodes of which the same is to be said. */
  static List<String> lines(List<FileFinding> findings) {
    Map<FileFinding, List<String>> names = new LinkedHashMap<>();
    for (FileFinding finding : findings) {
      names.computeIfAbsent(finding.ofNobody(), key -> new ArrayList<>()).add(finding.name());
    }
    List<String> lines = new ArrayList<>();
    names.forEach((finding, nodes) -> lines.add(finding.line(nodes)));
    return lines;
  }

  private FileFinding ofNobody() {
    return new FileFinding(file, severity, "", "", property, code, message);
  }

  private String line(List<String> nodes) {
    String who = nodes.size() == 1 ? nodes.getFirst() : several(nodes);
    String place = who + (who.isEmpty() || property.isEmpty() ? "" : ", ") + property;
    return file + ": " + severity + ": " + (place.isEmpty() ? "" : place + ": ") + message;
  }

  private static String several(List<String> nodes) {
    if (nodes.getFirst().isEmpty()) {
      return "";
    }
    int rest = nodes.size() - NAMED;
    return nodes.size()
        + " nodes ("
        + String.join(", ", nodes.subList(0, Math.min(NAMED, nodes.size())))
        + (rest > 0 ? " and " + rest + " more" : "")
        + ")";
  }
}
